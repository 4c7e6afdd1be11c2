import Campus
import Definitions

@testable import Extract

extension Harness {
  typealias TableReading = @Sendable (TableFile, TableFile.Sharing?) throws -> ReadTable

  /// A file that is cut into stretches is read as in sequence: rows, lines, findings and summary.
  static func stretches(read: @escaping TableReading = ReadTable.init) -> Harness {
    Harness(name: "stretches") { bytes in
      guard bytes.count > 1 else { return }
      let encodings = [nil] + SourceContract.Encoding.allCases
      let contract = SourceContract.people(encoding: encodings[Int(bytes[0]) % encodings.count])
      let scratch = try ScratchFile(bytes.dropFirst(2), name: "people.csv")
      defer { scratch.remove() }
      let table = TableFile(contract: contract, file: scratch.file, index: 0)
      let sharing = TableFile.Sharing(
        workers: Workers(count: 2), smallestFile: 0, stretchSize: 16 + 2 * Int(bytes[1]))
      let expected = try read(table, nil)
      let found = try read(table, sharing)
      try expect(found == expected, "in stretches \(found), in sequence \(expected)")
    }
  }
}

/// What a table's file was read as, with lines counted from the beginning of the file.
struct ReadTable: Equatable {
  var summary: FileSummary?
  var findings: [String] = []
  var rows: [String] = []

  init(_ table: TableFile, _ sharing: TableFile.Sharing?) throws {
    summary = try table.read(
      sharing: sharing, report: { note($0, 0) }, decode: { $0 }, consume: { note($0, $1) }
    ).summary
  }

  private mutating func note(_ finding: Finding, _ before: Int) {
    findings.append("\(finding.location.line + before) \(finding.code)")
  }

  private mutating func note(_ batch: RecordBatch, _ before: Int) {
    for finding in batch.findings { note(finding, before) }
    let width = batch.columns.count
    for record in 0..<batch.recordCount {
      let cells = (record * width..<(record + 1) * width).map { Array(batch.cell($0)) }
      rows.append("\(batch.lines[record] + before): \(cells)")
    }
  }
}

extension SourceContract {
  /// A small table: 學號 is required, 姓名 is not.
  fileprivate static func people(encoding: Encoding?) -> SourceContract {
    let columns = [("id", "學號", true), ("name", "姓名", false)].map { name, header, required in
      ColumnContract(
        name: name, type: .text, required: required, headers: [header, name], headersNeeding: [:],
        whenAbsent: .unavailable, missingMeans: nil, derivation: nil, personal: false)
    }
    return SourceContract(
      name: "people", title: "", separator: UInt8(ascii: ","), encoding: encoding, rejectLimit: 0,
      rejectLimitText: "", columns: columns, key: [], identity: nil)
  }
}
