import Campus

/// The page's words in English.
package struct EnglishPageWording: PageWording {
  package init() {}

  package let tag = "en"
  package let programme = "Higher Education Sprout Project, international focus"
  package let title = "Key performance indicators"
  package let skip = "Skip to content"
  package let contents = "Contents"
  package func period(_ period: ReportingPeriod) -> String { days(period) }
  package func days(_ period: ReportingPeriod) -> String { "\(period.from) to \(period.to)" }
  package func revision(_ number: Int) -> String { "Revision \(number)" }
  package let publicEdition = "Public edition"
  package let publicNote =
    "To protect personal data, numbers below 5 in breakdowns are shown as <5; some larger numbers "
    + "are withheld so that totals do not give the small ones away."

  package let overview = "At a glance"
  package func summary(
    reached: Int, below: Int, withoutTarget: Int, unavailable: Int
  ) -> [SummaryPart] {
    [
      SummaryPart(kind: .reached, count: reached, text: "on target"),
      SummaryPart(kind: .below, count: below, text: "below target"),
      SummaryPart(kind: .plain, count: withoutTarget, text: "without a target"),
      SummaryPart(kind: .plain, count: unavailable, text: "unavailable"),
    ]
  }
  package let overviewLegend =
    "Each indicator is drawn against its own target: the line is the target, the bar the value, the "
    + "open circle the year before. The scale runs from 0 to one and a half targets; » marks what "
    + "lies beyond."
  package let kpi = "Indicator"
  package let value = "Value"
  package let target = "Target"
  package let achievement = "Achieved"
  package let againstTarget = "Value against target"
  package let sinceRevision = "Since last revision"
  package let yearBefore = "Year before"
  package let reached = "Reached"
  package let below = "Below"
  package let withoutTarget = "No target"
  package let unavailable = "Unavailable"
  package let unchanged = "Unchanged"
  package let none = "None"
  package func bullet(value: String, target: String, percent: String, yearBefore: String?) -> String
  {
    "Value \(value), target \(target), \(percent)% achieved"
      + (yearBefore.map { ", year before \($0)" } ?? "")
  }

  package let changes = "What changed"
  package let changesSinceRevision = "Since the last revision"
  package let firstRevision =
    "This is the first revision of this period; there is no earlier one to compare with."
  package func noChanges(since revision: Int) -> String {
    "All values are the same as in revision \(revision)."
  }
  package func valueOfRevision(_ number: Int) -> String { "Revision \(number)" }
  package let valueBefore = "Before"
  package let difference = "Change"
  package let causes = "Causes"
  package func cause(_ cause: Restatement.Cause) -> String {
    switch cause {
    case .rowAdded: "Row added"
    case .rowRemoved: "Row removed"
    case .valueChanged: "Value changed"
    case .ruleChanged: "Rule changed"
    case .noLongerRejected: "Rejected before, accepted now"
    case .newlyRejected: "Accepted before, rejected now"
    case .programChanged: "Program changed"
    }
  }
  package func came(_ count: String) -> String { "\(count) came" }
  package func went(_ count: String) -> String { "\(count) went" }
  package let causesWithheld = "Withheld"
  package let changesSinceYear = "Compared with the year before"
  package let noYearBefore = "No value has been published for the same days of the year before."

  package let kpis = "The fourteen indicators"
  package let definition = "Definition"
  package let definitionFile = "Definition file"
  package let dataSource = "Data source"
  package let referenceDate = "Reference date"
  package let figures = "Figures"
  package let observations = "Observations on further reference dates"
  package let breakdown = "Breakdown"
  package func dimension(_ by: String) -> String {
    switch by {
    case "programme": "Programme"
    case "nationality": "Nationality"
    case "identity": "Identity"
    case "gender": "Gender"
    case "college": "College"
    case "rank": "Rank"
    case "scheme": "Recruitment scheme"
    case "category": "Category"
    case "country": "Country or region"
    case "kind": "Kind of activity"
    case "location": "In Taiwan or abroad"
    case "institution_country": "Country of the institution"
    case "role": "Role"
    case "index": "Index"
    case "journal": "Journal"
    case "publisher_country": "Country of publication"
    case "language": "Language"
    case "partner_country": "Partner country"
    case "figure": "Figure"
    case "partner": "Benchmark partner"
    default: by
    }
  }
  package func entries(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }
  package func furtherEntries(_ count: Int) -> String {
    count == 1 ? "1 further entry" : "\(count) further entries"
  }
  package func unnamedEntries(_ count: Int) -> String {
    "\(entries(count)) more, with small numbers; names and numbers are withheld."
  }
  package func dimensionsWithheld(_ names: [String]) -> String {
    "Withheld, for the numbers are small: \(names.joined(separator: ", "))."
  }
  package let item = "Item"
  package let history = "The same days of other years"
  package func historyOf(_ title: String, first: String, last: String) -> String {
    "\(title): from \(first) to \(last)"
  }
  package func axis(_ period: ReportingPeriod) -> (from: String, to: String) {
    func month(_ day: CalendarDate) -> String {
      "\(day.components.year)-" + padded(day.components.month, 2)
    }
    return (month(period.from) + "–", month(period.to))
  }
  package let firstPublished =
    "This is the first published period of its kind; there is nothing to compare it with yet."
  package let otherPeriods = "All published periods"
  package let periodColumn = "Period"
  package let revisionColumn = "Revision"
  package let funnel = "From rows read to rows counted"
  package let funnelNote =
    "Rules are applied in order; a row is left out by the first rule that it does not satisfy."
  package let step = "Step"
  package let rows = "Rows"
  package let read = "Read"
  package let rejected = "Rejected"
  package let duplicates = "Merged duplicates"
  package let counted = "Counted"
  package let stepsWithheld = "The public edition does not say how many rows each step left out."
  package let warnings = "Warnings"
  package let openReadings = "Open readings"
  package let annotations = "Explanations"
  package let toOverview = "Back to the overview"

  package let quality = "Data quality"
  package let inputs = "Files read"
  package let source = "Source"
  package let file = "File"
  package let encoding = "Encoding"
  package let digest = "SHA-256"
  package let findings = "Findings"
  package let noFindings = "No row was rejected and nothing calls for attention."
  package let severity = "Kind"
  package func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: "Rejected"
    case .warning: "Warning"
    }
  }
  package let meaning = "Meaning"
  package let action = "What to do"
  package let count = "Rows"

  package let notes = "Notes for the office"
  package let glossaryTitle = "Glossary"
  package let colophon =
    "The same inputs and definitions give the same bytes in this report. How each number is counted "
    + "stands in its definition and its steps."
  package let small = "<5"
  package let withheld = "withheld"
}
