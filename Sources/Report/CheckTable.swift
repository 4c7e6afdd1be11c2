import Campus

/// What `check` found: the files with their rows, and which KPIs can be computed.
package enum CheckTable {
  package static func text(files: [FileSummary], kpis: [KPIResult], language: Language) -> String {
    let chinese = language == .traditionalChinese
    let head =
      chinese
      ? ["來源", "檔案", "編碼", "讀取", "剔除", "重複"]
      : ["source", "file", "encoding", "rows", "rejected", "duplicates"]
    var lines = AlignedTable.lines(
      head: head,
      rows: files.map {
        [
          $0.source, $0.file, $0.encoding, String($0.rows), String($0.rejected),
          String($0.duplicates),
        ]
      }, right: [3, 4, 5])
    guard !kpis.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    lines.append("")
    lines += AlignedTable.lines(
      head: chinese ? ["序號", "KPI項目", "可否計算"] : ["no.", "KPI", "computable"],
      rows: kpis.map {
        [
          String($0.number), chinese ? $0.title : $0.english,
          $0.reason ?? (chinese ? "可" : "yes") + notes($0),
        ]
      }, right: [0])
    return lines.joined(separator: "\n") + "\n"
  }

  private static func notes(_ kpi: KPIResult) -> String {
    kpi.warnings.isEmpty ? "" : " [" + kpi.warnings.joined(separator: ", ") + "]"
  }
}
