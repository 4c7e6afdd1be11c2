import Testing

/// What can be wrong with the definition of a KPI and with the terms.
@Suite struct DefinitionProblemTests {
  static let kpi4 = "kpis/kpi-04/2020-08-01.yaml"
  static let kpi13 = "kpis/kpi-13/2020-08-01.yaml"
  static let terms = "kpis/terms/2020-08-01.yaml"

  @Test(arguments: [
    Breakage(
      kpi4, "kpi: kpi-04", "kpi: kpi-05",
      "1: error: 'kpi' is 'kpi-05', but the file's place says 'kpi-04' [name-differs]"),
    Breakage(
      kpi4, "from: students", "from: student",
      "8: error: there is no source 'student' in sources/, did you mean 'students'? [unknown-source]"
    ),
    Breakage(
      kpi4, "from: students", "from: ../students",
      "8: error: there is no source '../students' in sources/, did you mean 'students'? [unknown-source]"
    ),
    Breakage(
      kpi4, "open: [", "opne: [",
      "23: error: unknown key 'opne', did you mean 'open'? [unknown-key]"),
    Breakage(kpi4, "unit: 人\n", "", "1: error: 'unit' is missing [missing-key]"),
    Breakage(
      kpi4, "when: reference_date", "when: college",
      "9: error: column 'college' is not of type date [wrong-column-type]"),
    Breakage(
      kpi4, "when: reference_date", "when: begin",
      "9: error: there is no column 'begin' in students [unknown-column]"),
    Breakage(
      kpi13, "{month: [year, month]}", "{month: [month, year]}",
      "8: error: column 'month' is not of type year [wrong-column-type]",
      "8: error: column 'year' is not of type month [wrong-column-type]"),
    Breakage(
      kpi13, "{month: [year, month]}", "{month: [year]}",
      "8: error: 'month' is 'year', which is not a list of two columns [invalid-value]"),
    Breakage(
      kpi13, "{month: [year, month]}", "{span: [start, ned]}",
      "8: error: there is no column 'ned' in articles, did you mean 'end'? [unknown-column]"),
    Breakage(
      kpi13, "{month: [year, month]}", "[start]",
      "8: error: 'when' must be a single value or a mapping [wrong-shape]"),
    Breakage(
      kpi4, "{distinct: student_id}", "{distinct: studentid}",
      "10: error: there is no column 'studentid' in students, did you mean 'student_id'? [unknown-column]"
    ),
    Breakage(
      kpi4, "{distinct: student_id}", "row",
      "10: error: 'count' cannot be 'row', did you mean 'rows'? [unknown-word]"),
    Breakage(
      kpi4, "id: non-roc", "id: reference-date",
      "13: error: rule 'reference-date' stands twice, first in line 12 [defined-twice]",
      "21: error: there is no rule 'non-roc' in this definition [unknown-rule]",
      "26: error: there is no rule 'non-roc' in this definition [unknown-rule]"),
    Breakage(kpi4, ", reason: 非基準日", "", "12: error: 'reason' is missing [missing-key]"),
    Breakage(
      kpi4, "keep: {at_reference_date: yes}", "keep: {}", "12: error: 'keep' is empty [empty-value]"
    ),
    Breakage(
      kpi4, "excluded_by: non-roc, keep", "excluded_by: non_roc, keep",
      "21: error: there is no rule 'non_roc' in this definition, did you mean 'non-roc'? [unknown-rule]"
    ),
    Breakage(
      kpi4, "key: others", "key: thirds",
      "21: error: figure 'thirds' stands twice, first in line 16 [defined-twice]"),
    Breakage(
      kpi4, "code: dual-degree-unproven", "code: dual-degree-unprove",
      "20: error: 'code' cannot be 'dual-degree-unprove', did you mean 'dual-degree-unproven'? [unknown-word]"
    ),
    Breakage(
      kpi4, "at_least: credits_required", "at_least: college",
      "19: error: column 'college' is not of type decimal or integer [wrong-column-type]"),
    Breakage(
      kpi4, "times: 3", "times: x",
      "19: error: 'times' is 'x', which is not a whole number [invalid-value]"),
    Breakage(
      kpi4, "by: [programme,", "by: [programme, programme,",
      "22: error: by 'programme' stands twice, first in line 22 [defined-twice]"),
    Breakage(
      kpi4, "by: [programme,", "by: [programm,",
      "22: error: 'programm' is neither a column of students nor a term nor a derived value, did you mean 'programme'? [unknown-value]"
    ),
    Breakage(
      kpi4, "by: [programme,", "by: [non_roc,",
      "22: error: column 'non_roc' is not of type code or codes [wrong-column-type]"),
    Breakage(
      kpi4, "only: [JP, US]", "only: [JP, UX]",
      "22: error: 'UX' is no code of the list countries [code-not-on-list]"),
    Breakage(
      kpi13, "by: [{by: country", "by: [figure, {by: country",
      "27: error: the definition has no figures [no-figures]"),
    Breakage(
      kpi13, "keep: {in_period: yes}, reason: 不在期間}\n  - id: teacher",
      "keep: {any_figure: yes}, reason: 不在期間}\n  - id: teacher",
      "10: error: the definition has no figures [no-figures]"),
    Breakage(
      kpi13, "lookup: faculty\n", "lookup: facutly\n",
      "14: error: there is no source 'facutly' in sources/, did you mean 'faculty'? [unknown-source]"
    ),
    Breakage(
      kpi13, "lookup: faculty\n", "lookup: students\n",
      "14: error: persons of articles cannot be looked up in students: 'student_id' is missing [lookup-not-possible]"
    ).ignoringTheRest(),
    Breakage(
      kpi13, "lookup: faculty\n", "lookup: articles\n",
      "14: error: persons of articles cannot be looked up in articles: 'academic_year, semester' is missing [lookup-not-possible]"
    ).ignoringTheRest(),
    Breakage(
      kpi13, "{full_time_teacher: yes, age:", "{in_period: yes, age:",
      "15: error: 'in_period' is neither a column of faculty nor a term nor a derived value [unknown-value]"
    ),
  ]) func isTold(_ breakage: Breakage) throws {
    try breakage.check()
  }

  @Test(arguments: [
    Breakage(
      kpi4, "{non_roc: yes}", "{non_rco: yes}",
      "13: error: 'non_rco' is neither a column of students nor a term nor a derived value, did you mean 'non_roc'? [unknown-value]"
    ),
    Breakage(
      kpi4, "{non_roc: yes}", "{non_roc: maybe}",
      "13: error: 'non_roc' is 'maybe', which is not yes or no [invalid-value]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{non_roc: missing}",
      "13: error: 'missing' does not fit 'non_roc', which is of type yes_no [test-does-not-fit]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{programme: 博士}",
      "13: error: '博士' is no code of the list programme, did you mean 'doctoral'? [code-not-on-list]"
    ),
    Breakage(
      kpi4, "{non_roc: yes}", "{programme: [master, doctrol]}",
      "13: error: 'doctrol' is no code of the list programme, did you mean 'doctoral'? [code-not-on-list]"
    ),
    Breakage(
      kpi4, "{non_roc: yes}", "{programme: {not: masters}}",
      "13: error: 'masters' is no code of the list programme, did you mean 'master'? [code-not-on-list]"
    ),
    Breakage(
      kpi4, "{non_roc: yes}", "{programme: {at_least: 3}}",
      "13: error: 'at_least' does not fit 'programme', which is of type code [test-does-not-fit]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{programme: {holds: master}}",
      "13: error: 'holds' does not fit 'programme', which is of type code [test-does-not-fit]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{programme: {hold: master}}",
      "13: error: unknown key 'hold', did you mean 'holds'? [unknown-key]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{college: {at_least: 3}}",
      "13: error: 'at_least' does not fit 'college', which is of type text [test-does-not-fit]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{credits_home: {at_least: ten}}",
      "13: error: 'at_least' is 'ten', which is not a whole number [invalid-value]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{credits_home: {within: 3 months}}",
      "13: error: 'within' does not fit 'credits_home', which is of type number [test-does-not-fit]"
    ),
    Breakage(
      kpi4, "{non_roc: yes}", "{programme: []}", "13: error: 'programme' is empty [empty-value]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{programme: {}}", "13: error: 'programme' is empty [empty-value]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{any: {programme: master}}",
      "13: error: 'any' must be a list [wrong-shape]"),
    Breakage(kpi4, "{non_roc: yes}", "{all: []}", "13: error: 'all' is empty [empty-value]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{not: [programme]}",
      "13: error: 'not' must be a mapping (key: value) [wrong-shape]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{programme: {not: {holds: x}}}",
      "13: error: 'not' must be a single value or a list [wrong-shape]"),
    Breakage(
      kpi4, "{non_roc: yes}", "{days: {at_least: 14}}",
      "13: error: 'days' needs the column 'start', which students does not have [derived-value-needs-column]"
    ),
    Breakage(
      kpi4, "{non_roc: yes}", "{full_time_teacher: yes}",
      "13: error: the term 'full_time_teacher' reads 'employment', which students does not have [term-does-not-fit]"
    ),
    Breakage(
      kpi13, "{partner_countries: {holds: [JP, US]}}", "{partner_countries: JP}",
      "13: error: 'JP' does not fit 'partner_countries', which is of type codes [test-does-not-fit]"
    ),
    Breakage(
      kpi13, "{partner_countries: {holds: [JP, US]}}", "{partner_countries: {holds: [JP, 美]}}",
      "13: error: '美' is no code of the list countries [code-not-on-list]"),
    Breakage(
      kpi13, "{within: 3 months}", "{within: 3 weeks}",
      "22: error: 'within' is '3 weeks', which is not a span such as 3 months [invalid-value]"),
    Breakage(
      kpi13, "{duration: {within: 3 months}", "{start: {not_before: today}",
      "22: error: 'not_before' is 'today', which is not the word day [invalid-value]"),
    Breakage(
      kpi13, "{duration: {within: 3 months}", "{start: 2025-08-01",
      "22: error: '2025-08-01' does not fit 'start', which is of type date [test-does-not-fit]"),
    Breakage(
      kpi13, "{duration: {within: 3 months}", "{countries: {at_least: 3}",
      "22: error: 'countries' needs the column 'participant_countries', which articles does not have [derived-value-needs-column]"
    ),
  ]) func conditionsAreChecked(_ breakage: Breakage) throws {
    try breakage.check()
  }

  @Test(arguments: [
    Breakage(
      kpi4, "{who: 日本碩士生", "{whom: 日本碩士生", "25: error: 'who' is missing [missing-key]",
      "25: error: 'whom' is neither a column of students nor a term nor a derived value [unknown-value]"
    ),
    Breakage(kpi4, ", counted: yes}", "}", "25: error: 'counted' is missing [missing-key]"),
    Breakage(
      kpi4, ", counted: yes}", ", counted: yes, excluded_by: figure}",
      "25: error: only one of 'counted', 'excluded_by' may be given [only-one-of]"),
    Breakage(
      kpi4, "excluded_by: non-roc}", "excluded_by: nonroc}",
      "26: error: there is no rule 'nonroc' in this definition, did you mean 'non-roc'? [unknown-rule]"
    ),
    Breakage(
      kpi4, "nationality: 日本,", "nationality: 日木國,",
      "25: error: '日木國' is no code of the list countries, did you mean 'JP'? [code-not-on-list]"),
    Breakage(
      kpi4, "nationality: 日本,", "credits_home: few,",
      "25: error: 'credits_home' is 'few', which is not a number [invalid-value]"),
    Breakage(
      kpi4, "nationality: 日本,", "non_roc: perhaps,",
      "25: error: 'non_roc' is 'perhaps', which is not yes or no [invalid-value]"),
    Breakage(
      kpi4, "nationality: 日本,", "faculty.employment: project,",
      "25: error: there is no look-up in 'faculty' in this definition [unknown-lookup]"),
    Breakage(
      kpi13, "faculty.employment: project", "faculty.employmnet: project",
      "30: error: 'employmnet' is neither a column of faculty nor a term nor a derived value, did you mean 'employment'? [unknown-value]"
    ),
    Breakage(
      kpi13, "faculty.employment: project", "facutly.employment: project",
      "30: error: there is no look-up in 'facutly' in this definition, did you mean 'faculty'? [unknown-lookup]"
    ),
    Breakage(
      kpi13, "[JP, TW]", "[JP, XX]",
      "30: error: 'XX' is no code of the list countries [code-not-on-list]"),
    Breakage(
      kpi13, "start: 2025-08-01", "start: 1 August",
      "31: error: 'start' is '1 August', which is not a date such as 2025-08-01 [invalid-value]"),
  ]) func examplesAreChecked(_ breakage: Breakage) throws {
    try breakage.check()
  }

  @Test(arguments: [
    Breakage(
      terms, "in_post: yes}", "in_post: yes, full_time_teacher: yes}",
      "2: error: the term refers to itself: full_time_teacher → full_time_teacher [term-refers-to-itself]"
    ),
    Breakage(
      terms, "[{left_on: missing},", "[{full_time_teacher: yes},",
      "2: error: the term refers to itself: full_time_teacher → in_post → full_time_teacher [term-refers-to-itself]"
    ),
    Breakage(
      terms, "in_post: yes}", "on_post: yes}",
      "4: error: 'on_post' is neither a column of any source nor a term nor a derived value, did you mean 'in_post'? [unknown-value]"
    ),
    Breakage(
      terms, "{not: TW}", "{not: TX}",
      "8: error: 'TX' is no code of the list countries [code-not-on-list]"),
    Breakage(terms, "text: 在職。, ", "", "5: error: 'text' is missing [missing-key]"),
    Breakage(
      terms, "terms:", "term:", "1: error: 'terms' is missing [missing-key]",
      "1: error: unknown key 'term', did you mean 'terms'? [unknown-key]"),
    Breakage(
      terms, "  in_post: {text", "  age: {text",
      "5: error: the name 'age' is taken: by a column, a derived value or a test [reserved-name]"
    ).ignoringTheRest(),
    Breakage(
      terms, "  in_post: {text", "  employment: {text",
      "5: error: the name 'employment' is taken: by a column, a derived value or a test [reserved-name]"
    ).ignoringTheRest(),
  ]) func termsAreChecked(_ breakage: Breakage) throws {
    try breakage.check()
  }

  @Test func aTermIsThereWheneverItsDefinitionIsInForce() throws {
    let terms = try #require(SmallFolder.files[Self.terms])
    let later = terms.replacing("non_roc:", with: "not_roc:")
    // Used by kpi-04 of 2020-08-01, which is in force on 2024-08-01 too.
    #expect(
      try SmallFolder(["kpis/terms/2024-08-01.yaml": later]).messages() == [
        "\(Self.kpi4):13: error: the term 'non_roc' is not defined among those in force on "
          + "2024-08-01 [term-not-in-force]"
      ])
    // No longer in force when the later terms are.
    let kpi = try #require(SmallFolder.files[Self.kpi4])
    let next = kpi.replacing("{non_roc: yes}", with: "{not_roc: yes}")
    let both = try SmallFolder([
      "kpis/terms/2024-08-01.yaml": later, "kpis/kpi-04/2024-08-01.yaml": next,
    ])
    #expect(try both.messages() == [])
    // Terms that begin after the definition.
    let late = try SmallFolder([Self.terms: "", "kpis/terms/2021-08-01.yaml": terms])
    #expect(
      try late.messages()
        == [
          "\(Self.kpi13):15: error: the term 'full_time_teacher' is not defined among those in force "
            + "on 2020-08-01 [term-not-in-force]",
          "\(Self.kpi4):13: error: the term 'non_roc' is not defined among those in force on "
            + "2020-08-01 [term-not-in-force]",
        ].sorted())
  }
}
