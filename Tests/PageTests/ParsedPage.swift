import Foundation

/// A page as an HTML parser that follows the standard reads it (html5lib of Debian's
/// `python3-html5lib`), written down by a small program of the test's own.
struct ParsedPage: Decodable {
  struct Element: Decodable {
    let name: String
    let attributes: [String: String]
    /// Name of the parent.
    let parent: String
  }

  let elements: [Element]
  /// All text of the body.
  let text: String
  let errors: [String]

  /// The Debian interpreter and whichever stands first on the path.
  private static let interpreters = ["/usr/bin/python3", "/usr/bin/env python3"]

  static let interpreter: [String]? = interpreters.map { $0.split(separator: " ").map(String.init) }
    .first { (try? output($0 + ["-c", "import html5lib"], input: "")) != nil }

  init(_ html: String) throws {
    let command = (ParsedPage.interpreter ?? []) + ["-c", ParsedPage.program]
    let data = try ParsedPage.output(command, input: html)
    self = try JSONDecoder().decode(ParsedPage.self, from: data)
  }

  func named(_ name: String) -> [Element] { elements.filter { $0.name == name } }

  private struct CommandFailed: Error {}

  static func output(_ command: [String], input: String) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    let (input_, output, nothing) = (Pipe(), Pipe(), FileHandle.nullDevice)
    process.standardInput = input_
    process.standardOutput = output
    process.standardError = nothing
    try process.run()
    let text = Data(input.utf8)
    Thread.detachNewThread {
      try? input_.fileHandleForWriting.write(contentsOf: text)
      try? input_.fileHandleForWriting.close()
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CommandFailed() }
    return data
  }

  private static let program = """
    import html5lib, json, sys
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(sys.stdin.buffer.read().decode('utf-8'))
    elements = []
    def walk(node, parent):
        if not isinstance(node.tag, str):
            elements.append({'name': 'comment', 'attributes': {}, 'parent': parent})
            return
        name = node.tag.split('}')[-1]
        attributes = {str(k): v for k, v in node.attrib.items()}
        elements.append({'name': name, 'attributes': attributes, 'parent': parent})
        for child in node:
            walk(child, name)
    walk(tree, '')
    body = tree.find('body')
    print(json.dumps({
        'elements': elements,
        'text': ''.join(body.itertext()),
        'errors': [e[1] for e in parser.errors],
    }))
    """
}
