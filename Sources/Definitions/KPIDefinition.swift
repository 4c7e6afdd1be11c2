import Campus

/// One KPI as the ministry defines it, in force from a day (`pipelines/kpis/kpi-NN/<day>.yaml`).
package struct KPIDefinition: Sendable {
  /// When a row happens, which decides whether it belongs to the period.
  package enum When: Sendable, Equatable {
    /// On the day of a date column.
    case day(column: String)
    /// In a month, given by a year and a month column; its day is the first of the month.
    case month(year: String, month: String)
    /// Over all days from one column to the other; its day is the first.
    case span(start: String, end: String)
    /// On the reference date of the row's semester.
    case referenceDate
  }

  package enum Count: Sendable, Equatable {
    case distinct(String)
    case rows
  }

  package struct Rule: Sendable {
    package let id: String
    package let reason: String
    /// The rule concerns only rows that satisfy this.
    package let onlyIf: Condition?
    package let keep: Condition
    /// The source in which the person is looked up, if the condition is about the person's row.
    package let lookup: String?
    package let warning: Warning?

    package init(
      id: String, reason: String, onlyIf: Condition?, keep: Condition, lookup: String?,
      warning: Warning? = nil
    ) {
      self.id = id
      self.reason = reason
      self.onlyIf = onlyIf
      self.keep = keep
      self.lookup = lookup
      self.warning = warning
    }
  }

  /// A warning about a counted row.
  package struct Warning: Sendable {
    package let code: String
    package let when: Condition

    package init(code: String, when: Condition) {
      self.code = code
      self.when = when
    }
  }

  /// A named figure beside the value.
  package struct Figure: Sendable {
    package enum Of: Sendable, Equatable {
      /// Rows that pass every rule.
      case counted
      /// Items left out by a rule and counted through no other row.
      case excludedBy(String)
    }

    package let key: String
    package let label: String
    package let english: String
    package let of: Of
    package let keep: Condition
    package let warning: Warning?

    package init(
      key: String, label: String, english: String, of: Of, keep: Condition, warning: Warning?
    ) {
      self.key = key
      self.label = label
      self.english = english
      self.of = of
      self.keep = keep
      self.warning = warning
    }
  }

  /// A dimension of the breakdown.
  package struct Dimension: Sendable {
    /// The name in the reports.
    package let by: String
    /// The column or derived value it reads.
    package let value: String
    /// The source in which the person is looked up on the day of the row.
    package let lookup: String?
    /// Codes to which a set is restricted; empty for all.
    package let only: [String]

    package init(by: String, value: String, lookup: String?, only: [String]) {
      self.by = by
      self.value = value
      self.lookup = lookup
      self.only = only
    }
  }

  /// A worked example: values of a row, and whether it is counted or which rule leaves it out.
  package struct Example: Sendable {
    package enum Outcome: Hashable, Sendable {
      case counted
      case notCounted
      case excludedBy(String)
    }

    package let who: String
    /// Column or derived value to its word; `students.programme` for a looked-up row.
    package let values: [(name: String, word: String)]
    package let outcome: Outcome
    /// The line of the definition file.
    package let line: Int

    package init(who: String, values: [(name: String, word: String)], outcome: Outcome, line: Int) {
      self.who = who
      self.values = values
      self.outcome = outcome
      self.line = line
    }
  }

  package let number: Int
  package let id: String
  package let inForceFrom: CalendarDate
  package let title: String
  package let english: String
  package let dataSource: String
  package let unit: String
  /// The ministry's text, word for word.
  package let text: String
  package let source: String
  package let when: When
  package let count: Count
  package let rules: [Rule]
  package let figures: [Figure]
  /// Rules of the further observations on reference dates: those in post. Nil for none but the
  /// rules of the KPI itself on the other reference dates.
  package let observationRules: [Rule]?
  package let dimensions: [Dimension]
  package let open: [String]
  package let examples: [Example]

  package init(
    number: Int, id: String, inForceFrom: CalendarDate, title: String, english: String,
    dataSource: String, unit: String, text: String, source: String, when: When, count: Count,
    rules: [Rule], figures: [Figure], observationRules: [Rule]?, dimensions: [Dimension],
    open: [String], examples: [Example]
  ) {
    self.number = number
    self.id = id
    self.inForceFrom = inForceFrom
    self.title = title
    self.english = english
    self.dataSource = dataSource
    self.unit = unit
    self.text = text
    self.source = source
    self.when = when
    self.count = count
    self.rules = rules
    self.figures = figures
    self.observationRules = observationRules
    self.dimensions = dimensions
    self.open = open
    self.examples = examples
  }

  /// The name of the definition in the reports: `kpi-04/2020-08-01`.
  package var name: String { "\(id)/\(inForceFrom)" }
}
