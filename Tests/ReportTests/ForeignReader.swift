import Foundation

/// Programs that share no code with ours and read what we write.
enum ForeignReader {
  struct Cell: Hashable, CustomStringConvertible {
    enum Value: Hashable {
      case text(String)
      case number(Double)
    }

    let row: Int
    let column: Int
    let value: Value

    var description: String { "(\(row), \(column)): \(value)" }
  }

  struct Sheet {
    let cells: Set<Cell>
    let facts: [String: Any]
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Readers")

  /// Debian's Python, which has the modules when their packages are installed.
  static let python = "/usr/bin/python3"
  static let hasOpenpyxl = canImport("openpyxl")
  static let hasOdfpy = canImport("odf")
  static let libreOffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static func canImport(_ module: String) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: python) else { return false }
    return (try? run(python, ["-c", "import \(module)"]))?.status == 0
  }

  static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: Data)
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// The sheets of a workbook by their name, as a script reads them.
  static func sheets(_ script: String, of file: URL) throws -> [String: Sheet] {
    let result = try run(python, [folder.appendingPathComponent(script).path, file.path])
    let json = try JSONSerialization.jsonObject(with: result.output) as? [String: [String: Any]]
    return (json ?? [:]).mapValues { facts in
      let cells = (facts["cells"] as? [[Any]] ?? []).compactMap(cell)
      return Sheet(cells: Set(cells), facts: facts)
    }
  }

  private static func cell(_ parts: [Any]) -> Cell? {
    guard parts.count == 4, let row = parts[0] as? Int, let column = parts[1] as? Int,
      let type = parts[2] as? String
    else { return nil }
    if type == "s", let text = parts[3] as? String {
      return Cell(row: row, column: column, value: .text(text))
    }
    // A formula has the type `f` and would be missing here.
    guard type == "n", let number = parts[3] as? NSNumber else { return nil }
    return Cell(row: row, column: column, value: .number(number.doubleValue))
  }

  /// Every sheet of a workbook as LibreOffice writes it to CSV, texts in quotes and numbers bare.
  static func csv(of file: URL, in folder: URL) throws -> [String: String] {
    guard let libreOffice else { return [:] }
    let output = folder.appendingPathComponent("csv")
    // A profile of its own: LibreOffice runs once for each.
    let profile = folder.appendingPathComponent("profile")
    _ = try run(
      libreOffice,
      [
        "--headless", "-env:UserInstallation=\(profile.absoluteString)",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1",
        "--outdir", output.path, file.path,
      ])
    var sheets: [String: String] = [:]
    let stem = file.deletingPathExtension().lastPathComponent + "-"
    for name in try FileManager.default.contentsOfDirectory(atPath: output.path)
    where name.hasPrefix(stem) {
      let text = try String(contentsOf: output.appendingPathComponent(name), encoding: .utf8)
      sheets[String(name.dropFirst(stem.count).dropLast(4))] = text
    }
    return sheets
  }
}
