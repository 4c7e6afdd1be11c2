import Campus

/// The tables on the terminal in English.
struct EnglishTableWording: TableWording {
  let showsChineseNames = false
  let unavailable = "unavailable"
  let none = "none"

  let valuesHead = ["no.", "KPI", "unit", "value", "target", "%"]
  let dataNotes = "data notes:"

  let filesHead = ["source", "file", "encoding", "rows", "rejected", "duplicates"]
  let availabilityHead = ["no.", "KPI", "computable"]
  let available = "yes"

  func difference(from old: Int, to new: Int) -> String { "revision \(old) to revision \(new):" }
  func noDifference(from old: Int, to new: Int) -> String {
    "revision \(old) to revision \(new): no value and no counted key changed"
  }
  let changesHead = ["KPI", "old", "new", "change", "came", "went", "causes"]
  func correctionsApplied(_ count: Int) -> String { "corrections applied: \(count)" }
  let noValue = "(none)"
  func correction(_ line: String) -> String { "correction: \(line)" }

  let schoolsHead = ["code", "school", "academic year", "KPI", "headcount", "of which"]
  let allSchools = "all schools"
  func funnel(_ table: OpenDataResult.TableRows) -> String {
    let funnel = table.funnel
    return "\(table.title): \(funnel.read) read, \(funnel.rejected) rejected, "
      + "\(funnel.excluded) left out (\(table.reason), other years), \(funnel.counted) counted"
  }
}
