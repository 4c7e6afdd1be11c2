import Campus

/// `evidence/corrections.csv`: one line for every row that a correction was applied to, with who
/// approved it.
package enum CorrectionsCSV {
  /// - Parameter pseudonyms: replaces the key and both values, which may name a person; nil leaves
  ///   them.
  package static func bytes(
    _ corrections: [AppliedCorrection], pseudonyms: Pseudonyms? = nil
  ) -> [UInt8] {
    func shown(_ text: String) -> String {
      text.isEmpty ? text : pseudonyms.map { $0.pseudonym(of: text) } ?? text
    }
    var csv = CSVText()
    csv.row(AppliedCorrection.columns + ["file", "line"])
    for correction in corrections {
      csv.row([
        correction.source, shown(correction.key), correction.column, shown(correction.old),
        shown(correction.new),
        correction.reason, correction.approvedBy, correction.location.file,
        String(correction.location.line),
      ])
    }
    return csv.bytes
  }
}
