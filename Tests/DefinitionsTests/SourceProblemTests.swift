import Testing

/// What can be wrong with the contract of a source.
@Suite struct SourceProblemTests {
  static let students = "sources/students.yaml"
  static let faculty = "sources/faculty.yaml"
  static let articles = "sources/articles.yaml"

  @Test(arguments: [
    Breakage(
      students, "source: students", "source: student",
      "1: error: 'source' is 'student', but the file's place says 'students' [name-differs]"),
    Breakage(
      students, "title: 在學學生", "titel: 在學學生", "1: error: 'title' is missing [missing-key]",
      "2: error: unknown key 'titel', did you mean 'title'? [unknown-key]"),
    Breakage(students, "title: 在學學生", "title:", "2: error: 'title' is empty [empty-value]"),
    Breakage(
      students, "title: 在學學生", "title: [a]",
      "2: error: 'title' must be a single value [wrong-shape]"),
    Breakage(
      students, "{type: semester, required: yes", "{type: semester, reqired: yes",
      "6: error: unknown key 'reqired', did you mean 'required'? [unknown-key]"),
    Breakage(
      students, "required: yes, headers: [學期]", "required: maybe, headers: [學期]",
      "6: error: 'required' is 'maybe', which is not yes or no [invalid-value]"),
    Breakage(
      students, "{type: text, headers: [學院]}", "{type: txt, headers: [學院]}",
      "20: error: 'type' cannot be 'txt', did you mean 'text'? [unknown-word]"),
    Breakage(
      students, "{type: text, headers: [學院]}", "{type: text, list: programme, headers: [學院]}",
      "20: error: 'list' does not go with a column of type text [key-does-not-fit]"),
    Breakage(
      students, "{type: text, headers: [學院]}", "{type: text}",
      "20: error: 'headers' is missing [missing-key]"),
    Breakage(
      students, "{type: text, headers: [學院]}", "{type: text, headers: []}",
      "20: error: 'headers' is empty [empty-value]"),
    Breakage(
      students, "{type: text, headers: [學院]}", "text",
      "20: error: 'college' must be a mapping (key: value) [wrong-shape]"),
    Breakage(
      students, "college:", "days:",
      "20: error: the name 'days' is taken: by a column, a derived value or a test [reserved-name]"
    ).ignoringOthers(),
    Breakage(
      students, "college:", "College:",
      "20: error: 'columns' is 'College', which is not a plain name of small letters, digits and _ [invalid-value]"
    ).ignoringOthers(),
    Breakage(
      students, "key: [academic_year, semester, student_id]",
      "key: [academic_year, semester, student_id, semester]",
      "3: error: key 'semester' stands twice, first in line 3 [defined-twice]"),
    Breakage(
      articles, "[doi, article_no]", "[doi, article_no, doi]",
      "5: error: article 'doi' stands twice, first in line 5 [defined-twice]"),
    Breakage(
      students, "list: day_night", "list: daynight",
      "19: error: there is no code list 'daynight' in codes/, did you mean 'day_night'? [unknown-list]"
    ),
    Breakage(
      students, "list: day_night", "list: ../day_night",
      "19: error: there is no code list '../day_night' in codes/, did you mean 'day_night'? [unknown-list]"
    ),
    Breakage(
      students, "list: day_night, absent: warn", "list: day_night, absent: ignore",
      "19: error: 'absent' cannot be 'ignore' [unknown-word]"),
    Breakage(
      students, "headers: [學院]", "headers: [學院, 學　年]",
      "20: error: the header '學　年' belongs to both 'academic_year' and 'college' [header-of-two-columns]"
    ),
    Breakage(
      students, "{等級別: day_night}", "{等級: day_night}",
      "15: error: 'headers_needing' cannot be '等級', did you mean '等級別'? [unknown-word]"),
    Breakage(
      students, "{等級別: day_night}", "{等級別: daynight}",
      "15: error: there is no column 'daynight' in students, did you mean 'day_night'? [unknown-column]"
    ),
    Breakage(
      students, "from: day_night", "from: college",
      "17: error: column 'college' is not of type code [wrong-column-type]"),
    Breakage(
      students, "master+in_service: master_in_service", "master+在職: master_in_service",
      "18: error: '在職' is no code of the list day_night, did you mean 'in_service'? [code-not-on-list]"
    ),
    Breakage(
      students, "master+in_service:", "master:",
      "18: error: 'becomes' is 'master', which is not two codes joined by + [invalid-value]"),
    Breakage(
      students, "[academic_year, semester, student_id]", "[academic_year, semester, studentid]",
      "3: error: there is no column 'studentid' in students, did you mean 'student_id'? [unknown-column]"
    ),
    Breakage(
      faculty, "missing: full_time", "missing: fulltime",
      "9: error: 'fulltime' is no code of the list employment, did you mean 'full_time'? [code-not-on-list]"
    ),
    Breakage(
      faculty, "2.5%", "250%",
      "3: error: 'reject_limit' is '250%', which is not a share such as 5% [invalid-value]"),
    Breakage(
      faculty, "2.5%", "0.025",
      "3: error: 'reject_limit' is '0.025', which is not a share such as 5% [invalid-value]"),
    Breakage(
      articles, "separator: tab", "separator: \"|\"",
      "3: error: 'separator' cannot be '|' [unknown-word]"),
    Breakage(
      articles, "cp950", "cp-950",
      "4: error: 'encoding' cannot be 'cp-950', did you mean 'cp950'? [unknown-word]"),
    Breakage(
      articles, "also_separated_by: /", "also_separated_by: +",
      "16: error: 'also_separated_by' cannot be '+' [unknown-word]"),
    Breakage(
      articles, "{article: [doi, article_no]}", "{article: [doi, article_nr]}",
      "5: error: there is no column 'article_nr' in articles, did you mean 'article_no'? [unknown-column]"
    ),
    Breakage(
      articles, "{article: [doi, article_no]}", "{article: [doi], book: [doi]}",
      "5: error: only one of 'article', 'book' may be given [only-one-of]"
    ).ignoringOthers(),
  ]) func isTold(_ breakage: Breakage) throws {
    try breakage.check()
  }

  @Test func allProblemsOfAllFilesAreTold() throws {
    let first = try #require(SmallFolder.files["sources/students.yaml"])
    let second = try #require(SmallFolder.files["nightly.yaml"])
    let folder = try SmallFolder([
      "sources/students.yaml": first.replacing("required: yes", with: "reqired: yes"),
      "nightly.yaml": second.replacing("title:", with: "titel:"),
      "targets.csv": "kpi,from,to,target\nkpi-04,x,y,z\n",
    ])
    let problems = try folder.lint()
    #expect(problems.map(\.line) == [1, 2, 5, 6, 7, 8, 13, 2, 2, 2])
    #expect(problems == problems.sorted())
    #expect(
      problems.first?.text(in: .traditionalChinese)
        == "nightly.yaml:1: 錯誤: 缺少「title」 [missing-key]")
  }
}
