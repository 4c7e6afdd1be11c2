import Campus
import Count
import Store

/// What the commands say in English.
struct EnglishCommandWording: CommandWording {
  func nothingNew(_ period: ReportingPeriod, revision: Int) -> String {
    "nothing new: revision \(revision) of \(period) stands, made of the same exports and "
      + "definitions"
  }
  func noted(run: Int) -> String {
    "noted; 'campus-kpi report run-\(run)' writes the reports again with it"
  }
  func purged(_ record: PurgeRecord, before day: CalendarDate) -> String {
    "purged: \(record.runs) runs before \(day), \(record.evidenceRows) rows of evidence, "
      + "\(record.findings) findings; the values and a record of this stay"
  }
  let historyHead = [
    "pipeline", "period", "revision", "no.", "KPI", "value", "target", "unit", "computed",
  ]
  let runsHead = [
    "run", "pipeline", "period", "revision", "started", "ended", "exit", "program", "note",
  ]
  func evidencePurged(_ day: String) -> String { "evidence purged \(day)" }

  func hold(folder: String, definitions: Int, examples: Int) -> String {
    "\(folder): \(definitions) definitions and \(examples) worked examples hold"
  }
  let rulesHead = ["rule", "left out because", "rows"]
  let read = "read"
  let rejected = "rejected"
  let duplicates = "duplicates"
  let counted = "counted"
  func value(_ value: Int, unit: String) -> String { "value: \(value) \(unit)" }
  let openReadings = "open readings:"

  func noRow(kpi: String, key: String) -> String {
    "\(kpi): no accepted row has the key \(key); if its row was rejected, 'campus-kpi check' says "
      + "why"
  }
  func verdict(counted: Bool) -> String { counted ? "counted" : "not counted" }
  let stepsHead = ["rule", "verdict", "looked up"]
  func outcome(_ step: Explanation.Step) -> String {
    switch step.outcome {
    case .holds: "holds"
    case .fails: "left out: \(step.reason)"
    case .notConcerned: "does not apply"
    case .unknownPerson: "no row for the person"
    case .notReached: "not reached"
    }
  }
  func publishedNothing(revision: Int) -> String {
    "published in revision \(revision): nothing was decided on this key"
  }
  func published(revision: Int) -> String { "published in revision \(revision):" }

  func label(_ fact: PreviewFact) -> String {
    switch fact {
    case .encoding: "encoding"
    case .source: "source"
    case .records: "records"
    case .headerLine: "header line"
    case .column: "column"
    case .unknownColumns: "unknown columns"
    case .footerLine: "footer line"
    case .rows: "rows"
    case .rejected: "rejected for their width"
    }
  }
  let none = "none"
  let withByteOrderMark = ", with byte order mark"
  let noContract = "no contract fits"
  let lineNumber = "line"
}
