import Campus

/// What `check` found: the files with their rows, and which KPIs can be computed.
package enum CheckTable {
  package static func text(files: [FileSummary], kpis: [KPIResult], language: Language) -> String {
    let wording = language.tables
    var lines = AlignedTable.lines(
      head: wording.filesHead,
      rows: files.map {
        [
          $0.source, $0.file, $0.encoding, String($0.rows), String($0.rejected),
          String($0.duplicates),
        ]
      }, right: [3, 4, 5])
    guard !kpis.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    lines.append("")
    lines += AlignedTable.lines(
      head: wording.availabilityHead,
      rows: kpis.map {
        [
          String($0.number), wording.name($0.title, english: $0.english),
          $0.reason ?? wording.available + notes($0),
        ]
      }, right: [0])
    return lines.joined(separator: "\n") + "\n"
  }

  private static func notes(_ kpi: KPIResult) -> String {
    kpi.warnings.isEmpty ? "" : " [" + kpi.warnings.joined(separator: ", ") + "]"
  }
}
