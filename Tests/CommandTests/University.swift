import Foundation

/// A university of a few people that gives every KPI a value above zero and no finding at all.
///
/// In each export the first rows count and the last one, of which there are many copies, does not.
/// Every cell that holds personal data holds the canary, which must turn up in no message.
struct University {
  static let canary = "CANARY"
  /// The birth date of everybody.
  static let birthDate = "1981-02-03"
  static let period = "2025-08-01..2025-12-31"

  private(set) var exports: [Export]

  init() {
    exports = University.tables.map { Export($0, $1) }
    for (index, export) in exports.enumerated() {
      exports[index].pad(to: 64, numbering: University.padded[export.source] ?? "title")
    }
  }

  subscript(source: String) -> Export {
    get { exports[place(source)] }
    set { exports[place(source)] = newValue }
  }

  mutating func remove(_ source: String) { exports.remove(at: place(source)) }

  private func place(_ source: String) -> Int {
    exports.firstIndex { $0.source == source }
      ?? { preconditionFailure("there is no export of \(source)") }()
  }

  /// Writes `NAME.csv` of every source into a folder below the given one.
  func write(to folder: TemporaryFolder, under name: String = "input") throws {
    for export in exports { try folder.write(export.text, to: "\(name)/\(export.source).csv") }
  }

  /// The column in which the copies of the last row differ.
  private static let padded = [
    "students": "student_id", "faculty": "staff_id", "researchers": "staff_id",
    "faculty_exchanges": "institution", "faculty_activities": "activity_id",
    "visiting_scholars": "visit_id", "student_mobility": "trip_id",
    "international_visits": "visit_id", "publications": "article_no", "books": "book_no",
    "projects": "project_id",
  ]

  private static let tables: [(String, String)] = [
    (
      "students",
      """
      academic_year=學年度 | semester=學期 | student_id=學號 | name=姓名 | gender=性別 | birth_date=出生年月日 | nationality=國籍 | second_nationality=第二國籍 | identity=身分別 | route=入學管道 | prior_foreign_admission=曾依外國學生來臺就學辦法入學 | programme=學制班別 | day_night=日間/進修別 | college=學院 | department=系所 | status=學籍狀態 | dual_degree=雙聯學制 | partner_country=雙聯學校國別 | partner_school=雙聯學校 | credits_required=應修學分 | credits_home=本校修習學分 | credits_partner=雙聯學校修習學分 | dual_months=兩校合計修業月數
      114 | 1 | CANARY-S1 | CANARY | 女 | 1981-02-03 | 越南 | | 外國學生 | 外國學生來臺就學辦法 | 是 | 碩士班 | 日 | 醫學院 | 醫學系 | 在學 | 否 | | | | | |
      114 | 1 | CANARY-S2 | CANARY | 男 | 1981-02-03 | 中華民國 | | 本國生 | | | 博士班 | 日 | 理學院 | 物理系 | 在學 | 否 | | | | | |
      114 | 1 | CANARY-S3 | CANARY | 男 | 1981-02-03 | 馬來西亞 | | 僑生 | | | 博士班 | 日 | 理學院 | 物理系 | 在學 | 是 | 日本 | 東京大學 | 30 | 10 | 10 | 24
      114 | 1 | CANARY-S4 | CANARY | 男 | 1981-02-03 | 中華民國 | | 本國生 | | | 學士班 | 日 | 理學院 | 物理系 | 在學 | 否 | | | | | |
      """
    ),
    (
      "faculty",
      """
      academic_year=學年度 | semester=學期 | staff_id=教師代碼 | name=姓名 | gender=性別 | birth_date=出生年月日 | nationality=國籍 | second_nationality=第二國籍 | employment=專兼任 | rank=聘書職級 | college=學院 | department=系所 | appointed_on=聘任日期 | left_on=離職日期 | scheme=延攬方案
      114 | 1 | CANARY-T1 | CANARY | 女 | 1981-02-03 | 日本 | | 專任 | 教授 | 理學院 | 物理系 | 2025-08-01 | | 玉山學者
      114 | 1 | CANARY-T2 | CANARY | 男 | 1981-02-03 | 中華民國 | | 專案 | 副教授 | 醫學院 | 醫學系 | 2010-08-01 | |
      114 | 1 | CANARY-T3 | CANARY | 男 | 1981-02-03 | 中華民國 | | 兼任 | 講師 | 醫學院 | 醫學系 | 2010-08-01 | |
      """
    ),
    (
      "researchers",
      """
      academic_year=學年度 | semester=學期 | staff_id=教師代碼 | name=姓名 | gender=性別 | birth_date=出生年月日 | nationality=國籍 | second_nationality=第二國籍 | employment=專兼任 | category=人員類別 | college=學院 | department=系所 | appointed_on=聘任日期 | left_on=離職日期 | scheme=延攬方案
      114 | 1 | CANARY-R1 | CANARY | 女 | 1981-02-03 | 美國 | | 專任 | 博士後研究員 | 理學院 | 物理系 | 2025-09-01 | | 其他
      114 | 1 | CANARY-R2 | CANARY | 男 | 1981-02-03 | 中華民國 | | 專任 | 研究員 | 理學院 | 物理系 | 2010-08-01 | |
      """
    ),
    (
      "faculty_exchanges",
      """
      staff_id=教師代碼 | capacity=名義 | country=前往國家 | institution=機構 | start=開始時間 | end=結束時間
      CANARY-T2 | 交換教師 | 日本 | 東京大學 | 2025-09-01 | 2025-12-20
      CANARY-T2 | 交換教師 | 日本 | 東京大學 | 2020-09-01 | 2020-12-20
      """
    ),
    (
      "faculty_activities",
      """
      activity_id=活動編號 | staff_id=教師代碼 | kind=活動類別 | title=活動名稱 | location=境內外 | country=前往國家 | self_hosted=校內自辦 | open_call=對外公開徵稿 | peer_review=審稿制度 | participant_countries=參與國家 | start=開始時間 | end=結束時間
      A1 | CANARY-T2 | 研討會 | 國際年會 | 境外 | 日本 | 否 | 是 | 是 | 日本;美國;中華民國 | 2025-09-10 | 2025-09-12
      A2 | CANARY-T1 | 演講 | 專題演講 | 境外 | 德國 | 否 | | | | 2025-08-01 | 2025-10-31
      A3 | CANARY-T2 | 演講 | 專題演講 | 境外 | 德國 | 否 | | | | 2020-08-01 | 2020-08-02
      """
    ),
    (
      "visiting_scholars",
      """
      visit_id=來訪編號 | scholar_id=護照號碼 | name=境外學者姓名 | nationality=國籍 | institution_country=服務機構國別 | institution=服務機構 | capacity=身分 | kind=活動類別 | title=活動名稱 | open_call=對外公開徵稿 | peer_review=審稿制度 | participant_countries=參與國家 | own_only_countries=僅由本校外籍師生代表之國別 | start=開始時間 | end=結束時間 | college=邀請學院
      V1 | CANARY-P1 | CANARY | 日本 | 日本 | 東京大學 | 教授 | 研討會 | 國際年會 | 是 | 是 | 日本;美國;法國;越南 | 越南 | 2025-11-03 | 2025-11-05 | 理學院
      V2 | CANARY-P2 | CANARY | 法國 | 法國 | 巴黎大學 | 學者 | 講學 | 講學 | | | | | 2020-11-03 | 2020-11-05 | 理學院
      """
    ),
    (
      "student_mobility",
      """
      trip_id=出國編號 | student_id=學號 | kind=類別 | country=前往國家 | institution=機構 | start=開始時間 | end=結束時間
      M1 | CANARY-S2 | 移地研究 | 日本 | 東京大學 | 2025-08-01 | 2025-08-14
      M2 | CANARY-S2 | 交換 | 德國 | 柏林大學 | 2020-08-01 | 2020-12-14
      """
    ),
    (
      "international_visits",
      """
      visit_id=編號 | person_id=人員代號 | role=身分 | birth_date=出生年月日 | kind=類別 | country=前往國家 | start=開始時間 | end=結束時間
      I1 | CANARY-T2 | 教師 | 1981-02-03 | 短期訪問 | 日本 | 2025-10-01 | 2025-10-05
      I2 | CANARY-T2 | 教師 | 1981-02-03 | 短期訪問 | 日本 | 2020-10-01 | 2020-10-05
      """
    ),
    (
      "publications",
      """
      doi=DOI | article_no=論文編號 | staff_id=身分編碼 | title=論文名稱 | journal=刊物名稱 | indexes=收錄分類 | year=發表年份 | month=發表月份 | cross_border=是否為跨國(地區)合作 | partner_countries=合著國別 | partner_institutions=合著機構
      10.1000/one | W1 | CANARY-T2 | 論文甲 | 物理學刊 | SCIE | 2025 | 9 | 是(跨國合作) | 日本 | 慶應義塾大學
      | W2 | CANARY-T2 | 論文乙 | 物理學刊 | SCIE | 2020 | 9 | 是(跨國合作) | 日本 |
      """
    ),
    (
      "books",
      """
      isbn=ISBN | book_no=專書編號 | staff_id=身分編碼 | title=專書名稱 | category=專書類別 | reviewed=是否有外部審稿程序或公開發行出版 | language=使用語文 | publisher=出版社 | publisher_country=出版地國別 | year=出版年 | month=出版月 | cross_border=是否為跨國(地區)合作
      9784000000001 | K1 | CANARY-T2 | 專書甲 | 專書 | 是 | 日文 | 岩波書店 | 日本 | 2025 | 10 | 否
      | K2 | CANARY-T2 | 專書乙 | 專書 | 是 | 中文 | 三民書局 | 中華民國 | 2020 | 10 | 否
      """
    ),
    (
      "projects",
      """
      project_id=計畫編號 | staff_id=主持人代碼 | title=計畫名稱 | kind=合作類型 | via_school=以學校名義 | partner_country=合作國家 | start=開始時間 | end=結束時間 | home_approved=我方機構核准 | partner_approved=對方機構核准 | amount=核定金額
      J1 | CANARY-T2 | 計畫甲 | 共同研究 | 是 | 日本 | 2025-08-01 | 2026-07-31 | 否 | 否 | 1,200,000
      J2 | CANARY-T2 | 計畫乙 | 共同研究 | 是 | 日本 | 2019-08-01 | 2020-07-31 | 否 | 否 | 800,000
      """
    ),
  ]
}
