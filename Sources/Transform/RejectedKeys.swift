import Campus
import Definitions

/// Collects what names the rejected rows of a source, so that a rerun can tell a row that is newly
/// rejected from one that is gone.
struct RejectedKeys {
  private let contract: SourceContract
  /// The columns of the key, of the identity, and those that name persons or items.
  private let columns: [Int]
  private var rows: [RejectedRows.Row] = []

  init(_ contract: SourceContract) {
    self.contract = contract
    let identity = contract.identity?.firstOf ?? []
    columns = contract.columns.indices.filter { index in
      if case .identifier = contract.columns[index].type { return true }
      return contract.key.contains(index) || identity.contains(index)
    }
  }

  /// Notes a row by what could be read of it.
  mutating func add(_ row: Int, of batch: DecodedBatch, at location: SourceLocation, code: String) {
    var identifiers = columns.map { identifier(row, batch.columns[$0], batch) }
    if contract.identity != nil {
      let slice = batch.identities.indices.contains(row) ? batch.identities[row] : .missing
      // The last byte only tells the columns of an identity apart.
      identifiers.append(
        slice.isMissing
          ? nil : batch.withBytes(of: slice) { String(decoding: $0.dropLast(), as: UTF8.self) })
    }
    rows.append(RejectedRows.Row(location: location, code: code, identifiers: identifiers))
  }

  var rejected: RejectedRows {
    let names = columns.map { contract.columns[$0].name }
    return RejectedRows(
      source: contract.name, columns: names + [contract.identity?.name].compactMap { $0 },
      rows: rows)
  }

  private func identifier(_ row: Int, _ column: DecodedBatch.Column, _ batch: DecodedBatch)
    -> String?
  {
    switch column {
    case .none: return nil
    case .numbers(let values): return values[row] > Reading.invalid ? String(values[row]) : nil
    case .slices(let slices):
      return slices[row].isMissing
        ? nil : batch.withBytes(of: slices[row]) { String(decoding: $0, as: UTF8.self) }
    }
  }
}
