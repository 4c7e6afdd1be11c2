import Campus
import Foundation
import SeededRandomness
import Testing

@testable import Store

/// The evidence in the database, row by row, beside the decisions it was written from.
struct EvidenceTests {
  private static let texts = [
    nil, "", "a", "王小明", "\"", "\\", "a\"b\\c", "\n", "\u{1}\u{1F}\u{7F}", "[1,{\"a\":2}],", "null",
    "1", "00123", "🎓\u{301}", "x\u{FEFF}\u{2028}",
  ]

  private static func column(
    _ role: KPIDecisions.Column.Role, _ name: String, lookup: String? = nil, rows: Int,
    _ random: inout SplitMix64
  ) -> KPIDecisions.Column {
    KPIDecisions.Column(
      role: role, lookup: lookup, name: name, personal: false, decides: true,
      cells: WordColumn((0..<rows).map { _ in texts[random.below(texts.count)] }))
  }

  private static func decisions(rows: Int, _ random: inout SplitMix64) -> KPIDecisions {
    let items = (0..<random.below(3)).map { column(.item, "item \($0)", rows: rows, &random) }
    let values =
      random.below(4) == 0
      ? []
      : [
        column(.value, "國籍", rows: rows, &random),
        column(.value, "a \"name\"", lookup: "persons", rows: rows, &random),
        column(.event, "start", rows: rows, &random),
      ]
    var file = 0
    let files = (0..<rows).map { _ -> Int32 in
      if random.below(400) == 0 { file = (file + 1) % 3 }
      return Int32(file)
    }
    return KPIDecisions(
      kpi: 4, source: "students", countsRows: true, rules: ["a"], eventColumns: [],
      columns: items + values,
      files: WordColumn(words: ["x.csv", "y \"y\".csv", "z.csv"], numbers: files),
      lines: (0..<rows).map { _ in Int32(random.below(1_000_000)) },
      verdicts: (0..<rows).map { _ in [0, KPIEvidence.counted][min(1, random.below(5))] })
  }

  @Test(arguments: [0, 1, 3, 900, 1_300, 3_000])
  func everyCountedRowIsThereAsItIs(rows: Int) throws {
    for seed in 0..<4 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let decisions = Self.decisions(rows: rows, &random)
      let place = try Workplace()
      let database = try place.open().database
      let run = try RunWriter(
        database, Sample.record(), revision: 1, previous: nil, ended: "", exitCode: 0, message: nil
      ).run
      try DecisionsWriter(database, run: run, columns: PackedColumns(database)).write(decisions)
      let found = try database.rows(
        "SELECT run, kpi, position, key, columns, file, line FROM evidence ORDER BY position"
      ) {
        ((0..<3).map($0.number), $0.word(3), $0.word(4), $0.word(5), $0.number(6))
      }
      let counted = (0..<rows).filter { decisions.verdict($0) == "counted" }
      #expect(found.count == counted.count)
      for (position, (row, line)) in zip(counted, found).enumerated() {
        #expect(line.0 == [run, 4, position])
        #expect(line.1 == decisions.key(row), "seed \(seed), row \(row)")
        #expect(line.3 == decisions.location(row).file && line.4 == decisions.location(row).line)
        let object = try #require(
          try JSONSerialization.jsonObject(with: Data(line.2.utf8)) as? [String: Any])
        #expect(Set(object.keys) == Set(decisions.valueColumns.map(\.title)))
        for column in decisions.valueColumns {
          // Compared by their bytes: characters that look alike are equal as strings.
          let value = object[column.title] as? String
          #expect(value.map { Array($0.utf8) } == column.cells.text(row).map { Array($0.utf8) })
        }
      }
      #expect(
        try database.integer("SELECT coalesce(sum(row_count), 0) FROM evidence_blocks")
          == counted.count)
      // Blocks of many rows, or there would be as many as before.
      #expect(try database.integer("SELECT count(*) FROM evidence_blocks") ?? 0 < 4 + rows / 60)
    }
  }

  @Test func longCellsMakeSmallBlocks() throws {
    let place = try Workplace()
    let database = try place.open().database
    let run = try RunWriter(
      database, Sample.record(), revision: 1, previous: nil, ended: "", exitCode: 0, message: nil
    ).run
    let words = (0..<40).map { String(repeating: "字", count: 10_000 * $0) }
    let decisions = KPIDecisions(
      kpi: 1, source: "publications", countsRows: true, rules: [], eventColumns: [],
      columns: [
        KPIDecisions.Column(
          role: .value, lookup: nil, name: "title", personal: false, decides: false,
          cells: WordColumn(words))
      ], files: WordColumn(words: ["x.csv"], numbers: words.map { _ in 0 }),
      lines: words.indices.map { Int32($0) }, verdicts: words.map { _ in KPIEvidence.counted })
    try DecisionsWriter(database, run: run, columns: PackedColumns(database)).write(decisions)
    #expect(try database.integer("SELECT max(length(counted)) FROM evidence_blocks") ?? 0 < 1 << 20)
    #expect(
      try database.rows("SELECT length(columns ->> 'title') FROM evidence ORDER BY position") {
        $0.number(0)
      } == words.map(\.unicodeScalars.count))
  }

  /// The evidence of a version in which each counted row was a row of a table.
  @Test func theEvidenceOfAnOlderDatabaseIsKept() throws {
    let place = try Workplace()
    var sample = Sample.first
    sample.students[0].college = "a\"b\\ \n王"
    try place.publish(sample)
    let old = try Database(path: place.database)
    func evidence(_ database: Database) throws -> [[String]] {
      try database.rows(
        "SELECT run, kpi, position, key, columns, file, line FROM evidence ORDER BY 1, 2, 3"
      ) { row in (0..<7).map { row.word($0) } }
    }
    let rows = try evidence(old)
    try old.execute(
      """
      CREATE TABLE kept AS SELECT * FROM evidence ORDER BY run, kpi, position;
      DROP VIEW evidence;
      DROP TABLE evidence_blocks;
      CREATE TABLE evidence (
        run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE, kpi INTEGER NOT NULL,
        position INTEGER NOT NULL, key TEXT NOT NULL, columns TEXT NOT NULL, file TEXT NOT NULL,
        line INTEGER NOT NULL, PRIMARY KEY (run, kpi, position)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO evidence SELECT * FROM kept;
      DROP TABLE kept;
      PRAGMA user_version = 1;
      """)
    #expect(rows.count > 1)
    #expect(try evidence(old) == rows)
    let store = try place.open()
    #expect(try store.database.integer("PRAGMA user_version") == Schema.version)
    #expect(try evidence(store.database) == rows)
    let purged = try store.purge(
      before: CalendarDate(year: 2999, month: 1, day: 1)!, now: "2999-01-01T00:00:00+08:00")
    #expect(purged.evidenceRows == rows.count)
    #expect(try evidence(store.database) == [])
  }
}
