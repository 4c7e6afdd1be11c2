/// Many rows as markup, each made when it is read: all of them may be very long.
protocol MarkupRows: Sendable {
  var rowCount: Int { get }
  /// The bytes of all rows.
  var length: Int { get }
  func write(_ row: Int, to output: inout [UInt8])
}

/// A long XML document in parts, which is made while it is read and never whole in memory.
struct MarkupDocument: ZipContent {
  private enum Part {
    case markup([UInt8])
    case rows(any MarkupRows)
  }

  private static let pieceLength = 1 << 16

  private var parts: [Part] = []

  mutating func append(_ markup: [UInt8]) { parts.append(.markup(markup)) }

  mutating func append(_ rows: any MarkupRows) { parts.append(.rows(rows)) }

  mutating func append(_ document: MarkupDocument) { parts += document.parts }

  var length: Int {
    parts.reduce(0) { length, part in
      switch part {
      case .markup(let bytes): length + bytes.count
      case .rows(let rows): length + rows.length
      }
    }
  }

  func pieces() -> () -> [UInt8]? {
    var part = 0
    var row = 0
    return {
      var piece: [UInt8] = []
      piece.reserveCapacity(MarkupDocument.pieceLength * 5 / 4)
      while part < parts.count, piece.count < MarkupDocument.pieceLength {
        switch parts[part] {
        case .markup(let bytes):
          piece += bytes
          part += 1
        case .rows(let rows):
          while row < rows.rowCount, piece.count < MarkupDocument.pieceLength {
            rows.write(row, to: &piece)
            row += 1
          }
          if row == rows.rowCount {
            part += 1
            row = 0
          }
        }
      }
      return piece.isEmpty ? nil : piece
    }
  }
}
