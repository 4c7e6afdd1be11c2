/// An explanation that someone gave for a KPI of a revision; the reports carry it.
package struct Annotation: Hashable, Sendable {
  package let kpi: Int
  package let text: String
  /// When it was given, as a time of day with its zone.
  package let added: String

  package init(kpi: Int, text: String, added: String) {
    self.kpi = kpi
    self.text = text
    self.added = added
  }
}
