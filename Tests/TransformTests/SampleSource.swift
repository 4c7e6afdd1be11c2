import Campus
import Definitions
import Transform

/// A small source written in a test: columns, rows of cells, and what comes of them.
struct SampleSource {
  static let status = CodeList(
    name: "status",
    entries: [
      CodeList.Entry(code: "enrolled", label: "在學", english: "enrolled"),
      CodeList.Entry(code: "suspended", label: "休學", english: "suspended"),
    ],
    words: ["enrolled": 0, "在學": 0, "延畢": 0, "suspended": 1, "休學": 1, "臺休": 1])

  static let countries = CodeList(
    name: "countries",
    entries: [
      CodeList.Entry(code: "TW", label: "中華民國", english: "Taiwan"),
      CodeList.Entry(code: "JP", label: "日本", english: "Japan"),
      CodeList.Entry(code: "BO", label: "玻利維亞", english: "Bolivia"),
    ],
    words: [
      "tw": 0, "中華民國": 0, "臺灣": 0, "0": 0, "jp": 1, "日本": 1, "japan": 1, "51": 1,
      "bo": 2, "bolivia,plurinationalstateof": 2,
    ],
    dropsLeadingZeros: true)

  var columns: [ColumnContract]
  var key: [String] = []
  var identity: SourceContract.Identity?
  /// Names of the columns of each file; absent for all.
  var filesColumns: [[String]] = []
  /// The header under which a column is found, when it is not its first.
  var headers: [String: String] = [:]

  var contract: SourceContract {
    SourceContract(
      name: "sample", title: "", separator: UInt8(ascii: ","), encoding: nil, rejectLimit: 0,
      rejectLimitText: "", columns: columns,
      key: key.compactMap { name in columns.firstIndex { $0.name == name } }, identity: identity)
  }

  /// The rows of one file after another; the first row of each stands on line 2.
  func normalise(_ files: [[String]]..., keep: Set<String>? = nil) -> Outcome {
    normalise(files: files, keep: keep)
  }

  func normalise(files: [[[String]]], keep: Set<String>? = nil) -> Outcome {
    let findings = Findings()
    var names = Set(columns.map(\.name))
    if let identity { names.insert(identity.name) }
    var normaliser = SourceNormaliser(contract: contract, keep: keep ?? names) {
      findings.all.append($0)
    }
    var summaries: [FileSummary] = []
    for (index, rows) in files.enumerated() {
      let found = index < filesColumns.count ? filesColumns[index] : columns.map(\.name)
      var summary = FileSummary(
        source: "sample", file: SampleSource.file(index), sha256: "", encoding: "utf-8")
      summary.rows = rows.count
      summary.columns = found
      for column in columns where found.contains(column.name) {
        summary.headers[column.name] = headers[column.name] ?? column.headers.first
      }
      summaries.append(summary)
      var batch = RecordBatch(
        fileIndex: index,
        columns: found.compactMap { name in columns.firstIndex { $0.name == name } })
      for (row, cells) in rows.enumerated() {
        for cell in cells {
          batch.bytes += Array(cell.utf8)
          batch.endCell()
        }
        batch.lines.append(row + 2)
      }
      normaliser.append(batch, file: SampleSource.file(index))
    }
    return Outcome(table: normaliser.finish(files: summaries), found: findings.all)
  }

  static func file(_ index: Int) -> String { "sample-\(index).csv" }

  final class Findings {
    var all: [Finding] = []
  }

  struct Outcome {
    let table: Table
    let found: [Finding]

    /// `sample-0.csv:2 status unmapped-status`, one a finding.
    var findings: [String] {
      found.map { "\($0.location) \($0.column.isEmpty ? "*" : $0.column) \($0.code)" }
    }

    /// The values of a column as the reports write them.
    func values(_ column: String) -> [String?] {
      (0..<table.rowCount).map { table.columns[column]?.text($0) }
    }

    var lines: [Int] { table.lines.map(Int.init) }
  }
}

/// A column of a test's contract.
func column(
  _ name: String, _ type: ColumnContract.ValueType, required: Bool = false,
  needing: [String: String] = [:], missing: Int? = nil,
  derivation: ColumnContract.Derivation? = nil, personal: Bool = false
) -> ColumnContract {
  ColumnContract(
    name: name, type: type, required: required, headers: [name],
    headersNeeding: Dictionary(
      needing.map { (WordFolding.key($0.key), $0.value) }, uniquingKeysWith: { first, _ in first }),
    whenAbsent: .unavailable, missingMeans: missing, derivation: derivation, personal: personal)
}

/// What a single cell of a type becomes: its text, nil when missing, or the code of its problem.
func reading(_ cell: String, as type: ColumnContract.ValueType) -> String? {
  let source = SampleSource(columns: [column("value", type)])
  let outcome = source.normalise([[cell]])
  if let finding = outcome.found.first { return "!" + finding.code }
  return outcome.values("value").first ?? nil
}
