/// A long XML document in parts, which is made while it is read and never whole in memory.
struct ODSDocument: ZipContent {
  private enum Part {
    case markup([UInt8])
    case body(ODSBody)
  }

  private static let pieceLength = 1 << 16

  private var parts: [Part] = []

  mutating func append(_ markup: [UInt8]) { parts.append(.markup(markup)) }

  mutating func append(_ body: ODSBody) { parts.append(.body(body)) }

  mutating func append(_ document: ODSDocument) { parts += document.parts }

  var length: Int {
    parts.reduce(0) { length, part in
      switch part {
      case .markup(let bytes): length + bytes.count
      case .body(let body): length + body.length
      }
    }
  }

  func pieces() -> () -> [UInt8]? {
    var part = 0
    var row = 0
    return {
      var piece: [UInt8] = []
      while part < parts.count, piece.count < ODSDocument.pieceLength {
        switch parts[part] {
        case .markup(let bytes):
          piece += bytes
          part += 1
        case .body(let body):
          while row < body.rowCount, piece.count < ODSDocument.pieceLength {
            body.write(row, to: &piece)
            row += 1
          }
          if row == body.rowCount {
            part += 1
            row = 0
          }
        }
      }
      return piece.isEmpty ? nil : piece
    }
  }
}
