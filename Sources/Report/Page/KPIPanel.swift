import Campus

/// One KPI as the page shows it: every number that must be hidden is already gone, so that what
/// draws it cannot give it away.
package struct KPIPanel: Sendable {
  package struct Figure: Sendable {
    package let key: String
    package let label: String
    package let number: PageNumber
  }

  package struct Observation: Sendable {
    package let referenceDate: CalendarDate
    package let number: PageNumber
  }

  /// The breakdown by one dimension.
  package struct Dimension: Sendable {
    package struct Entry: Sendable {
      package let key: String
      package let label: String
      package let number: PageNumber
    }

    package let by: String
    package let entries: [Entry]
    /// Hidden entries whose labels would name what they count.
    package let unnamed: Int
    /// Nothing of it may be shown.
    package let withheld: Bool
  }

  /// Where the rows went, from read to counted.
  package struct Funnel: Sendable {
    package enum Step: Sendable {
      case rejected, duplicates
      case excluded(rule: String, reason: String)
    }

    package let read: Int
    package let counted: PageNumber
    /// Withheld altogether, or exact altogether.
    package let steps: [(step: Step, number: PageNumber)]
  }

  package let number: Int
  package let id: String
  package let title: String
  package let english: String
  package let dataSource: String
  package let unit: String
  package let definition: String
  package let definitionText: String
  package let status: KPIResult.Status
  package let reason: String?
  package let value: Int?
  package let target: Int?
  package let achievementPercent: String?
  package let referenceDate: CalendarDate?
  package let warnings: [String]
  package let open: [String]
  package let annotations: [String]
  package let figures: [Figure]
  package let observations: [Observation]
  package let dimensions: [Dimension]
  package let funnel: Funnel?
  /// This revision and those of other periods, each period's last, oldest first.
  package let history: [PublishedValue]
  /// The last revision of this period before this one.
  package let before: PublishedValue?
  /// The last revision of the same days a year before.
  package let yearBefore: PublishedValue?

  /// Nil without a value or without a target above zero.
  package var isReached: Bool? {
    guard let value, let target, target > 0 else { return nil }
    return value >= target
  }

  /// What came or went since an earlier value; nil when either has no value.
  package func difference(since earlier: PublishedValue?) -> Int? {
    guard let value, let old = earlier?.value else { return nil }
    return value - old
  }
}
