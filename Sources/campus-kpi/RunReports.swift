import Campus
import Report
import Store

/// Every report of a run, from what the store keeps of it: a stored run gives the same bytes again.
enum RunReports {
  /// The option of a run whose evidence has pseudonyms in place of identifiers.
  static let pseudonymised = "pseudonymise"

  /// The language of the reports: a locale must not change their bytes.
  private static let language = Language.traditionalChinese

  /// - Parameters:
  ///   - pseudonyms: replaces identifiers in the evidence; nil leaves them.
  ///   - then: called when every report is written, before anything is published.
  static func rendering(
    pseudonyms: Pseudonyms?, then: @escaping (RunResult) throws -> Void
  ) -> Rendering {
    Rendering(
      evidence: { decisions, folder in
        let name = "evidence/kpi-\(padded(decisions.kpi, 2)).csv"
        let rows = EvidenceRows(decisions)
        try folder.write(try EvidenceCSV.bytes(rows, pseudonyms: pseudonyms), to: name)
      },
      reports: { result, folder in
        try folder.write(KPIJSON.text(result), to: "kpi.json")
        for file in try TableReports.files(result) { try folder.write(file.bytes, to: file.path) }
        try folder.write(
          FindingsCSV.text(result.findings, language: language), to: "evidence/findings.csv")
        if let restatement = result.restatement {
          try folder.write(
            RestatementCSV.text(restatement, pseudonyms: pseudonyms), to: "restatement.csv")
        }
        if !result.corrections.isEmpty {
          try folder.write(
            CorrectionsCSV.text(result.corrections), to: "evidence/corrections.csv")
        }
        try then(result)
      })
  }
}
