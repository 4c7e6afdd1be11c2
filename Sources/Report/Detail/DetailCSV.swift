import Campus

/// `tables/kpi-NN.csv`: a detail table in the ministry's layout, with its title in the first line as
/// the ministry's own tables have it.
package enum DetailCSV {
  package static func text(_ table: DetailTable) -> String {
    var csv = CSVText()
    csv.row([table.heading])
    csv.row(table.columns.map(\.heading))
    for row in table.rows { csv.row(row.map(\.text)) }
    return csv.text
  }
}
