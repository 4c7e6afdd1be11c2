/// The layout of one of the ministry's detail tables (`pipelines/reports/<kpi>.yaml`): its headings
/// in order, what stands under each, and whose heads are counted.
package struct ReportLayout: Sendable {
  package enum Lines: String, CaseIterable, Sendable {
    /// One line for each combination of the columns, with headcounts.
    case groups
    /// One line for each article, book or project.
    case items
  }

  package enum Value: Hashable, Sendable {
    /// A column of the counted row, or of the person's row in the looked-up source.
    case column(String, lookup: String?)
    /// The academic year, as a ROC year, in which the row happens.
    case dayAcademicYear
    /// The semester in which the row happens.
    case daySemester
    case schoolCode
    case schoolName
    case schoolEstablishment
    case schoolCategory
    /// The exports do not say; the office fills it in.
    case blank
  }

  package enum Form: Hashable, Sendable {
    /// The word of the list, the date, the digits.
    case label
    case code
    /// A further column of the code list, such as a country's region.
    case attribute(String)
    /// A year as a ROC year.
    case rocYear
  }

  package struct Column: Sendable {
    package let heading: String
    package let value: Value
    package let form: Form
    /// The table's own words for codes, where it has any: 碩士班(日間) for `master`.
    package let words: [String: String]

    package init(
      heading: String, value: Value, form: Form = .label, words: [String: String] = [:]
    ) {
      self.heading = heading
      self.value = value
      self.form = form
      self.words = words
    }
  }

  /// A column of numbers, or three of them: 小計, 男, 女.
  package struct Headcount: Sendable {
    package enum Whom: Sendable {
      /// Everyone whom no headcount before it has taken, or everyone.
      case everyone
      case those(Condition)
      /// Those in a figure of the KPI, by its key.
      case figure(String)
    }

    package let heading: String
    package let byGender: Bool
    package let whom: Whom

    package init(heading: String, byGender: Bool, whom: Whom = .everyone) {
      self.heading = heading
      self.byGender = byGender
      self.whom = whom
    }

    package var keep: Condition? {
      if case .those(let condition) = whom { return condition }
      return nil
    }
  }

  /// `kpi-04`.
  package let kpi: String
  package let title: String
  package let lines: Lines
  /// Each person stands in one line, that of the earliest counted row.
  package let eachPersonOnce: Bool
  /// Within a line each person is in one headcount, the first that takes any of the rows.
  package let countsAreParts: Bool
  /// The source of the person's gender; nil for the row itself.
  package let genderLookup: String?
  package let columns: [Column]
  package let counts: [Headcount]
  package let notes: [String]

  package init(
    kpi: String, title: String, lines: Lines, eachPersonOnce: Bool = false,
    countsAreParts: Bool = false, genderLookup: String? = nil, columns: [Column],
    counts: [Headcount] = [], notes: [String] = []
  ) {
    self.kpi = kpi
    self.title = title
    self.lines = lines
    self.eachPersonOnce = eachPersonOnce
    self.countsAreParts = countsAreParts
    self.genderLookup = genderLookup
    self.columns = columns
    self.counts = counts
    self.notes = notes
  }

  package var showsGender: Bool { counts.contains(where: \.byGender) }
}
