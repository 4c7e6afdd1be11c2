import Campus

/// Published tables of headcounts (sources.md, section 5): what is counted in them is a sum.
package struct OpenDataDefinition: Sendable {
  /// A column of headcounts that belongs to the value.
  package struct Sum: Sendable {
    package let column: String
    package let label: String
    package let english: String

    package init(column: String, label: String, english: String) {
      self.column = column
      self.label = label
      self.english = english
    }
  }

  package struct Table: Sendable {
    package let source: SourceContract
    /// The beginnings of the names of its files; of several tables the longest that fits is taken.
    package let fileBeginnings: [String]
    package let kpi: String
    /// The columns by which a row belongs to a year and a school.
    package let academicYear: String
    package let school: String
    package let schoolName: String
    package let sums: [Sum]
    package let keep: Condition
    /// Why the other rows are left out.
    package let reason: String

    package init(
      source: SourceContract, fileBeginnings: [String], kpi: String, academicYear: String,
      school: String, schoolName: String, sums: [Sum], keep: Condition, reason: String
    ) {
      self.source = source
      self.fileBeginnings = fileBeginnings
      self.kpi = kpi
      self.academicYear = academicYear
      self.school = school
      self.schoolName = schoolName
      self.sums = sums
      self.keep = keep
      self.reason = reason
    }
  }

  package let name: String
  package let title: String
  package let tables: [Table]
  package let open: [String]

  package init(name: String, title: String, tables: [Table], open: [String]) {
    self.name = name
    self.title = title
    self.tables = tables
    self.open = open
  }
}
