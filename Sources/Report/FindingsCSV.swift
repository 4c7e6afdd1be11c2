import Campus

/// `evidence/findings.csv`: one line for every rejected row and warning (reports.md, section 4).
package enum FindingsCSV {
  package static func text(_ findings: [FindingRecord], language: Language) -> String {
    var csv = CSVText()
    csv.row(["severity", "code", "source", "file", "line", "column", "message"])
    for finding in findings {
      csv.row([
        finding.severity.rawValue, finding.code, finding.source, finding.location.file,
        finding.location.line == 0 ? "" : String(finding.location.line), finding.column,
        finding.message(language),
      ])
    }
    return csv.text
  }
}
