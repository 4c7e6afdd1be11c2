/// The eleven sources with the accepted headers of sources.md, section 4, held here once more on
/// purpose: the generator does not read the definitions that it tests.
extension SourceTable {
  static let all = [
    students, faculty, researchers, facultyExchanges, facultyActivities, visitingScholars,
    studentMobility, internationalVisits, publications, books, projects,
  ]

  private static let academicYear = Column("academic_year", .academicYear, "*k", "學年度", "學年")
  private static let semester = Column("semester", .semester, "*k", "學期")
  private static let personName = Column("name", .text, "", "姓名", "中文姓名")
  private static let gender = Column("gender", .code(.gender), "", "性別")
  private static let birthDate = Column("birth_date", .date, "", "出生年月日", "出生日期", "生日")
  private static let nationality = Column(
    "nationality", .code(.countries), "*", "國籍", "國籍(中文)")
  private static let secondNationality = Column(
    "second_nationality", .code(.countries), "", "第二國籍", "雙重國籍", "另具國籍")
  private static let college = Column("college", .text, "", "學院", "學院名稱")
  private static func staff(_ mark: String) -> Column {
    Column(
      "staff_id", .identifier, mark, "教師代碼", "識別號", "教師識別號", "身分識別號", "身分編碼", "人員代號")
  }
  private static func country(_ mark: String) -> Column {
    Column("country", .code(.countries), mark, "前往國家", "國別", "國家")
  }
  private static let start = Column("start", .date, "*", "開始時間", "開始日期", "起日")
  private static let end = Column("end", .date, "*", "結束時間", "結束日期", "迄日")
  private static let activityKind = Column(
    "kind", .code(.activityKind), "*", "活動類別", "交流類別", "類別")
  private static let activityTitle = Column("title", .text, "", "活動名稱", "會議名稱")
  private static let openCall = Column("open_call", .yesNo, "", "對外公開徵稿", "公開徵稿")
  private static let peerReview = Column("peer_review", .yesNo, "", "審稿制度", "是否具有審稿制度")
  private static let participants = Column(
    "participant_countries", .codes(.countries), "", "參與國家", "參與國別")
  private static let crossBorder = Column(
    "cross_border", .code(.crossBorder), "", "是否為跨國(地區)合作", "跨國合作")

  static let students = SourceTable(
    name: "students", number: 1, title: "在學學生",
    columns: [
      academicYear, semester, Column("student_id", .identifier, "*k", "學號"), personName, gender,
      birthDate, nationality, secondNationality,
      Column("identity", .code(.identity), "*", "身分別", "學生身分別"),
      Column("route", .code(.route), "", "入學管道", "入學方式"),
      Column("prior_foreign_admission", .yesNo, "", "曾依外國學生來臺就學辦法入學", "曾以外國學生身分入學"),
      Column("programme", .code(.programme), "*", "學制班別", "學制班別(日間)", "學制", "等級別"),
      Column(
        "day_night", .code(.dayNight), "", "日間/進修別", "日間∕進修別", "日夜別", "部別"),
      college, Column("department", .text, "", "系所", "系所名稱"),
      Column("status", .code(.status), "*", "學籍狀態", "在學狀態"),
      Column("dual_degree", .yesNo, "", "雙聯學制", "是否雙聯學制"),
      Column("partner_country", .code(.countries), "", "雙聯學校國別"),
      Column("partner_school", .text, "", "雙聯學校", "合作學校"),
      Column("credits_required", .decimal, "", "應修學分", "畢業應修學分"),
      Column("credits_home", .decimal, "", "本校修習學分"),
      Column("credits_partner", .decimal, "", "雙聯學校修習學分", "境外修習學分"),
      Column("dual_months", .decimal, "", "兩校合計修業月數"),
    ])

  private static func personnel(_ first: [Column]) -> [Column] {
    [
      academicYear, semester, staff("*k"), personName, gender, birthDate, nationality,
      secondNationality,
    ] + first + [
      college, Column("department", .text, "", "系所", "系所名稱", "主聘系所"),
      Column("appointed_on", .date, "", "聘任日期", "最早到校日", "最早到校(任職)日", "到職日期"),
      Column("left_on", .date, "", "離職日期"),
      Column("scheme", .code(.scheme), "", "延攬方案", "延攬類別"),
    ]
  }

  static let faculty = SourceTable(
    name: "faculty", number: 2, title: "專兼任教師",
    columns: personnel([
      Column("employment", .code(.employment), "*", "專兼任", "專兼任別"),
      Column("rank", .code(.rank), "", "聘書職級", "職級"),
    ]))

  static let researchers: SourceTable = {
    var employment = Column("employment", .code(.employment), "", "專兼任", "專兼任別")
    employment.missingCode = 0
    return SourceTable(
      name: "researchers", number: 3, title: "研究人員",
      columns: personnel([
        employment,
        Column("category", .code(.researcherCategory), "*", "人員類別", "職稱", "研究人員類別"),
      ]))
  }()

  static let facultyExchanges = SourceTable(
    name: "faculty_exchanges", number: 4, title: "交換教師出國",
    columns: [
      staff("*"), Column("capacity", .code(.capacity), "*", "名義", "身分", "出國名義"), country("*"),
      Column("institution", .text, "", "機構", "前往機構", "交換學校"), start, end,
    ])

  static let facultyActivities = SourceTable(
    name: "faculty_activities", number: 5, title: "專任教師國際交流",
    columns: [
      Column("activity_id", .identifier, "k", "活動編號", "編號"), staff("*k"), activityKind,
      activityTitle, Column("location", .code(.location), "*", "境內外", "境(內)外"), country(""),
      Column("self_hosted", .yesNo, "", "校內自辦", "是否校內自辦"), openCall, peerReview,
      participants, start, end,
    ])

  static let visitingScholars = SourceTable(
    name: "visiting_scholars", number: 6, title: "境外學者來訪",
    columns: [
      Column("visit_id", .identifier, "k", "來訪編號", "編號"),
      Column("scholar_id", .identifier, "", "護照號碼", "學者編號"),
      Column("name", .text, "", "境外學者姓名", "姓名"), nationality,
      Column("institution_country", .code(.countries), "*", "服務機構國別", "任職機構國別"),
      Column("institution", .text, "", "服務機構", "任職機構"),
      Column("capacity", .code(.capacity), "*", "身分", "境外學者身分", "名義"), activityKind,
      activityTitle, openCall, peerReview, participants,
      Column(
        "own_only_countries", .codes(.countries), "", "僅由本校外籍師生代表之國別", "本校外籍師生國別"),
      start, end, Column("college", .text, "", "邀請學院", "一級邀請單位", "學院"),
    ])

  static let studentMobility = SourceTable(
    name: "student_mobility", number: 7, title: "學生出國進修交流",
    columns: [
      Column("trip_id", .identifier, "k", "出國編號", "編號"),
      Column("student_id", .identifier, "*", "學號"),
      Column("kind", .code(.mobilityKind), "*", "類別", "出國類別", "交流類別"), country("*"),
      Column("institution", .text, "", "機構", "前往機構", "交換學校", "服務機構", "任職機構"), start, end,
    ])

  static let internationalVisits = SourceTable(
    name: "international_visits", number: 8, title: "國際合作、短期訪問、移地研究",
    columns: [
      Column("visit_id", .identifier, "k", "編號"),
      Column("person_id", .identifier, "*", "人員代號", "人員編號", "學號/教師代碼"),
      Column("role", .code(.visitRole), "*", "身分", "身分別"),
      Column("birth_date", .date, "*", "出生年月日", "出生日期", "生日"),
      Column("kind", .code(.visitKind), "*", "類別", "活動類別"), country("*"), start, end,
    ])

  static let publications = SourceTable(
    name: "publications", number: 9, title: "期刊論文",
    columns: [
      Column("doi", .doi, "", "DOI"), Column("article_no", .identifier, "", "論文編號", "WOS號", "論文代碼"),
      Column("staff_id", .identifier, "", "身分編碼", "教師代碼"),
      Column("title", .text, "", "論文名稱"), Column("journal", .text, "", "刊物名稱", "期刊名稱"),
      Column("indexes", .codes(.indexDatabase), "*", "收錄分類", "收錄資料庫"),
      Column("year", .year, "*", "發表年份", "出版年"), Column("month", .month, "*", "發表月份", "出版月"),
      crossBorder, Column("partner_countries", .codes(.countries), "", "合著國別", "合作國家"),
      Column("partner_institutions", .codes(.benchmarkPartners), "", "合著機構", "合著學校"),
    ])

  static let books = SourceTable(
    name: "books", number: 10, title: "專書",
    columns: [
      Column("isbn", .isbn, "", "ISBN", "ISBN編號"), Column("book_no", .identifier, "", "專書編號"),
      Column("staff_id", .identifier, "*", "身分編碼", "教師代碼", "識別號"),
      Column("title", .text, "", "專書名稱", "篇章及所屬專書名稱/或專書名稱"),
      Column("category", .code(.bookCategory), "*", "專書類別"),
      Column("reviewed", .yesNo, "", "是否有外部審稿程序或公開發行出版"),
      Column("language", .text, "", "使用語文"),
      Column("publisher", .text, "", "出版社", "出版社/出版處所"),
      Column("publisher_country", .code(.countries), "", "出版地國別", "出版地國別/地區"),
      Column("year", .year, "*", "出版年", "出版年(yyyy)"), Column("month", .month, "*", "出版月"),
      crossBorder,
    ])

  static let projects = SourceTable(
    name: "projects", number: 11, title: "國際合作計畫",
    columns: [
      Column("project_id", .identifier, "*k", "計畫編號", "計畫代碼"),
      Column("staff_id", .identifier, "*", "主持人代碼", "教師代碼", "計畫主持人代碼"),
      Column("title", .text, "", "計畫名稱"),
      Column("kind", .code(.projectKind), "*", "合作類型", "計畫類型"),
      Column("via_school", .yesNo, "", "以學校名義", "是否以學校名義"),
      Column("partner_country", .code(.countries), "*", "合作國家", "合作國別"),
      Column("start", .date, "*", "開始時間", "執行期限(起)", "執行起日"),
      Column("end", .date, "*", "結束時間", "執行期限(迄)", "執行迄日"),
      Column("home_approved", .yesNo, "", "我方機構核准"),
      Column("partner_approved", .yesNo, "", "對方機構核准"),
      Column("amount", .decimal, "", "核定金額", "總核定金額"),
    ])
}
