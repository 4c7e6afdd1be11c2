import Campus
import Definitions

/// The corrections of one source and what became of them.
///
/// Each row of the source costs a look-up by its key; only the rows of a correction are written
/// anew. What a row says is always compared as the export says it: a correction neither sees nor
/// depends on another.
package struct CorrectionSet: Sendable {
  private let contract: SourceContract
  private var keys: CorrectionKeyReader
  private var pool = BytePool()
  /// By the number of the key, the corrections of its rows.
  private var correctionsByKey: [[Int]] = []
  private var corrections: [Correction] = []
  /// Of the columns that have corrections.
  private var readers: [Int: CorrectionValueReader] = [:]
  /// For each file of the source how many rows a correction removed.
  package private(set) var removedRows: [Int: Int] = [:]

  init(_ contract: SourceContract) {
    self.contract = contract
    keys = CorrectionKeyReader(contract)
  }

  /// Takes in a correction by the parts of its key; returns what is wrong with it.
  mutating func add(_ correction: Correction, key parts: [String]) -> CorrectionProblem? {
    guard keys.read(parts) else { return .keyParts(columns: contract.keyColumnNames) }
    let number = Int(keys.bytes.withUnsafeBufferPointer { pool.intern($0) })
    if number == correctionsByKey.count { correctionsByKey.append([]) }
    let earlier = correctionsByKey[number].first {
      let other = corrections[$0].column
      return other == correction.column || other == nil || correction.column == nil
    }
    if let earlier { return .twice(first: corrections[earlier].location) }
    if let column = correction.column {
      if let problem = problem(in: correction.new, column: column) {
        var suggestions = WordSuggestions()
        return .invalidValue(suggestions.completed(problem, of: contract.columns[column]))
      }
    }
    correctionsByKey[number].append(corrections.count)
    corrections.append(correction)
    corrections[corrections.count - 1].key = keys.text(parts)
    return nil
  }

  /// What would reject a row with a value; makes the column's reader.
  private mutating func problem(in value: String, column: Int) -> Problem? {
    var reader = readers[column] ?? CorrectionValueReader(contract.columns[column])
    defer { readers[column] = reader }
    return withCell(value) { cell in
      var unused: [UInt8] = []
      return reader.append(cell, onto: &unused) == .invalid ? reader.problem(in: cell) : nil
    }
  }

  /// The batch with the corrections of its rows.
  package mutating func corrected(_ batch: RecordBatch, file: String) -> RecordBatch {
    let found = rowsToCorrect(batch)
    guard !found.isEmpty else { return batch }
    var result = RecordBatch(fileIndex: batch.fileIndex, columns: batch.columns)
    result.findings = batch.findings
    var next = 0
    batch.withRows { rows in
      for row in 0..<batch.recordCount {
        var isRemoved = false
        var cells: [Int: String] = [:]
        if next < found.count, found[next].row == row {
          let location = SourceLocation(file: file, line: batch.lines[row])
          for index in correctionsByKey[found[next].key] {
            switch judge(index, rows, row, location) {
            case .apply(let position?): cells[position] = corrections[index].new
            case .apply(nil): isRemoved = true
            case .leave: break
            }
          }
          next += 1
        }
        if isRemoved {
          removedRows[batch.fileIndex, default: 0] += 1
        } else {
          result.append(rows, row, with: cells, line: batch.lines[row])
        }
      }
    }
    return result
  }

  /// The rows whose keys have corrections, with the numbers of the keys.
  private mutating func rowsToCorrect(_ batch: RecordBatch) -> [(row: Int, key: Int)] {
    let positions = keys.columns.compactMap { batch.columns.firstIndex(of: $0) }
    guard positions.count == keys.columns.count else { return [] }
    return batch.withRows { rows in
      var found: [(row: Int, key: Int)] = []
      for row in 0..<batch.recordCount where keys.read({ rows[row, positions[$0]] }) {
        if let number = keys.bytes.withUnsafeBufferPointer({ pool.number(of: $0) }) {
          found.append((row, Int(number)))
        }
      }
      return found
    }
  }

  private enum Verdict {
    /// To the cell at a position; to the whole row for nil.
    case apply(position: Int?)
    case leave
  }

  /// Whether a correction holds for a row, which is noted either way.
  private mutating func judge(
    _ index: Int, _ rows: RecordRows, _ row: Int, _ location: SourceLocation
  ) -> Verdict {
    guard let column = corrections[index].column else {
      corrections[index].rows.append(location)
      return .apply(position: nil)
    }
    guard let position = rows.columns.firstIndex(of: column) else {
      corrections[index].note(.columnAbsent(file: location.file))
      return .leave
    }
    let cell = rows[row, position]
    guard says(cell, corrections[index].old, column: column) else {
      let value = cell.trimmed
      let quoted = value.isMissing ? "" : value.quoted
      let isPersonal = contract.columns[column].personal
      corrections[index].note(.stale(row: location, value: isPersonal ? nil : quoted))
      return .leave
    }
    corrections[index].rows.append(location)
    return .apply(position: position)
  }

  /// Whether a cell has a value, in the same spelling or another.
  private mutating func says(_ cell: Cell, _ old: String, column: Int) -> Bool {
    withCell(old) { old in
      if cell.trimmed.elementsEqual(old) { return true }
      var (exported, expected): ([UInt8], [UInt8]) = ([], [])
      let outcome = readers[column]?.append(cell, onto: &exported)
      guard outcome != .invalid, outcome == readers[column]?.append(old, onto: &expected) else {
        return false
      }
      return exported == expected
    }
  }

  /// What became of the corrections: a finding for each that found no row with its old value, and
  /// the others for each row, beside their lines. Of a source with a refused file not all rows were
  /// seen, so that nothing is said of keys that were not found.
  func outcome(isComplete: Bool) -> (findings: [Finding], applied: [(Int, AppliedCorrection)]) {
    var findings: [Finding] = []
    var applied: [(Int, AppliedCorrection)] = []
    for correction in corrections {
      let column = correction.column.map { contract.columns[$0].name }
      if correction.rows.isEmpty, correction.otherwise != nil || isComplete {
        findings.append(
          Finding(
            .correction(correction.otherwise ?? .keyNotFound), source: contract.name,
            location: correction.location, column: column ?? ""))
      }
      for row in correction.rows {
        applied.append(
          (
            correction.location.line,
            AppliedCorrection(
              source: contract.name, key: correction.key, column: column ?? "*",
              old: correction.old, new: correction.new, reason: correction.reason,
              approvedBy: correction.approvedBy, location: row)
          ))
      }
    }
    return (findings, applied)
  }
}

extension CorrectionKeyReader {
  /// Reads a key by the parts that a correction gives.
  fileprivate mutating func read(_ parts: [String]) -> Bool {
    let ends = parts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    return withCell(parts.joined()) { all in
      read { Cell(rebasing: all[ends[$0]..<ends[$0 + 1]]) }
    }
  }
}
