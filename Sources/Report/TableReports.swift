import Campus

/// A report as the bytes of a file below the output folder.
package struct ReportBytes: Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// The ministry's tables of a run in all their formats: 績效指標達成情形表 and the detail tables.
package enum TableReports {
  /// Begins to write them side by side, as the workbooks of a large university take longer than its
  /// counts; the detail workbooks come first, as they take longest.
  package static func start(_ run: RunResult, on workers: Workers) -> StartedJobs<ReportBytes> {
    let summary = KPISummaryWorkbook.workbook(run)
    var jobs: [@Sendable () throws -> ReportBytes] = []
    if !run.details.isEmpty {
      let details = DetailWorkbook.workbook(run)
      jobs += [
        { ReportBytes(path: "tables.xlsx", bytes: try XLSXWriter.bytes(details)) },
        { ReportBytes(path: "tables.ods", bytes: try ODSWriter.bytes(details)) },
      ]
    }
    jobs += [
      { ReportBytes(path: "kpi-summary.xlsx", bytes: try XLSXWriter.bytes(summary)) },
      { ReportBytes(path: "kpi-summary.ods", bytes: try ODSWriter.bytes(summary)) },
      { ReportBytes(path: "kpi-summary.csv", bytes: KPISummaryCSV.bytes(summary.sheets[0])) },
    ]
    jobs += run.details.map { table in
      { ReportBytes(path: "tables/\(table.id).csv", bytes: DetailCSV.bytes(table)) }
    }
    return workers.start(jobs)
  }
}
