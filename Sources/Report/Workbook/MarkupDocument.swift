/// Many rows as markup, each made when it is asked for: all of them may be very long.
protocol MarkupRows: Sendable {
  var rowCount: Int { get }
  func write(_ row: Int, to output: inout [UInt8])
}

/// A long XML document in parts, which is made piece by piece and never whole in memory.
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

  func forEachPiece(_ take: ([UInt8]) -> Void) {
    for part in parts {
      switch part {
      case .markup(let bytes): take(bytes)
      case .rows(let rows): MarkupDocument.write(rows, take)
      }
    }
  }

  private static func write(_ rows: any MarkupRows, _ take: ([UInt8]) -> Void) {
    var piece: [UInt8] = []
    piece.reserveCapacity(pieceLength * 5 / 4)
    for row in 0..<rows.rowCount {
      rows.write(row, to: &piece)
      if piece.count >= pieceLength || row == rows.rowCount - 1 {
        take(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
  }
}
