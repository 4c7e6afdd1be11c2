import Campus
import Definitions

/// Reads the key of a row, as an export or as `corrections.csv` writes it: keys that mean the same
/// become the same bytes.
struct CorrectionKeyReader {
  /// The columns of the key, as indexes of the contract.
  let columns: [Int]
  private var readers: [CorrectionValueReader]
  /// The key that was read last.
  private(set) var bytes: [UInt8] = []

  init(_ contract: SourceContract) {
    columns = contract.key
    readers = contract.key.map { CorrectionValueReader(contract.columns[$0]) }
  }

  /// Reads a key by its cells; false when one of them has no value, since such a row has no key.
  /// An invalid value stands for itself, so that it can be corrected.
  mutating func read(_ cell: (_ position: Int) -> Cell) -> Bool {
    bytes.removeAll(keepingCapacity: true)
    for position in readers.indices {
      let cell = cell(position)
      let start = bytes.count
      // Room for the length, without which two keys could run into the same bytes.
      for _ in 0..<5 { bytes.append(0) }
      switch readers[position].append(cell, onto: &bytes) {
      case .missing: return false
      case .valid: bytes[start] = 1
      case .invalid: bytes += Array(WordFolding.key(cell.text).utf8)
      }
      let length = UInt32(truncatingIfNeeded: bytes.count - start)
      for byte in 0..<4 {
        bytes[start + 1 + byte] = UInt8(truncatingIfNeeded: length >> (8 * byte))
      }
    }
    return true
  }

  /// The key as the reports write it.
  mutating func text(_ parts: [String]) -> String {
    readers.indices.map { position in
      withCell(parts[position]) { readers[position].text($0) }
    }.joined(separator: "|")
  }
}

/// Hands a text to a function as the cell of an export.
func withCell<Result>(_ text: String, _ body: (Cell) -> Result) -> Result {
  var copy = text
  return copy.withUTF8(body)
}
