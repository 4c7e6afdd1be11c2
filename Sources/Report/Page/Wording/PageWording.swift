import Campus

/// Every word of the page that is not data, in one language. One file implements it for each
/// language, so that the compiler finds what a language lacks.
package protocol PageWording: Sendable {
  /// The page's language as HTML names it.
  var tag: String { get }

  // The head of the page.
  var programme: String { get }
  var title: String { get }
  var skip: String { get }
  var contents: String { get }
  func period(_ period: ReportingPeriod) -> String
  func days(_ period: ReportingPeriod) -> String
  func revision(_ number: Int) -> String
  var publicEdition: String { get }
  var publicNote: String { get }

  // The fourteen values.
  var overview: String { get }
  func summary(reached: Int, below: Int, withoutTarget: Int, unavailable: Int) -> [SummaryPart]
  var overviewLegend: String { get }
  var kpi: String { get }
  var value: String { get }
  var target: String { get }
  var achievement: String { get }
  var againstTarget: String { get }
  var sinceRevision: String { get }
  var yearBefore: String { get }
  var reached: String { get }
  var below: String { get }
  var withoutTarget: String { get }
  var unavailable: String { get }
  var unchanged: String { get }
  var none: String { get }
  func bullet(value: String, target: String, percent: String, yearBefore: String?) -> String

  // What changed.
  var changes: String { get }
  var changesSinceRevision: String { get }
  var firstRevision: String { get }
  func noChanges(since revision: Int) -> String
  func valueOfRevision(_ number: Int) -> String
  var valueBefore: String { get }
  var difference: String { get }
  var causes: String { get }
  func cause(_ cause: Restatement.Cause) -> String
  func came(_ count: String) -> String
  func went(_ count: String) -> String
  var causesWithheld: String { get }
  var changesSinceYear: String { get }
  var noYearBefore: String { get }

  // One KPI.
  var kpis: String { get }
  var definition: String { get }
  var definitionFile: String { get }
  var dataSource: String { get }
  var referenceDate: String { get }
  var figures: String { get }
  var observations: String { get }
  var breakdown: String { get }
  func dimension(_ by: String) -> String
  func entries(_ count: Int) -> String
  func furtherEntries(_ count: Int) -> String
  func unnamedEntries(_ count: Int) -> String
  func dimensionsWithheld(_ names: [String]) -> String
  var item: String { get }
  var history: String { get }
  func historyOf(_ title: String, first: String, last: String) -> String
  /// The two lines under a point of the history.
  func axis(_ period: ReportingPeriod) -> (from: String, to: String)
  var firstPublished: String { get }
  var otherPeriods: String { get }
  var periodColumn: String { get }
  var revisionColumn: String { get }
  var funnel: String { get }
  var funnelNote: String { get }
  var step: String { get }
  var rows: String { get }
  var read: String { get }
  var rejected: String { get }
  var duplicates: String { get }
  var counted: String { get }
  var stepsWithheld: String { get }
  var warnings: String { get }
  var openReadings: String { get }
  var annotations: String { get }
  var toOverview: String { get }

  // Data quality.
  var quality: String { get }
  var inputs: String { get }
  var source: String { get }
  var file: String { get }
  var encoding: String { get }
  var digest: String { get }
  var findings: String { get }
  var noFindings: String { get }
  var severity: String { get }
  func severity(_ severity: Finding.Severity) -> String
  var meaning: String { get }
  var action: String { get }
  var count: String { get }
  /// What a code says and what to do; nil for a code that only a definition knows.
  func finding(_ code: String) -> FindingNote?

  // Notes.
  var notes: String { get }
  var guides: [Guide] { get }
  var glossaryTitle: String { get }
  var glossary: [Term] { get }
  var colophon: String { get }

  // Numbers that are hidden.
  var small: String { get }
  var withheld: String { get }
}

/// A number of KPIs and what it says of them.
package struct SummaryPart: Sendable {
  package enum Kind: String, Sendable {
    case reached, below, plain
  }

  package let kind: Kind
  package let count: Int
  package let text: String
}

/// What a finding's code means and what to do about it.
package struct FindingNote: Sendable {
  package let meaning: String
  package let action: String

  package init(_ meaning: String, _ action: String) {
    self.meaning = meaning
    self.action = action
  }
}

/// How to do something, step by step; `backticks` mark code.
package struct Guide: Sendable {
  package let title: String
  package let steps: [String]
}

/// A word of the trade.
package struct Term: Sendable {
  package let term: String
  package let explanation: String
}

extension PageWording {
  func text(_ number: PageNumber) -> String {
    switch number {
    case .exact(let value): DigitGroups.text(value)
    case .small: small
    case .withheld: withheld
    }
  }
}

extension Language {
  package var pageWording: any PageWording {
    switch self {
    case .english: EnglishPageWording()
    case .traditionalChinese: TraditionalChinesePageWording()
    }
  }
}
