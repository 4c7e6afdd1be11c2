import Campus
import Definitions

/// `corrections.csv`, line by line: which row of which source has which value corrected.
///
/// In: its records, read with `contract` as any export is. Out: the corrections of each source, and
/// a finding for every line that cannot be applied.
package struct CorrectionSheet {
  /// What the file looks like.
  package static let contract = SourceContract(
    name: AppliedCorrection.inputName, title: "更正", separator: UInt8(ascii: ","), encoding: nil,
    rejectLimit: 0, rejectLimitText: "0%",
    columns: AppliedCorrection.columns.map {
      ColumnContract(
        name: $0, type: .text, required: true, headers: [$0], headersNeeding: [:],
        whenAbsent: .unavailable, missingMeans: nil, derivation: nil, personal: true)
    }, key: [], identity: nil)

  private let contracts: [SourceContract]
  private var sets: [String: CorrectionSet] = [:]
  private var findings: [Finding] = []

  /// An empty sheet for some sources.
  package init(_ contracts: [SourceContract]) {
    self.contracts = contracts
  }

  /// The corrections of a source; nil when it has none. They go back here when its rows are read.
  package subscript(source: String) -> CorrectionSet? {
    _read { yield sets[source] }
    _modify { yield &sets[source] }
  }

  /// Takes in some lines of the file.
  package mutating func append(_ batch: RecordBatch, file: String) {
    let positions = AppliedCorrection.columns.indices.map { batch.columns.firstIndex(of: $0) }
    for row in 0..<batch.recordCount {
      let values = batch.withRows { rows in
        positions.map { $0.map { rows[row, $0].trimmed.text } ?? "" }
      }
      append(values, SourceLocation(file: file, line: batch.lines[row]))
    }
  }

  /// Takes in a line by the values of its columns.
  private mutating func append(_ values: [String], _ location: SourceLocation) {
    let blank = [0, 1, 2, 5, 6].filter { WordFolding.isMissing(values[$0]) }
    if !blank.isEmpty {
      let columns = blank.map { AppliedCorrection.columns[$0] }
      report(.incomplete(columns: columns), location)
    }
    // Without a reason a line can still be checked, without a key it cannot.
    guard blank.allSatisfy({ $0 > 2 }), let contract = source(values[0], location) else { return }
    let isRemoval = WordFolding.key(values[2]) == "*"
    let column = isRemoval ? nil : column(values[2], of: contract, location)
    if !isRemoval && column == nil { return }
    let name = column.map { contract.columns[$0].name } ?? ""
    if isRemoval, !WordFolding.isMissing(values[3]) || !WordFolding.isMissing(values[4]) {
      return report(.removalWithValue, location, source: contract.name)
    }
    let parts = CorrectionSheet.parts(values[1], of: contract)
    guard parts.count == contract.key.count else {
      let problem = CorrectionProblem.keyParts(columns: contract.keyColumnNames)
      return report(problem, location, source: contract.name, column: name)
    }
    let correction = Correction(
      location: location, column: column, old: values[3], new: values[4], reason: values[5],
      approvedBy: values[6])
    let problem = sets[contract.name, default: CorrectionSet(contract)]
      .add(correction, key: parts)
    if let problem { report(problem, location, source: contract.name, column: name) }
  }

  /// The source that a line names, if its rows can be corrected.
  private mutating func source(_ word: String, _ location: SourceLocation) -> SourceContract? {
    let key = WordFolding.key(word)
    guard let contract = contracts.first(where: { WordFolding.key($0.name) == key }) else {
      let nearest = NearestWord.to(word, among: contracts.map(\.name))
      report(.unknownSource(name: quote(word), nearest: nearest), location)
      return nil
    }
    guard !contract.key.isEmpty else {
      report(.sourceWithoutKey, location, source: contract.name)
      return nil
    }
    return contract
  }

  /// The column that a line names. A header of the export is no name, but tells which is meant.
  private mutating func column(
    _ word: String, of contract: SourceContract, _ location: SourceLocation
  ) -> Int? {
    let key = WordFolding.key(word)
    if let index = contract.columns.firstIndex(where: { WordFolding.key($0.name) == key }) {
      return index
    }
    let meant = contract.columns.first { $0.headers.contains { WordFolding.key($0) == key } }
    let nearest = meant?.name ?? NearestWord.to(word, among: contract.columns.map(\.name))
    report(
      .unknownColumn(name: quote(word), nearest: nearest), location, source: contract.name)
    return nil
  }

  /// The parts of a key. That of a single column is never split, whatever stands in it.
  private static func parts(_ key: String, of contract: SourceContract) -> [String] {
    if contract.key.count == 1 { return [key] }
    return key.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "｜" }
      .map { String($0) }
  }

  private mutating func report(
    _ problem: CorrectionProblem, _ location: SourceLocation, source: String = "",
    column: String = ""
  ) {
    findings.append(
      Finding(.correction(problem), source: source, location: location, column: column))
  }

  /// What became of the lines, in their order, when all sources are read: findings, and the
  /// corrections that were applied.
  /// - Parameter refused: the sources of which not all rows could be read.
  package func outcome(refused: Set<String>) -> (
    findings: [Finding], applied: [AppliedCorrection]
  ) {
    var findings = findings
    var applied: [(line: Int, correction: AppliedCorrection)] = []
    for contract in contracts {
      guard let set = sets[contract.name] else { continue }
      let outcome = set.outcome(isComplete: !refused.contains(contract.name))
      findings += outcome.findings
      applied += outcome.applied.map { (line: $0.0, correction: $0.1) }
    }
    let sorted = applied.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    return (
      findings.enumerated().sorted {
        ($0.element.location.line, $0.offset) < ($1.element.location.line, $1.offset)
      }.map(\.element), sorted.map(\.element.correction)
    )
  }
}
