/// The code lists of the contract (sources.md, section 3), with their codes in its order. A cell
/// holds a code as its place in `codes`; the words an export may use come from `--codes`.
enum CodeName: String, CaseIterable {
  case countries, programme
  case dayNight = "day_night"
  case status, identity, route, gender, employment, rank
  case researcherCategory = "researcher_category"
  case scheme, capacity
  case activityKind = "activity_kind"
  case location
  case mobilityKind = "mobility_kind"
  case visitRole = "visit_role"
  case visitKind = "visit_kind"
  case indexDatabase = "index_database"
  case crossBorder = "cross_border"
  case bookCategory = "book_category"
  case projectKind = "project_kind"
  /// Institutions: any name may stand there. The first four are the list's.
  case benchmarkPartners = "benchmark_partners"

  var codes: [String] {
    switch self {
    case .countries: Country.pool
    case .programme:
      ["doctoral", "master", "master_in_service", "bachelor", "bachelor_continuing", "associate"]
    case .dayNight: ["day", "in_service", "continuing"]
    case .status:
      [
        "enrolled", "suspended", "left", "admission_retained", "non_degree", "exchange",
        "unregistered",
      ]
    case .identity: ["domestic", "foreign", "overseas_chinese", "hk_macau", "mainland"]
    case .route: ["foreign_regulation", "general", "other"]
    case .gender: ["male", "female"]
    case .employment: ["full_time", "project", "part_time"]
    case .rank:
      ["professor", "associate_professor", "assistant_professor", "lecturer", "other"]
    case .researcherCategory:
      [
        "research_fellow", "associate_research_fellow", "assistant_research_fellow", "postdoc",
        "assistant",
      ]
    case .scheme: ["yushan", "young_yushan", "outstanding", "other"]
    case .capacity: ["exchange_teacher", "postdoc", "short_visit", "scholar"]
    case .activityKind: ["conference_paper", "collaboration", "talk", "workshop", "lecture"]
    case .location: ["domestic", "abroad"]
    case .mobilityKind:
      [
        "exchange", "credit_study", "short_study", "short_research", "field_research", "visit",
        "dual_degree", "competition", "internship", "other",
      ]
    case .visitRole: ["teacher", "researcher", "postdoc", "doctoral_student", "other"]
    case .visitKind: ["collaboration", "short_visit", "field_research", "other"]
    case .indexDatabase: ["SCIE", "SSCI", "AHCI", "EI", "TSSCI", "THCI", "other"]
    case .crossBorder: ["foreign", "mainland_hk_macau", "both", "none"]
    case .bookCategory: ["book", "chapter", "portfolio", "other"]
    case .projectKind:
      ["joint_research", "large_facility", "sub_project", "bilateral", "other"]
    case .benchmarkPartners: Institution.pool
    }
  }
}

/// The countries that rows name: at most 64, so that a set of them is one number.
enum Country {
  static let pool = [
    "TW", "HK", "MO", "CN", "XX", "JP", "US", "VN", "ID", "IN", "MY", "TH", "KR", "DE", "FR", "GB",
    "AU", "SE", "PH", "SG", "CA", "NL", "CH", "BR", "MX", "ZA", "NG", "KE", "ET", "EG", "TR", "RU",
    "UA", "PL", "CZ", "SK", "ES", "IT", "AT", "BE", "DK", "NO", "FI", "NZ", "MN", "MM", "KH", "LA",
    "BN", "NP", "BD", "LK", "PK", "IR", "SA", "AE", "IL", "SZ", "PY", "CI", "MK", "KP", "BO", "CD",
  ]
  static let taiwan = 0
  static let hongKong = 1
  static let macao = 2
  static let mainland = 3
  static let stateless = 4
  static let japan = 5

  /// A country that is none of TW, HK, MO, CN and stateless; the well-known ones more often.
  static func foreign(_ random: inout RandomStream) -> Int {
    5 + (random.chance(70) ? random.below(16) : random.below(pool.count - 5))
  }

  /// Any country, with the special ones often.
  static func any(_ random: inout RandomStream, taiwanPercent: Int) -> Int {
    if random.chance(taiwanPercent) { return taiwan }
    return random.chance(20) ? 1 + random.below(4) : foreign(&random)
  }
}

/// The institutions that publications name.
enum Institution {
  static let pool = [
    "慶應義塾大學", "格里菲斯大學", "瑪希朵大學", "烏普薩拉大學", "京都大學", "東京大學", "慕尼黑工業大學",
    "University of Cambridge", "慶應義塾大學醫院", "示範大學", "Keio", "西格里菲斯大學",
  ]
  static let partners = 4
}
