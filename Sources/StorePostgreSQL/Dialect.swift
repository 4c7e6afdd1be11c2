/// The statements of the store's tables and views in the words of PostgreSQL: one source for both.
///
/// The store's identity has a table of its own form, see CopySchema. Texts are compared byte by byte
/// as SQLite does, whatever the language of the server. Tables of packed columns are left out: only
/// this program can read them, and no view does. The evidence stays a table here, whose rows are
/// those of the store's view.
enum Dialect {
  /// Tables whose rows belong to a run.
  static let tablesOfRuns = [
    "inputs", "definitions_used", "kpi_values", "figures", "observations", "breakdowns",
    "exclusions", "kpi_warnings", "open_readings", "findings", "evidence", "decisions",
    "corrections", "restatements", "restatement_causes",
  ]
  /// Small tables that are compared and written as a whole.
  static let wholeTables = ["annotations", "purges"]
  static let tablesLeftOut = [
    "store", "packed_columns", "decision_columns", "rejected_columns", "details", "detail_columns",
    "evidence_blocks",
  ]
  /// Views of the store that are tables here.
  static let tablesOfViews = ["evidence"]

  static func statements(_ texts: [String]) -> [String] {
    texts.flatMap { split($0) }.filter { !isLeftOut($0) }.map { translated($0) }
  }

  /// Comments go: they may hold anything.
  private static func split(_ text: String) -> [String] {
    text.split(separator: "\n").filter { !$0.drop(while: { $0 == " " }).hasPrefix("--") }
      .joined(separator: "\n")
      .split(separator: ";").map(String.init)
      .filter { $0.contains { !$0.isWhitespace } }
  }

  private static func isLeftOut(_ statement: String) -> Bool {
    let words = statement.prefix { $0 != "(" }.split(whereSeparator: \.isWhitespace)
    guard words.first != "INSERT" else { return true }
    guard words.count > 2 else { return false }
    if words[0] == "DROP" || words[1] == "VIEW" { return tablesOfViews.contains(String(words[2])) }
    let table = words.firstIndex(of: "ON").map { words[$0 + 1] } ?? words[2]
    return tablesLeftOut.contains(String(table))
  }

  private static let replacements = [
    (" STRICT, WITHOUT ROWID", ""), (" STRICT", ""), (" INTEGER", " bigint"),
    (" TEXT", " text COLLATE \"C\""),
    // A run may be copied anew while a later one refers to it.
    (
      "previous_run bigint REFERENCES runs (run)",
      "previous_run bigint REFERENCES runs (run) DEFERRABLE INITIALLY DEFERRED"
    ),
    // json_extract(e.columns, '$."kind"') is (e.columns::json ->> 'kind').
    ("json_extract(e.columns, '$.\"", "(e.columns::json ->> '"), ("\"')", "')"),
  ]

  private static func translated(_ statement: String) -> String {
    replacements.reduce(statement) { $0.replacing($1.0, with: $1.1) }
  }
}
