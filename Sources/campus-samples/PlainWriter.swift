/// Writes the rows of a source in plain spelling: what a correct reader makes of every export.
struct PlainWriter {
  private let table: SourceTable
  private let codes: [[[UInt8]]]
  private let file: OutputFile
  private var cell = ByteBuffer()

  init(_ table: SourceTable, path: String) throws {
    self.table = table
    codes = table.columns.map { column in
      switch column.type {
      case .code(let name), .codes(let name): name.codes.map { Array($0.utf8) }
      default: []
      }
    }
    file = try OutputFile(path: path)
    let header = ["fault"] + table.columns.map(\.name)
    file.buffer.append(header.joined(separator: ",") + "\n")
  }

  mutating func write(_ row: borrowing Row) throws {
    if let fault = row.fault { file.buffer.append(fault.rawValue) }
    for place in table.columns.indices {
      file.buffer.append(UInt8(ascii: ","))
      writeCell(row, place)
    }
    file.buffer.append(UInt8(ascii: "\n"))
    try file.flushIfFull()
  }

  func finish() throws { _ = try file.finish() }

  private mutating func writeCell(_ row: borrowing Row, _ place: Int) {
    let value = row.cells[place]
    guard value.state == .value else {
      if value.state == .invalid { quote(row, value) }
      return
    }
    switch table.columns[place].type {
    case .text, .identifier, .doi, .isbn: quote(row, value)
    case .date: file.buffer.append(day: value.day)
    case .decimal: file.buffer.append(thousandths: Int(value.value))
    case .year, .month, .semester, .academicYear: file.buffer.append(decimal: Int(value.value))
    case .yesNo: value.value == 1 ? file.buffer.append("yes") : file.buffer.append("no")
    case .code: file.buffer.append(codes[place][Int(value.value)])
    case .codes:
      var rest = value.value
      while rest != 0 {
        file.buffer.append(codes[place][rest.trailingZeroBitCount])
        rest &= rest - 1
        if rest != 0 { file.buffer.append(UInt8(ascii: ";")) }
      }
    }
  }

  /// A text, quoted where RFC 4180 needs it.
  private mutating func quote(_ row: borrowing Row, _ value: Cell) {
    let range = value.start..<value.start + value.length
    let needed = row.texts.bytes[range].contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == 10 || $0 == 13
    }
    guard needed else { return file.buffer.append(row.texts, range) }
    file.buffer.append(UInt8(ascii: "\""))
    for byte in row.texts.bytes[range] {
      if byte == UInt8(ascii: "\"") { file.buffer.append(byte) }
      file.buffer.append(byte)
    }
    file.buffer.append(UInt8(ascii: "\""))
  }
}
