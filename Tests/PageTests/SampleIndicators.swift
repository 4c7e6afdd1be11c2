/// The fourteen KPIs of the sample.
extension SampleContent {
  struct Indicator {
    let number: Int
    let title: String
    let english: String
    let dataSource: String
    let unit: String
    let source: String
    let text: String
    let value: Int
    let target: Int?
    let by: [String]
    var open: [String] = []
  }

  static let sources = [
    "students", "faculty", "researchers", "faculty_exchanges", "faculty_activities",
    "visiting_scholars", "student_mobility", "international_visits", "publications", "books",
    "projects",
  ]

  static let labels: [String: [String]] = [
    "programme": ["碩士班", "博士班"],
    "gender": ["女", "男", "不詳"],
    "identity": ["外國學生", "僑生", "港澳生", "陸生"],
    "college": [
      "醫學院", "口腔醫學院", "藥學院", "護理學院", "健康科學院", "生命科學院", "人文社會科學院",
    ],
    "nationality": [
      "越南", "印尼", "馬來西亞", "印度", "泰國", "菲律賓", "日本", "蒙古", "史瓦帝尼", "緬甸", "大韓民國", "美國", "法國",
      "德意志聯邦共和國", "聖文森及格瑞那丁",
    ],
    "country": ["日本", "美國", "德意志聯邦共和國", "泰國", "澳大利亞", "瑞典", "法國", "英國"],
    "kind": ["研討會發表論文", "國際學術合作", "演講", "研習活動", "講學"],
    "location": ["境外", "境內"],
    "figure": ["外國學生", "雙聯學制學生"],
    "index": ["SCIE", "SSCI", "EI", "A&HCI", "TSSCI", "THCI"],
    "journal": [
      "International Journal of Environmental Research and Public Health", "PLOS ONE",
      "Scientific Reports", "Journal of Dental Sciences", "臺灣公共衛生雜誌", "BMJ Open", "Nutrients",
      "Cancers", "Antioxidants", "Biomedicines", "Nanomaterials", "Kaohsiung Journal of Medicine",
      "Sensors", "Polymers", "Marine Drugs",
    ],
    "partner": ["慶應義塾大學", "格里菲斯大學", "瑪希朵大學", "烏普薩拉大學"],
    "rank": ["助理教授", "教授", "副教授"], "scheme": ["玉山學者", "彈性薪資", "校內方案"],
    "role": ["教師", "博士生", "博士後", "研究員"], "partner_country": ["日本", "美國", "泰國", "印度"],
  ]

  static let indicators: [Indicator] = [
    Indicator(
      number: 1, title: "與標竿姐妹學校合著論文數",
      english: "Articles written with benchmark partner universities", dataSource: "學校填報",
      unit: "篇", source: "publications",
      text: "與標竿姐妹學校（如日本慶應義塾大學、澳洲格里菲斯大學、泰國瑪希朵大學、瑞典烏普薩拉大學等）合著論文數", value: 14,
      target: 10, by: ["partner", "country"]),
    Indicator(
      number: 2, title: "延攬國外優秀教研人才擔任專任教師人數",
      english: "Outstanding academics from abroad appointed as full-time teachers",
      dataSource: "校庫匯入", unit: "人", source: "faculty",
      text: "「國外優秀教研人才」需排除中華民國國籍者。高教深耕中所指的專任教師涵蓋「專案教師」。", value: 4, target: 3,
      by: ["rank", "nationality", "scheme", "gender", "college"],
      open: ["「延攬」未明定時點：本值計算聘任日期在計算期間內之新聘者；各基準日在職者另列為觀察值。"]),
    Indicator(
      number: 3, title: "延攬國外優秀教研人才擔任研究人員人數",
      english: "Outstanding academics from abroad appointed as researchers", dataSource: "校庫匯入",
      unit: "人", source: "researchers", text: "「國外優秀教研人才」需排除中華民國國籍者。", value: 3, target: 4,
      by: ["nationality", "gender"], open: ["「研究人員」是否含博士後研究員未明定：本值列計博士後研究員，另依人員類別列出。"]),
    Indicator(
      number: 4, title: "碩博士學位國際學生人數",
      english: "International students in master's and doctoral programmes", dataSource: "校庫匯入",
      unit: "人", source: "students", text: "「碩博士學位國際學生」排除中華民國國籍、學士班、碩士在職專班。", value: 132,
      target: 150, by: ["programme", "nationality", "identity", "gender", "college"],
      open: ["「國際學生」未明定身分別：不具中華民國國籍之僑生、港澳生、陸生一併列計，另依身分別列出。"]),
    Indicator(
      number: 5, title: "交換教師人數（出國）", english: "Exchange teachers sent abroad",
      dataSource: "校庫匯入", unit: "人", source: "faculty_exchanges",
      text: "專任教師以「交換教師之名義」出國擔任交換教師，惟不包括博士後研究及外籍學者短期參訪。", value: 0, target: 3,
      by: ["country", "gender"]),
    Indicator(
      number: 6, title: "專任教師參與出國交流人次",
      english: "International exchange activities of full-time teachers", dataSource: "校庫匯入",
      unit: "人次", source: "faculty_activities",
      text:
        "專任教師參與境內、境外國家/地區之學校或機構舉辦之國際學術研討會發表論文、國際學術合作、演講、研習活動、講學等學術交流活動。研討會應具「對外公開徵稿」及有「審稿制度」，且至少3個國家/地區(含臺灣地區)學者參與並發表論文。國際學術合作至少3個國家/地區。演講、研習活動：境內(不包含參與校內自辦)、境外，短期(3個月內)。講學：非屬前4項之境內(不包含參與校內自辦)、境外教育交流活動。",
      value: 87, target: 30, by: ["kind", "location", "gender", "college", "country"],
      open: ["項目名稱為「出國」交流，定義則含境內活動：本值依定義計算，另依境內外列出。"]),
    Indicator(
      number: 7, title: "境外學者來訪人次", english: "Visits by scholars from abroad",
      dataSource: "校庫匯入", unit: "人次", source: "visiting_scholars",
      text: "邀請境外學者來訪從事國際學術研討會發表論文、國際學術合作、演講、研習活動、講學等學術交流活動，不包括交換教師人數及博士後研究人數。", value: 31,
      target: 25, by: ["kind", "nationality", "college"],
      open: ["「境外學者」未明定依國籍或服務機構：本值依服務機構所在國家（地區）認定，不依國籍。"]),
    Indicator(
      number: 8, title: "雙聯學制學生人數、外國學生人數",
      english: "Dual-degree students and foreign students", dataSource: "校庫匯入", unit: "人",
      source: "students",
      text: "雙聯學制學生：於二校當地修習學分數，累計須各達獲頒學位所需總學分數之1/3以上…僅蒐集雙聯學制在臺之外國在學學生數。外國學生：依就學辦法來臺之外國學生。",
      value: 86, target: nil, by: ["figure", "programme", "nationality", "gender"]),
    Indicator(
      number: 9, title: "本國碩博學生出國進修交流人數",
      english: "Domestic master's and doctoral students studying or on exchange abroad",
      dataSource: "校庫匯入", unit: "人", source: "student_mobility",
      text: "「本國碩博學生出國進修交流」排除學士班、碩士在職專班。（校庫：不包括出國參與競賽交流、進行實習或雙聯學制者）", value: 38,
      target: 20, by: ["programme", "country", "gender", "college"]),
    Indicator(
      number: 10, title: "本國博士生移地研究人數（至少2周以上）",
      english: "Domestic doctoral students doing field research abroad, two weeks or more",
      dataSource: "學校填報", unit: "人", source: "student_mobility", text: "本國博士生移地研究人數（至少2周以上）",
      value: 5, target: 5, by: ["country", "gender", "college"]),
    Indicator(
      number: 11, title: "45歲以下之教師、研究員、博士後或博士生從事國際合作、短期訪問、移地研究等人次",
      english:
        "International cooperation, short visits and field research by teachers, researchers, postdocs and doctoral students aged 45 or under",
      dataSource: "學校填報", unit: "人次", source: "international_visits",
      text: "45歲以下之教師、研究員、博士後或博士生從事國際合作、短期訪問、移地研究等人次", value: 26, target: 20,
      by: ["role", "kind", "country"]),
    Indicator(
      number: 12, title: "專任教師發表國際專書（含創作作品集）數",
      english: "International books and portfolios of creative works by full-time teachers",
      dataSource: "校庫匯入", unit: "本", source: "books", text: "專任教師發表國際專書（含創作作品集）數", value: 0,
      target: 3, by: []),
    Indicator(
      number: 13, title: "SCIE、SSCI、A&HCI、EI、TSSCI、THCI 等期刊論文數（須為國際合作/著）",
      english: "Indexed journal articles with international co-authorship", dataSource: "學校填報",
      unit: "篇", source: "publications",
      text: "SCIE、SSCI、A&HCI、EI、TSSCI、THCI 等期刊論文數（須為國際合作/著）", value: 41, target: 30,
      by: ["index", "journal"], open: ["僅與大陸、港澳地區合著是否屬「國際」合著未明定：本值不予列計，另列其篇數。"]),
    Indicator(
      number: 14, title: "與國外進行學術合作交流計畫件數",
      english: "Projects of academic cooperation with partners abroad", dataSource: "校庫匯入",
      unit: "件", source: "projects",
      text: "共同研究計畫：專任教師以學校名義與外國研究者合作。赴國外使用大型或貴重設施之專題研究計畫。屬國際大型方案計畫或專題計畫之子計畫。", value: 7,
      target: 8, by: ["partner_country", "college"]),
  ]
}
