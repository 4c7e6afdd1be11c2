import Campus
import Report
import Store

/// Every report of a run, from what the store keeps of it: a stored run gives the same bytes again.
enum RunReports {
  /// - Parameter pseudonyms: replaces identifiers in the evidence; nil leaves them.
  static func rendering(_ language: Language, pseudonyms: Pseudonyms?) -> Rendering {
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
      })
  }
}
