import Campus

/// Reads one code list of `pipelines/codes/`.
///
/// The code and the label are words of their own list, so a list that adds nothing stays short.
enum CodeListFile {
  /// `code,label,english,words`; further columns become attributes of the entries.
  static func read(_ bytes: [UInt8], name: String, problems: FileProblems) -> CodeList? {
    let columns = ["code", "label", "english", "words"]
    guard let sheet = CSVSheet(bytes, columns: columns, problems: problems) else { return nil }
    let attributes = sheet.header.enumerated().filter { !columns.contains($0.element) }
    var builder = CodeListBuilder(name: name, problems: problems)
    for row in sheet.rows {
      guard let code = row.required("code", problems), let label = row.required("label", problems)
      else { continue }
      let entry = CodeList.Entry(
        code: code, label: label, english: row["english"].isEmpty ? code : row["english"],
        attributes: Dictionary(
          uniqueKeysWithValues: attributes.map { ($0.element, row.cells[$0.offset]) }))
      guard let index = builder.add(entry, line: row.line) else { continue }
      builder.add(words: [code, label], to: index, line: row.line)
      builder.add(words: row.parts("words"), to: index, line: row.line)
    }
    if sheet.rows.isEmpty { problems.add(.emptyFile, line: 0) }
    return builder.list
  }

  /// The ministry's countries in the layout of their own file: both ISO codes, the 校庫 codes, the
  /// names, the aliases and `NAT` with the ISO code of three letters are words (sources.md,
  /// section 3).
  static func readCountries(_ bytes: [UInt8], name: String, problems: FileProblems) -> CodeList? {
    let columns = ["iso2", "iso3", "hedb_code", "zh", "en", "udb_region", "aliases"]
    guard let sheet = CSVSheet(bytes, columns: columns, problems: problems) else { return nil }
    var builder = CodeListBuilder(name: name, dropsLeadingZeros: true, problems: problems)
    for row in sheet.rows {
      guard let code = row.required("iso2", problems), let label = row.required("zh", problems)
      else { continue }
      let entry = CodeList.Entry(
        code: code, label: label, english: row["en"].isEmpty ? code : row["en"],
        attributes: ["region": row["udb_region"]])
      guard let index = builder.add(entry, line: row.line) else { continue }
      builder.add(words: [code, label, row["en"]], to: index, line: row.line)
      builder.add(words: row.parts("hedb_code"), to: index, line: row.line)
      builder.add(words: row.parts("aliases"), to: index, line: row.line)
      let iso3 = row["iso3"]
      if !iso3.isEmpty { builder.add(words: [iso3, "NAT" + iso3], to: index, line: row.line) }
    }
    if sheet.rows.isEmpty { problems.add(.emptyFile, line: 0) }
    return builder.list
  }
}
