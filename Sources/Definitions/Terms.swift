import Campus

/// Words of the ministry that several definitions use, in force from a day
/// (`pipelines/kpis/terms/<day>.yaml`): 專任教師, non-ROC.
package struct Terms: Sendable {
  package struct Term: Sendable {
    /// The ministry's sentence.
    package let text: String
    package let keep: Condition

    package init(text: String, keep: Condition) {
      self.text = text
      self.keep = keep
    }
  }

  package let inForceFrom: CalendarDate
  package let terms: [String: Term]

  package init(inForceFrom: CalendarDate, terms: [String: Term]) {
    self.inForceFrom = inForceFrom
    self.terms = terms
  }
}

extension [Terms] {
  /// The version with the greatest date not after a day.
  func inForce(on day: CalendarDate) -> Terms? {
    filter { $0.inForceFrom <= day }.max { $0.inForceFrom < $1.inForceFrom }
  }
}
