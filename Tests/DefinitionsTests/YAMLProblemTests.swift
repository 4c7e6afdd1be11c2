import Testing

/// What is no YAML, or more YAML than a definition may use.
@Suite struct YAMLProblemTests {
  static let file = "kpis/kpi-13/2020-08-01.yaml"

  @Test(arguments: [
    Breakage(
      file, "unit: 篇", "unit: &u 篇",
      "5: error: an anchor (&) must not stand in a definition [forbidden-yaml]"),
    Breakage(
      file, "unit: 篇", "unit: *u",
      "5: error: an alias (*) must not stand in a definition [forbidden-yaml]"),
    Breakage(
      file, "unit: 篇", "unit: !!str 篇",
      "5: error: a tag (!) must not stand in a definition [forbidden-yaml]"),
    Breakage(
      file, "open: []", "open: !x []",
      "28: error: a tag (!) must not stand in a definition [forbidden-yaml]"),
    Breakage(
      file, "unit: 篇", "unit: 篇\ntitle: x",
      "6: error: key 'title' stands twice, first in line 2 [duplicate-key]"),
    Breakage(
      file, "{partner_countries: {holds: [JP, US]}}",
      "{partner_countries: {holds: JP}, partner_countries: present}",
      "13: error: key 'partner_countries' stands twice, first in line 13 [duplicate-key]"),
    Breakage(
      file, "unit: 篇", "---\nunit: 篇",
      "5: error: a second document (---) must not stand in a definition [forbidden-yaml]"),
    Breakage(
      file, "unit: 篇", "? [a]\n: b",
      "5: error: a key that is itself a list or a mapping must not stand in a definition [forbidden-yaml]"
    ),
    Breakage(
      file, "unit: 篇", "unit: \(String(repeating: "[", count: 40))",
      "5: error: nested deeper than 16 levels [too-deep]"),
    Breakage(
      file, "unit: 篇", "unit: {",
      "7: error: not YAML: while parsing a flow mapping: did not find expected ',' or '}' [invalid-yaml]"
    ),
    Breakage(
      file, "unit: 篇", "unit: \u{7}",
      "5: error: not YAML: control characters are not allowed [invalid-yaml]"),
    Breakage(
      file, "  - {id: period", "\t- {id: period",
      "11: error: not YAML: while scanning for the next token: found character that cannot start any token [invalid-yaml]"
    ),
  ]) func isTold(_ breakage: Breakage) throws {
    try breakage.check()
  }

  @Test func anEmptyFileIsTold() throws {
    for text in ["\n", "# nothing\n"] {
      #expect(
        try SmallFolder(["annual.yaml": text]).messages()
          == ["annual.yaml: error: the file is empty [empty-file]"])
    }
  }

  @Test func aFileCutShortIsToldOnItsLastLine() throws {
    for text in ["kpi: x\nby: [甲", "kpi: x\nby: [甲\n", "kpi: x\rby: [甲\r"] {
      #expect(try SmallFolder(["annual.yaml": text]).messages()[0].hasPrefix("annual.yaml:2: "))
    }
    // Another line end of YAML, and a problem that is none of libyaml's.
    let deep = "\u{85}kpi: " + String(repeating: "{a: ", count: 15) + "{c"
    #expect(
      try SmallFolder(["annual.yaml": deep]).messages()
        == ["annual.yaml:2: error: nested deeper than 16 levels [too-deep]"])
  }

  @Test func aListIsNoDefinition() throws {
    #expect(
      try SmallFolder(["annual.yaml": "- a\n"]).messages()
        == ["annual.yaml:1: error: 'annual' must be a mapping (key: value) [wrong-shape]"])
  }

  @Test func everyScalarIsText() throws {
    let countries = "iso2,iso3,hedb_code,zh,en,udb_region,aliases\n"
    let list = try #require(SmallFolder.files["codes/countries.csv"])
    let file = try #require(SmallFolder.files["kpis/kpi-13/2020-08-01.yaml"])
    let folder = try SmallFolder([
      "codes/countries.csv": list.replacing(countries, with: countries + "NO,NOR,7,挪威,Norway,,\n"),
      "kpis/kpi-13/2020-08-01.yaml": file.replacing("holds: [JP, US]", with: "holds: [NO, US]"),
    ])
    #expect(try folder.messages() == [])
  }
}
