/// What the ministry's published tables say of schools and academic years: sums of headcounts.
package struct OpenDataResult: Sendable {
  /// One KPI of one school in one academic year.
  package struct Value: Sendable {
    package let kpi: String
    package let academicYear: Int
    package let value: Int
    /// The headcount columns that add up to the value.
    package let figures: [KPIResult.Figure]

    package init(kpi: String, academicYear: Int, value: Int, figures: [KPIResult.Figure]) {
      self.kpi = kpi
      self.academicYear = academicYear
      self.value = value
      self.figures = figures
    }
  }

  package struct SchoolValues: Sendable {
    package let school: School
    /// By KPI and then by year.
    package let values: [Value]

    package init(school: School, values: [Value]) {
      self.school = school
      self.values = values
    }
  }

  /// Where the rows of one table went.
  package struct TableRows: Sendable {
    package let source: String
    package let title: String
    package let reason: String
    package let funnel: KPIResult.Funnel

    package init(source: String, title: String, reason: String, funnel: KPIResult.Funnel) {
      self.source = source
      self.title = title
      self.reason = reason
      self.funnel = funnel
    }
  }

  /// By code, as numbers.
  package let schools: [SchoolValues]
  /// All schools together.
  package let totals: [Value]
  package let tables: [TableRows]

  package init(schools: [SchoolValues], totals: [Value], tables: [TableRows]) {
    self.schools = schools
    self.totals = totals
    self.tables = tables
  }
}
