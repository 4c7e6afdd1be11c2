/// Texts that fill names, titles and units. None is a value that means missing.
enum TextPools {
  static let surnames = utf8(
    "陳", "林", "黃", "張", "李", "王", "吳", "劉", "蔡", "楊", "許", "鄭", "謝", "郭", "洪", "曾", "邱", "廖",
    "歐陽", "范姜")
  static let givenNames = utf8(
    "志明", "淑芬", "俊傑", "雅婷", "家豪", "怡君", "冠宇", "佳穎", "宗翰", "欣怡", "建宏", "詩涵", "承恩", "品妍",
    "柏翰", "郁婷", "彥廷", "筱涵", "哲瑋", "思妤")
  static let foreignNames = utf8(
    "NGUYEN Van An", "TRAN Thi Mai", "Siti Nurhaliza", "Budi Santoso", "Tanaka Yuki",
    "Kim Min-jun", "O'Brien, Sean", "Maria da Silva", "Rahul \"Raj\" Sharma",
    "John Smith Jr.", "Chen Wei (陳偉)")
  /// Names with characters that CP950 does not have.
  static let rareNames = utf8(
    "𠮷田 明", "Anna Müller", "陳堃瑄", "François Lefèvre", "Łukasz Żak", "สมชาย ใจดี")
  /// The first user-defined character of Windows, FA40 in CP950.
  static let userDefined: [UInt8] = Array("\u{E000}".utf8)
  static let colleges = utf8(
    "文學院", "理學院", "工學院", "管理學院", "醫學院", "電機資訊學院", "國際學院", "College of Science, 理學院")
  static let departments = utf8(
    "中國文學系", "物理學系", "機械工程學系", "企業管理學系", "醫學系", "資訊工程學系", "國際事務研究所", "應用數學系")
  static let schools = utf8(
    "京都大學", "慕尼黑工業大學", "University of Oxford", "香港中文大學", "國立首爾大學", "Chulalongkorn University",
    "北京大學", "MIT, Cambridge", "示範大學")
  static let titles = utf8(
    "國際永續發展研討會", "AI in Medicine, 2025", "東亞文化交流工作坊", "=1+1 的哲學對話", "@home 遠距教學",
    "A \"new\" approach to catalysis", "高分子材料\n第二場次", "+886 通訊技術論壇", "量子計算短期課程",
    "Climate; water; energy", "-20°C 冷鏈物流", "跨國史料數位化")
  static let journals = utf8(
    "Nature Communications", "PLOS ONE", "臺灣社會研究季刊", "Journal of Applied Physics", "中國文哲研究集刊",
    "IEEE Access", "Lancet, The", "管理學報")
  static let languages = utf8("中文", "英文", "日文", "德文", "英文、中文")
  static let publishers = utf8("Springer", "聯經出版", "Oxford University Press", "五南圖書", "岩波書店")

  private static func utf8(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}
