import Campus
import Definitions
import Foundation

/// A small valid `pipelines/` in a throw-away directory, for one test to break.
final class SmallFolder {
  let path: String
  private let parent: String

  /// The files by path, after `changes`: an empty text removes a file.
  init(_ changes: [String: String] = [:]) throws {
    parent = NSTemporaryDirectory() + "definitions-" + UUID().uuidString
    path = parent + "/pipelines"
    for (file, text) in SmallFolder.files.merging(changes, uniquingKeysWith: { _, new in new })
    where !text.isEmpty {
      try write(file, Data(text.utf8))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: parent) }

  func write(_ file: String, _ bytes: Data) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  func link(_ file: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: path + "/" + file)
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + file, withDestinationPath: target)
  }

  func lint() throws -> [DefinitionProblem] {
    try PipelineFolder(path: path).lint()
  }

  /// The first line of every problem, as it is printed.
  func messages() throws -> [String] {
    try lint().map { String($0.description.prefix { $0 != "\n" }) }
  }

  static let files: [String: String] = [
    "codes/countries.csv": """
    iso2,iso3,hedb_code,zh,en,udb_region,aliases
    CN,CHN,51,大陸地區,China,大陸地區,中國;中國大陸
    JP,JPN,5,日本,Japan,其他亞洲地區,日本國
    TW,TWN,0;999,中華民國,Taiwan,,臺灣;本國
    US,USA,301,美國,United States,北美洲,美利堅合眾國
    """,
    "codes/programme.csv": """
    code,label,english,words
    doctoral,博士班,Doctoral,博士;PhD
    master,碩士班,Master,碩士
    master_in_service,碩士在職專班,In-service master,碩專班
    """,
    "codes/day_night.csv": """
    code,label,english,words
    day,日間,Day,日
    in_service,在職,In service,職
    """,
    "codes/employment.csv": """
    code,label,english,words
    full_time,專任,Full time,專任教師
    part_time,兼任,Part time,
    project,專案,Project,
    """,
    "codes/benchmark_partners.csv": """
    institution,aliases,country,valid_from,valid_to
    慶應義塾大學,Keio University,JP,,2024-12-31
    加州大學,University of California,US,,
    慶應義塾大學,,日本,2026-01-01,
    """,
    "sources/students.yaml": """
    source: students
    title: 在學學生
    key: [academic_year, semester, student_id]
    columns:
      academic_year: {type: academic_year, required: yes, headers: [學年度, 學年]}
      semester: {type: semester, required: yes, headers: [學期]}
      student_id: {type: identifier, required: yes, personal: yes, headers: [學號]}
      nationality: {type: code, list: countries, required: yes, headers: [國籍, 國籍(中文)]}
      second_nationality: {type: code, list: countries, absent: warn, headers: [第二國籍]}
      programme:
        type: code
        list: programme
        required: yes
        headers: [學制班別, 等級別]
        headers_needing: {等級別: day_night}
        derive:
          from: day_night
          becomes: {master+in_service: master_in_service}
      day_night: {type: code, list: day_night, absent: warn, headers: [日間/進修別]}
      college: {type: text, headers: [學院]}
      dual_degree: {type: yes_no, headers: [雙聯學制]}
      credits_required: {type: decimal, absent: warn, headers: [應修學分]}
      credits_home: {type: decimal, absent: warn, headers: [本校修習學分]}
    """,
    "sources/faculty.yaml": """
    source: faculty
    title: 專兼任教師
    reject_limit: 2.5%
    key: [academic_year, semester, staff_id]
    columns:
      academic_year: {type: academic_year, required: yes, headers: [學年度]}
      semester: {type: semester, required: yes, headers: [學期]}
      staff_id: {type: identifier, required: yes, personal: yes, headers: [教師代碼]}
      employment: {type: code, list: employment, missing: full_time, headers: [專兼任]}
      birth_date: {type: date, personal: yes, headers: [生日]}
      left_on: {type: date, absent: warn, headers: [離職日期]}
    """,
    "sources/articles.yaml": """
    source: articles
    title: 期刊論文
    separator: tab
    encoding: cp950
    identity: {article: [doi, article_no]}
    columns:
      doi: {type: doi, headers: [DOI]}
      article_no: {type: identifier, headers: [論文編號]}
      staff_id: {type: identifier, personal: yes, headers: [教師代碼]}
      year: {type: year, required: yes, headers: [出版年]}
      month: {type: month, required: yes, headers: [出版月]}
      start: {type: date, headers: [開始日期]}
      end: {type: date, headers: [結束日期]}
      partner_countries: {type: codes, list: countries, headers: [合作國家]}
      partner_institutions:
        {type: codes, list: benchmark_partners, open: yes, also_separated_by: /, headers: [合著機構]}
    """,
    "kpis/terms/2020-08-01.yaml": """
    terms:
      full_time_teacher:
        text: 專任教師涵蓋「專案教師」。
        keep: {employment: [full_time, project], in_post: yes}
      in_post: {text: 在職。, keep: {any: [{left_on: missing}, {left_on: {not_before: day}}]}}
      non_roc:
        text: 排除中華民國國籍者。
        keep: {nationality: {not: TW}, second_nationality: {not: TW}}
    """,
    "kpis/kpi-04/2020-08-01.yaml": """
    kpi: kpi-04
    title: 碩博士學位國際學生人數
    english: International degree students
    source: 校庫匯入
    unit: 人
    text: >
      「碩博士學位國際學生」排除中華民國國籍、學士班、碩士在職專班。
    from: students
    when: reference_date
    count: {distinct: student_id}
    rules:
      - {id: reference-date, keep: {at_reference_date: yes}, reason: 非基準日}
      - {id: non-roc, keep: {non_roc: yes}, reason: 具中華民國國籍}
      - {id: figure, keep: {any_figure: true}, reason: 不在分項中}
    figures:
      - key: thirds
        label: 三分之一
        english: A third at home
        keep: {credits_home: {times: 3, at_least: credits_required}}
        warn: {code: dual-degree-unproven, when: {credits_home: missing}}
      - {key: others, label: 其他, english: Others, excluded_by: non-roc, keep: {dual_degree: no}}
    by: [programme, {by: nationality, only: [JP, US]}, figure, college]
    open: [僑生是否為國際學生]
    examples:
      - {who: 日本碩士生, nationality: 日本, programme: master, counted: yes}
      - {who: 本國生, nationality: TW, excluded_by: non-roc}
    """,
    "kpis/kpi-13/2020-08-01.yaml": """
    kpi: kpi-13
    title: 期刊論文數
    english: Articles
    source: 學校填報
    unit: 篇
    text: 期刊論文數
    from: articles
    when: {month: [year, month]}
    count: {distinct: article}
    rules:
      - {id: period, keep: {in_period: yes}, reason: 不在期間}
      - id: teacher
        if: {partner_countries: {holds: [JP, US]}}
        lookup: faculty
        keep: {full_time_teacher: yes, age: {at_least: 20, at_most: 65}}
        reason: 非專任教師
      - id: abroad
        keep:
          any:
            - {partner_countries: {holds_other_than: TW}}
            - not: {benchmark_partner: missing}
            - {duration: {within: 3 months}, days: {at_least: 14}}
        reason: 非國際
    observe:
      rules:
        - {id: period, keep: {in_period: yes}, reason: 不在期間}
    by: [{by: country, value: benchmark_partner_country}, {by: gender, value: employment, lookup: faculty}]
    open: []
    examples:
      - {who: 合著, partner_countries: [JP, TW], faculty.employment: project, counted: yes}
      - {who: 未填, partner_countries: missing, start: 2025-08-01, days: 3, counted: no}
    """,
    "targets.csv": """
    kpi,from,to,target
    kpi-04,2025-08-01,2025-12-31,10
    kpi-04,2025-08-01,2026-07-31,20
    """,
    "nightly.yaml": """
    pipeline: nightly
    title: 夜間更新
    school: {code: "0001", name: 示範大學}
    input: samples/clean
    output: output
    database: campus-kpi.sqlite
    academic_year: 114
    sources: [students, faculty, articles]
    kpis: [kpi-04, kpi-13]
    """,
  ]
}
