import Campus

/// Reads `pipelines/codes/benchmark_partners.csv` (標竿姊妹校): the code list of the institutions
/// and, in the same order, when each is a partner.
struct BenchmarkPartnersFile {
  static let columns = ["institution", "aliases", "country", "valid_from", "valid_to"]

  let list: CodeList
  let partners: [BenchmarkPartner]

  /// An institution may have several lines, one for each time it was a partner. The country of one is
  /// checked on the list of countries, if there is one.
  init?(_ bytes: [UInt8], name: String, countries: CodeList?, problems: FileProblems) {
    guard let sheet = CSVSheet(bytes, columns: Self.columns, problems: problems) else { return nil }
    var builder = CodeListBuilder(name: name, problems: problems)
    var indexes: [String: Int] = [:]
    var countriesFound: [String] = []
    var spans: [[BenchmarkPartner.Span]] = []
    for row in sheet.rows {
      guard let institution = row.required("institution", problems) else { continue }
      let country = Self.country(of: row, countries: countries, problems: problems)
      let (from, to) = (row.date("valid_from", problems), row.date("valid_to", problems))
      if let from, let to, to < from {
        problems.add(.endBeforeStart(from: from.description, to: to.description), line: row.line)
      }
      let key = CodeList.key(institution, droppingLeadingZeros: false)
      let index: Int
      if let known = indexes[key] {
        index = known
        spans[index].append(BenchmarkPartner.Span(from: from, to: to))
        if countriesFound[index] != country {
          let first = countriesFound[index]
          problems.add(
            .partnerInTwoCountries(institution: institution, first: first, second: country),
            line: row.line)
        }
      } else {
        let entry = CodeList.Entry(code: institution, label: institution, english: institution)
        guard let new = builder.add(entry, line: row.line) else { continue }
        index = new
        indexes[key] = index
        countriesFound.append(country)
        spans.append([BenchmarkPartner.Span(from: from, to: to)])
      }
      builder.add(words: [institution], to: index, line: row.line)
      builder.add(words: row.parts("aliases"), to: index, line: row.line)
    }
    list = builder.list
    partners = zip(list.entries, zip(countriesFound, spans)).map { entry, partner in
      BenchmarkPartner(institution: entry.code, country: partner.0, spans: partner.1)
    }
  }

  private static func country(
    of row: CSVSheet.Row, countries: CodeList?, problems: FileProblems
  ) -> String {
    guard let word = row.required("country", problems), let countries else { return "" }
    if let index = countries.index(of: word) { return countries.entries[index].code }
    let nearest = countries.nearestCode(to: word)
    problems.add(
      .codeNotOnList(word: word, list: countries.name, nearest: nearest), line: row.line)
    return ""
  }
}

extension CodeList {
  /// The code that an unknown word was probably meant to be: the code of a word it is or is near to.
  func nearestCode(to word: String) -> String? {
    if let index = index(of: word) { return entries[index].code }
    if let code = NearestWord.to(word, among: entries.lazy.map(\.code)) { return code }
    return NearestWord.to(word, among: words.elements.lazy.map(\.word))
      .flatMap { words[$0] }.map { entries[$0].code }
  }
}
