import Campus
import Definitions

/// A column's derivation as a table over both lists: `master` beside `in_service` becomes
/// `master_in_service` (sources.md, section 3).
struct CodeCorrection: Sendable {
  private let column: Int
  private let from: Int
  private let width: Int
  /// The code for each pair, the other column's codes running fastest.
  private let becomes: [Int32]

  /// The correction of a column; nil when the contract has none.
  init?(of column: Int, in contract: SourceContract) {
    guard let derivation = contract.columns[column].derivation,
      case .code(let own) = contract.columns[column].type,
      case .code(let other) = contract.columns[derivation.from].type
    else { return nil }
    self.column = column
    from = derivation.from
    width = other.entries.count
    becomes = own.entries.indices.flatMap { ownCode in
      other.entries.indices.map { Int32(derivation.table[[ownCode, $0]] ?? ownCode) }
    }
  }

  /// Corrects the codes of a batch. A missing or invalid code corrects nothing.
  func apply(to batch: inout DecodedBatch) {
    guard case .numbers(var codes) = batch.columns[column],
      case .numbers(let others) = batch.columns[from]
    else { return }
    batch.columns[column] = .none
    for row in codes.indices where codes[row] >= 0 && others[row] >= 0 {
      codes[row] = becomes[Int(codes[row]) * width + Int(others[row])]
    }
    batch.columns[column] = .numbers(codes)
  }
}
