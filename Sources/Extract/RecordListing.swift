import Campus
import Definitions

/// Every record of a file, without a contract: no header, no footer, no width. Blank rows are left
/// out, and so are blanks around a value.
package struct RecordListing {
  private let file: InputFile
  private let separator: UInt8
  private let encoding: SourceContract.Encoding?

  package init(
    file: InputFile, separator: UInt8 = UInt8(ascii: ","),
    encoding: SourceContract.Encoding? = nil
  ) {
    self.file = file
    self.separator = separator
    self.encoding = encoding
  }

  /// For a path that a person gave. Throws `Failure(.inputMissing)` when nothing is there.
  package init(existing file: InputFile) throws {
    try file.requireToExist()
    self.init(file: file)
  }

  /// Calls the closure with each record's cells and line until it returns false. Returns what
  /// refuses the file; records before it have been given out by then. Throws
  /// `Failure(.readOrWriteFailed)` and what the closure throws.
  package func forEachRecord(
    _ body: ([Substring], _ line: Int) throws -> Bool
  ) throws -> (problem: Problem, line: Int)? {
    try forEachRow { row, line in
      try body((0..<row.keptCellsOfRow).map { Substring(decoding: row.value($0)) }, line)
    }
  }

  /// As `forEachRecord`, with each record as one JSON array of strings and a line feed.
  package func forEachJSONLine(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws -> (problem: Problem, line: Int)? {
    var json: [UInt8] = []
    return try forEachRow { row, _ in
      json.removeAll(keepingCapacity: true)
      json.append(UInt8(ascii: "["))
      for index in 0..<row.keptCellsOfRow {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        JSONString.append(row.value(index), to: &json)
      }
      json.append(contentsOf: [UInt8(ascii: "]"), 0x0A])
      try json.withUnsafeBufferPointer(body)
      return true
    }
  }

  /// The encoding and how far it holds; nil when the file is no regular file or no encoding fits.
  func extent() throws -> TextExtent? {
    guard case .open(let opened) = try file.open(),
      case .known(let extent) = try survey(opened).run(withChecksum: false).text
    else { return nil }
    return extent
  }

  private func survey(_ opened: OpenedFile) -> EncodingSurvey {
    EncodingSurvey(opened: opened, fixed: encoding) { _ in false }
  }

  private func forEachRow(
    _ body: (RowCollector, _ line: Int) throws -> Bool
  ) throws -> (problem: Problem, line: Int)? {
    switch try file.open() {
    case .refused(let problem): return (problem, 0)
    case .open(let opened):
      let refusal = try forEachRow(of: opened, body)
      return try opened.hasChanged() ? (.changedWhileRead, 0) : refusal
    }
  }

  private func forEachRow(
    of opened: OpenedFile, _ body: (RowCollector, _ line: Int) throws -> Bool
  ) throws -> (problem: Problem, line: Int)? {
    let survey = survey(opened)
    switch try survey.run(withChecksum: false).text {
    case .unknown(let offset): return (.unknownEncoding, try survey.line(at: offset))
    case .known(let extent):
      let end = try RecordScan(opened: opened, separator: separator).run(extent) { row, line in
        defer { row.pointee.dropRow() }
        let collected = row.pointee
        // Line breaks inside quotes are no blanks: such a row holds something.
        if collected.isBlank,
          (0..<collected.keptCellsOfRow).allSatisfy({
            collected.value($0).isEmpty
          })
        {
          return true
        }
        return try body(collected, line)
      }
      guard case .refused(let problem, let line) = end else { return nil }
      return (problem, line)
    }
  }
}

extension RowCollector {
  /// A cell without the blanks around it. Line breaks stay: they were quoted on purpose.
  fileprivate func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let cell = cell(index)
    let start = WhiteSpace.end(ofLeading: cell, lineBreaks: false)
    let rest = UnsafeBufferPointer(rebasing: cell[start...])
    return UnsafeBufferPointer(
      rebasing: rest[..<WhiteSpace.start(ofTrailing: rest, lineBreaks: false)])
  }
}

extension Substring {
  fileprivate init(decoding bytes: UnsafeBufferPointer<UInt8>) {
    self = String(decoding: bytes, as: UTF8.self)[...]
  }
}

/// Strings of JSON (RFC 8259): quotes, backslashes and control characters escaped.
enum JSONString {
  private static let hexadecimal = Array("0123456789abcdef".utf8)

  static func append(_ text: UnsafeBufferPointer<UInt8>, to json: inout [UInt8]) {
    json.append(UInt8(ascii: "\""))
    var plain = 0
    for position in 0..<text.count {
      let byte = text[position]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
      json.append(contentsOf: text[plain..<position])
      plain = position + 1
      switch byte {
      case 0x22, 0x5C: json.append(contentsOf: [0x5C, byte])
      case 0x0A: json.append(contentsOf: [0x5C, UInt8(ascii: "n")])
      case 0x0D: json.append(contentsOf: [0x5C, UInt8(ascii: "r")])
      case 0x09: json.append(contentsOf: [0x5C, UInt8(ascii: "t")])
      default:
        json.append(contentsOf: Array("\\u00".utf8))
        json.append(hexadecimal[Int(byte >> 4)])
        json.append(hexadecimal[Int(byte & 15)])
      }
    }
    json.append(contentsOf: text[plain...])
    json.append(UInt8(ascii: "\""))
  }
}
