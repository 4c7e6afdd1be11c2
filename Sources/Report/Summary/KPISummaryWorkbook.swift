import Campus

/// The workbook of 績效指標達成情形表: the table, and a sheet for each KPI.
package enum KPISummaryWorkbook {
  package static func workbook(_ run: RunResult) -> Workbook {
    let notes = KPINotes(run)
    return Workbook(
      title: KPISummarySheet.title, author: run.school.name, created: run.period.to,
      sheets: [KPISummarySheet.sheet(run, notes: notes)]
        + run.kpis.map { KPISheet.sheet($0, run: run, notes: notes) })
  }
}
