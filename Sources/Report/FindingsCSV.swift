import Campus

/// `evidence/findings.csv`: one line for every rejected row and warning (reports.md, section 4).
package enum FindingsCSV {
  /// Hands the file to `sink` piece by piece, as it may be long.
  package static func write(
    _ findings: [FindingRecord], language: Language, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    var csv = CSVText()
    csv.row(["severity", "code", "source", "file", "line", "column", "message"])
    for finding in findings {
      csv.cell(finding.severity.rawValue)
      csv.cell(finding.code)
      csv.cell(finding.source)
      csv.cell(finding.location.file)
      csv.cell(finding.location.line == 0 ? "" : String(finding.location.line))
      csv.cell(finding.column)
      csv.cell(finding.message(language))
      csv.endRow()
      try csv.handOver(to: sink)
    }
    try sink(csv.bytes)
  }
}
