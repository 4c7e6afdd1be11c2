import Campus
import Definitions

/// Remembers the rejected rows of a source with what names them, so that a rerun can say that a row
/// is newly rejected or no longer.
struct RejectionLog {
  private let contract: SourceContract
  /// Indexes of the columns that name a row, a person or an item.
  private let named: [Int]
  private(set) var rows: [RejectedRows.Row] = []

  init(_ contract: SourceContract) {
    self.contract = contract
    named = contract.columns.indices.filter { column in
      if contract.key.contains(column) { return true }
      switch contract.columns[column].type {
      case .identifier, .doi, .isbn: return true
      default: return false
      }
    }
  }

  /// What the log says of the source, in reading order.
  var rejected: RejectedRows {
    RejectedRows(
      source: contract.name,
      columns: named.map { contract.columns[$0].name }
        + (contract.identity.map { [$0.name] } ?? []),
      rows: rows)
  }

  /// Notes a row with a bad cell; what names it is read from its other cells.
  mutating func note(_ row: Int, of batch: DecodedBatch, _ code: String, at place: SourceLocation) {
    var identifiers = named.map { column -> String? in
      switch batch.columns[column] {
      case .none: return nil
      case .numbers(let numbers):
        return numbers[row] <= Reading.invalid ? nil : String(numbers[row])
      case .strings(let strings): return text(strings.slices[row], of: batch)
      }
    }
    if contract.identity != nil {
      // The mark of its column closes an identity.
      let slices = batch.identities.slices
      let identity = slices.isEmpty ? nil : text(slices[row], of: batch)
      identifiers.append(identity.map { String($0.unicodeScalars.dropLast()) })
    }
    rows.append(.init(location: place, code: code, identifiers: identifiers))
  }

  /// Notes a row whose key, part by part, contradicts another's.
  mutating func note(key: [String?], _ code: String, at place: SourceLocation) {
    var identifiers = named.map { column in
      contract.key.firstIndex(of: column).flatMap { key[$0] }
    }
    if contract.identity != nil { identifiers.append(nil) }
    rows.append(.init(location: place, code: code, identifiers: identifiers))
  }

  /// Notes a row that could not be read at all.
  mutating func note(_ code: String, at place: SourceLocation) {
    rows.append(.init(location: place, code: code))
  }

  private func text(_ slice: ByteSlice, of batch: DecodedBatch) -> String? {
    slice.isMissing
      ? nil : batch.withBytes(of: slice) { String(decoding: $0, as: UTF8.self) }
  }
}
