import Foundation

/// Small tables of made-up figures in the layout of the ministry's published ones.
enum PublishedTables {
  static let studyAbroad = Export(
    "udb_study_abroad",
    """
    academic_year=學年度 | semester=學期 | ownership=設立別 | school_type=學校類別 | school_code=學校統計處代碼 | school_name=學校名稱 | department_code=系所代碼 | department=系所名稱 | programme=學制班別(日間) | country=進修交流國家(地區)別 | region=進修交流國家(地區)區域別 | at_least_one_semester=本國學生出國進修交流至少1學期(修讀學分)以上人數小計 | under_one_semester=本國學生出國進修交流未滿1學期(修讀學分)人數小計
    105 | 1 | 私立 | 一般大學 | 0071 | 甲大學 | 1 | 物理系 | 碩士班(日間) | 日本 | 亞洲 | 3 | 1,002
    105 | 2 | 私立 | 一般大學 | 0071 | 甲大學 | 1 | 物理系 | 博士班 | 日本 | 亞洲 | 4 | -
    106 | 1 | 私立 | 一般大學 | 71 | 甲大學 | 1 | 物理系 | 博士班 | 日本 | 亞洲 | 0 | 5
    105 | 1 | 私立 | 一般大學 | 0082 | 乙大學 | 1 | 物理系 | 碩士班(日間) | 德國 | 歐洲 | 20 | 0
    105 | 1 | 私立 | 一般大學 | 0071 | 甲大學 | 1 | 物理系 | 學士班(日間) | 日本 | 亞洲 | 90 | 90
    """)

  /// Equal rows are separate batches of students.
  static let studyAbroadBefore105 = Export(
    "udb_study_abroad_103-104",
    """
    academic_year=學年度 | semester=學期 | school_code=學校代碼 | school_name=學校名稱 | programme=學制 | country=對方國別 | partner_school=對方學校名稱 | total=總計 | male=男生 | female=女生
    104 | 1 | 71 | 甲大學 | 碩士班(日間) | 日本 | 東京大學 | 6 | 3 | 3
    104 | 1 | 71 | 甲大學 | 碩士班(日間) | 日本 | 東京大學 | 6 | 3 | 3
    104 | 1 | 71 | 甲大學 | 碩士在職專班 | 日本 | 東京大學 | 50 | 25 | 25
    """)

  static let overseasStudents = Export(
    "udb_overseas_degree_students",
    """
    academic_year=學年度 | school_code=學校統計處代碼 | school_name=學校名稱 | department=系所名稱 | programme=學制班別(日間) | total=境外學位生數小計 | male=境外學位生數男 | female=境外學位生數女
    106 | 0071 | 甲大學 | 物理系 | 碩士班(日間) | 11 | 5 | 6
    106 | 0071 | 甲大學 | 化學系 | 博士班 | 7 | 3 | 4
    106 | 0071 | 甲大學 | 化學系 | 學士班(日間) | 40 | 20 | 20
    """)

  static func write(to folder: TemporaryFolder) throws {
    try folder.write(studyAbroad.text, to: "open/udb_study_abroad_105-106.csv")
    let before = try Program.shell(
      "iconv -f UTF-8 -t CP950", input: studyAbroadBefore105.text)
    try folder.write(before.bytes, to: "open/udb_study_abroad_103-104_cp950.csv")
    try folder.write(
      "學3-1.境外學位生數,,,,,,,\n" + overseasStudents.text
        + "統計說明:,,,,,,,\n\"1.本表\n以10月15日為準\",,,,,,,\n",
      to: "open/udb_overseas_degree_students_106.csv")
  }
}
