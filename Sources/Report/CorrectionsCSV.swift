import Campus

/// `evidence/corrections.csv`: one line for every row that a correction was applied to, with who
/// approved it.
package enum CorrectionsCSV {
  package static func text(_ corrections: [AppliedCorrection]) -> String {
    var csv = CSVText()
    csv.row(AppliedCorrection.columns + ["file", "line"])
    for correction in corrections {
      csv.row([
        correction.source, correction.key, correction.column, correction.old, correction.new,
        correction.reason, correction.approvedBy, correction.location.file,
        String(correction.location.line),
      ])
    }
    return csv.text
  }
}
