/// One KPI of one run, as every report shows it. No writer computes anything further.
package struct KPIResult: Sendable {
  package enum Status: String, Sendable {
    case ok, unavailable
  }

  /// A named figure of a KPI that has several.
  package struct Figure: Hashable, Sendable {
    package let key: String
    package let label: String
    package let value: Int

    package init(key: String, label: String, value: Int) {
      self.key = key
      self.label = label
      self.value = value
    }
  }

  /// The value on a further reference date.
  package struct Observation: Hashable, Sendable {
    package let referenceDate: CalendarDate
    package let value: Int

    package init(referenceDate: CalendarDate, value: Int) {
      self.referenceDate = referenceDate
      self.value = value
    }
  }

  package struct BreakdownEntry: Hashable, Sendable {
    package let by: String
    package let key: String
    package let label: String
    package let value: Int

    package init(by: String, key: String, label: String, value: Int) {
      self.by = by
      self.key = key
      self.label = label
      self.value = value
    }
  }

  /// Rows that a rule left out.
  package struct Exclusion: Hashable, Sendable {
    package let rule: String
    package let reason: String
    package let rows: Int

    package init(rule: String, reason: String, rows: Int) {
      self.rule = rule
      self.reason = reason
      self.rows = rows
    }
  }

  /// Where every row that was read went: read = rejected + duplicates + excluded + counted.
  package struct Funnel: Hashable, Sendable {
    package var read = 0
    package var rejected = 0
    package var duplicates = 0
    package var excluded = 0
    package var counted = 0

    package init() {}
  }

  package let number: Int
  package let id: String
  package let title: String
  package let english: String
  /// Where the ministry takes the number from: 校庫匯入 or 學校填報.
  package let dataSource: String
  package let unit: String
  /// The definition in force, such as `kpi-04/2020-08-01`.
  package let definition: String
  /// The ministry's text, word for word.
  package var text = ""
  package var status = Status.ok
  /// Which file or column is missing, when unavailable.
  package var reason: String?
  package var value: Int?
  package var target: Int?
  package var referenceDate: CalendarDate?
  package var figures: [Figure] = []
  package var observations: [Observation] = []
  package var breakdown: [BreakdownEntry] = []
  package var funnel: Funnel?
  package var exclusions: [Exclusion] = []
  /// Codes of warnings that bear on the number, each once, sorted.
  package var warnings: [String] = []
  /// Readings that the ministry's text leaves open.
  package var open: [String] = []

  package init(
    number: Int, id: String, title: String, english: String, dataSource: String, unit: String,
    definition: String
  ) {
    self.number = number
    self.id = id
    self.title = title
    self.english = english
    self.dataSource = dataSource
    self.unit = unit
    self.definition = definition
  }
}

extension KPIResult {
  /// Value by target, rounded to four decimals, without closing zeros; nil without either.
  package var achievement: String? { ratio(scale: 1) }

  /// The achievement in per cent, rounded to two decimals.
  package var achievementPercent: String? { ratio(scale: 100) }

  private func ratio(scale: Int) -> String? {
    guard let value, let target, target > 0 else { return nil }
    let tenThousandths = (value * 20_000 + target) / (target * 2)
    return FixedPoint.text(Int128(tenThousandths * scale) * (FixedPoint.one / 10_000))
  }
}
