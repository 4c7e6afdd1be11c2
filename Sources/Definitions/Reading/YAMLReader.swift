import CLibyaml

/// The one door to libyaml: the bytes of a file become a tree of nodes.
///
/// In: UTF-8 without a byte order mark. Refused, with the line: what is no YAML, anchors, aliases,
/// tags, a key given twice in one mapping, a second document, nesting deeper than `deepest`, an
/// empty file. libyaml itself neither rejects nor types any of these.
struct YAMLReader {
  /// What ends the reading of a file.
  struct Refusal: Error {
    let line: Int
    let kind: DefinitionProblem.Kind
  }

  static let deepest = 16

  /// The root node of a document.
  static func read(_ bytes: [UInt8]) throws(Refusal) -> YAMLNode {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      throw Refusal(line: 0, kind: .yamlSyntax("out of memory"))
    }
    defer { yaml_parser_delete(parser) }
    // The bytes must stay where they are while libyaml reads them, and a typed error cannot leave
    // the closure that holds them there.
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<YAMLNode, Refusal> in
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      var reader = YAMLReader(parser: parser, bytes: buffer)
      do throws(Refusal) {
        return .success(try reader.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let characterCount: Int

  private init(
    parser: UnsafeMutablePointer<yaml_parser_t>, bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.parser = parser
    self.bytes = bytes
    characterCount = bytes.reduce(0) { $0 &+ ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// The parts of an event that the tree needs.
  private struct Event {
    var type: yaml_event_type_t
    var line: Int
    var text = ""
  }

  private mutating func document() throws(Refusal) -> YAMLNode {
    var event = try next()
    while event.type == YAML_STREAM_START_EVENT { event = try next() }
    guard event.type == YAML_DOCUMENT_START_EVENT else {
      throw Refusal(line: 0, kind: .emptyFile)
    }
    let root = try node(try next(), depth: 0)
    _ = try next()
    let end = try next()
    guard end.type == YAML_STREAM_END_EVENT else {
      throw Refusal(line: end.line, kind: .forbiddenYAML(.severalDocuments))
    }
    return root
  }

  private mutating func node(_ event: Event, depth: Int) throws(Refusal) -> YAMLNode {
    guard depth <= YAMLReader.deepest else {
      throw Refusal(line: event.line, kind: .tooDeep(limit: YAMLReader.deepest))
    }
    switch event.type {
    case YAML_SEQUENCE_START_EVENT:
      var items: [YAMLNode] = []
      while true {
        let item = try next()
        if item.type == YAML_SEQUENCE_END_EVENT { break }
        items.append(try node(item, depth: depth + 1))
      }
      return YAMLNode(line: event.line, content: .sequence(items))
    case YAML_MAPPING_START_EVENT:
      return YAMLNode(line: event.line, content: .mapping(try entries(depth: depth + 1)))
    default:
      return YAMLNode(line: event.line, content: .scalar(event.text))
    }
  }

  private mutating func entries(depth: Int) throws(Refusal) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var lines: [String: Int] = [:]
    /// The line of a key that is there already; a few keys are compared faster than one is hashed.
    func firstLine(of key: Event) -> Int? {
      if entries.count < 16 { return entries.first { $0.key == key.text }?.line }
      if lines.isEmpty { for entry in entries { lines[entry.key] = entry.line } }
      return lines.updateValue(key.line, forKey: key.text)
    }
    while true {
      let key = try next()
      if key.type == YAML_MAPPING_END_EVENT { return entries }
      guard key.type == YAML_SCALAR_EVENT else {
        throw Refusal(line: key.line, kind: .forbiddenYAML(.keyOfSeveralValues))
      }
      if let first = firstLine(of: key) {
        throw Refusal(line: key.line, kind: .duplicateKey(key: key.text, firstLine: first))
      }
      let value = try node(try next(), depth: depth)
      entries.append(YAMLNode.Entry(key: key.text, line: key.line, value: value))
    }
  }

  private mutating func next() throws(Refusal) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
    defer { yaml_event_delete(&event) }
    var result = Event(type: event.type, line: line(of: event.start_mark))
    switch event.type {
    case YAML_ALIAS_EVENT:
      throw Refusal(line: result.line, kind: .forbiddenYAML(.alias))
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(anchor: scalar.anchor, tag: scalar.tag, line: result.line)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      result.text = String(decoding: bytes, as: UTF8.self)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      try refuse(anchor: start.anchor, tag: start.tag, line: result.line)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      try refuse(anchor: start.anchor, tag: start.tag, line: result.line)
    default: break
    }
    return result
  }

  private func refuse(
    anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, line: Int
  ) throws(Refusal) {
    if anchor != nil { throw Refusal(line: line, kind: .forbiddenYAML(.anchor)) }
    if tag != nil { throw Refusal(line: line, kind: .forbiddenYAML(.tag)) }
  }

  private func syntaxError() -> Refusal {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
    let context = parser.pointee.context.map { String(cString: $0) + ": " } ?? ""
    // The reader of characters, unlike the scanner, gives an offset and no line.
    guard parser.pointee.error != YAML_READER_ERROR else {
      let before = bytes.prefix(parser.pointee.problem_offset)
      let line = before.count { $0 == UInt8(ascii: "\n") }
      return Refusal(line: line + 1, kind: .yamlSyntax(problem))
    }
    return Refusal(
      line: line(of: parser.pointee.problem_mark), kind: .yamlSyntax(context + problem))
  }

  /// The line of the file, from 1. At the end of it libyaml stands on one that is not there.
  private func line(of mark: yaml_mark_t) -> Int {
    let isAtEnd = mark.column == 0 && mark.index == characterCount
    return max(1, Int(mark.line) + (isAtEnd ? 0 : 1))
  }
}
