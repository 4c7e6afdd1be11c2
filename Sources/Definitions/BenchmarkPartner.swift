import Campus

/// One partner of `pipelines/codes/benchmark_partners.csv` (標竿姊妹校).
package struct BenchmarkPartner: Sendable {
  /// Days on which the partnership is in force, both included; nil does not bound.
  package struct Span: Sendable, Equatable {
    package let from: CalendarDate?
    package let to: CalendarDate?

    package init(from: CalendarDate?, to: CalendarDate?) {
      self.from = from
      self.to = to
    }
  }

  package let institution: String
  /// ISO 3166 code of the partner's country.
  package let country: String
  /// One span for each line of the list that names the institution.
  package let spans: [Span]

  package init(institution: String, country: String, spans: [Span]) {
    self.institution = institution
    self.country = country
    self.spans = spans
  }

  package func isInForce(on day: CalendarDate) -> Bool {
    spans.contains { span in
      (span.from.map { $0 <= day } ?? true) && (span.to.map { day <= $0 } ?? true)
    }
  }
}
