import Foundation
import Testing

/// What can be wrong with code lists, partners and targets.
@Suite struct ListProblemTests {
  static let programme = "codes/programme.csv"
  static let countries = "codes/countries.csv"
  static let partners = "codes/benchmark_partners.csv"
  static let targets = "targets.csv"

  @Test(arguments: [
    Breakage(
      programme, "master,碩士班,Master,碩士", "master,碩士班,Master,碩士;ｐhD",
      "3: error: the word 'ｐhD' means both 'doctoral' and 'master' [word-of-two-codes]"),
    Breakage(
      programme, "碩專班", "碩士 班",
      "4: error: the word '碩士 班' means both 'master' and 'master_in_service' [word-of-two-codes]"),
    Breakage(
      programme, "master,碩士班,", "doctoral,碩士班,",
      "3: error: code 'doctoral' stands twice, first in line 2 [defined-twice]"
    ).ignoringOthers(),
    Breakage(
      programme, "words", "word",
      "1: error: the header lacks 'words', has it 'word' [column-missing]"),
    Breakage(
      programme, "label,english,words", "label,label,english,words",
      "1: error: the header has 'label' twice [column-twice]"),
    Breakage(
      programme, "words", "words,,label,,label,",
      "1: error: the header has '' twice [column-twice]",
      "1: error: the header has 'label' twice [column-twice]"),
    Breakage(
      programme, "master,碩士班,Master,碩士", "master,碩士班,Master,碩士,M",
      "3: error: the row has 5 fields, the header 4 [field-count]"
    ).ignoringOthers(),
    Breakage(
      programme, "master,碩士班,Master", "master,,Master", "3: error: 'label' is empty [empty-value]"
    ).ignoringOthers(),
    Breakage(
      programme, "master,碩士班", "master,\"碩士班\"x",
      "3: error: text after a closing quote [invalid-csv]"),
    Breakage(
      programme, "master,碩士班", "master,碩\"士班",
      "3: error: a quote inside a field without quotes [invalid-csv]"),
    Breakage(
      programme, "master,碩士班", "master,\"碩士班",
      "3: error: a quote that is never closed [invalid-csv]"),
    Breakage(
      countries, "JP,JPN,5,", "JP,JPN,051,",
      "3: error: the word '051' means both 'CN' and 'JP' [word-of-two-codes]"),
    Breakage(
      countries, "JP,JPN,5,", "JP,JPN,000,",
      "4: error: the word '0' means both 'JP' and 'TW' [word-of-two-codes]"),
    Breakage(
      countries, "臺灣;本國", "臺灣;natjpn",
      "4: error: the word 'natjpn' means both 'JP' and 'TW' [word-of-two-codes]"),
    Breakage(
      partners, "加州大學,University of California,US", "加州大學,University of California,UX",
      "3: error: 'UX' is no code of the list countries [code-not-on-list]"),
    Breakage(
      partners, "加州大學,University of California,US", "加州大學,University of California,美国",
      "3: error: '美国' is no code of the list countries, did you mean 'US'? [code-not-on-list]"),
    Breakage(
      partners, "JP,,2024-12-31", "JP,2025-01-01,2024-12-31",
      "2: error: the last day 2024-12-31 is before the first day 2025-01-01 [end-before-start]"),
    Breakage(
      partners, "2024-12-31", "113/12/31",
      "2: error: 'valid_to' is '113/12/31', which is not a date such as 2025-08-01 [invalid-value]"),
    Breakage(
      partners, "慶應義塾大學,,日本", "慶應義塾大學,,US",
      "4: error: '慶應義塾大學' is in 'US' here and in 'JP' above [partner-in-two-countries]"),
    Breakage(
      partners, "University of California", "keio university",
      "3: error: the word 'keio university' means both '慶應義塾大學' and '加州大學' [word-of-two-codes]"),
    Breakage(
      targets, "kpi-04,2025-08-01,2026-07-31,20", "kpi-04,2025-08-01,2025-12-31,20",
      "3: error: this target of kpi-04 and the one in line 2 are for overlapping periods [overlapping-targets]"
    ),
    Breakage(
      targets, "kpi-04,2025-08-01,2026-07-31,20", "kpi-04,2025-12-31,2026-07-31,20",
      "3: error: this target of kpi-04 and the one in line 2 are for overlapping periods [overlapping-targets]"
    ),
    Breakage(
      targets, "2026-07-31,20", "2026-07-31,20.5",
      "3: error: 'target' is '20.5', which is not a whole number [invalid-value]"),
    Breakage(
      targets, "2026-07-31,20", "2026-07-31,-20",
      "3: error: 'target' is '-20', which is not a whole number [invalid-value]"),
    Breakage(targets, "2026-07-31,20", "2026-07-31,", "3: error: 'target' is empty [empty-value]"),
    Breakage(
      targets, "kpi-04,2025-08-01,2026-07-31", "kpi-4,2025-08-01,2026-02-30",
      "3: error: 'to' is '2026-02-30', which is not a date such as 2025-08-01 [invalid-value]",
      "3: error: there is no definition 'kpi-4' in kpis/, did you mean 'kpi-04'? [unknown-kpi]"),
    Breakage(
      targets, "2025-08-01,2026-07-31", "2026-08-01,2026-07-31",
      "3: error: the last day 2026-07-31 is before the first day 2026-08-01 [end-before-start]"),
  ]) func isTold(_ breakage: Breakage) throws {
    try breakage.check()
  }

  @Test func textThatIsNotUTF8IsToldWithItsLine() throws {
    let folder = try SmallFolder()
    // CP950, as a spreadsheet program saves it.
    try folder.write(
      "codes/day_night.csv", Data("code,label,english,words\nday,".utf8) + [0xA4, 0xE9])
    #expect(
      try folder.messages() == ["codes/day_night.csv:2: error: not UTF-8 [not-utf-8]"])
    #expect(
      try folder.lint().first?.help(in: .traditionalChinese)
        == "請將檔案另存為 UTF-8（試算表軟體請選「CSV UTF-8」）")
  }
}
