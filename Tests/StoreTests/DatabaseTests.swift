import Campus
import Glibc
import SeededRandomness
import Testing

@testable import Store

struct DatabaseTests {
  /// What opening for a run fails with.
  private func refusal(_ place: Workplace) -> Failure? {
    do {
      _ = try place.open()
      return nil
    } catch {
      return error as? Failure
    }
  }

  private func pageSize(_ bytes: [UInt8]) -> Int { Int(bytes[16]) << 8 | Int(bytes[17]) }

  /// Overwrites the first bytes of every page from the third on.
  private func damage(_ bytes: inout [UInt8], _ count: Int, _ byte: UInt8) {
    let page = pageSize(bytes)
    for index in 2 * page..<bytes.count where index % page < count { bytes[index] = byte }
  }

  @Test func aTruncatedDatabaseIsRefusedAndLeftAlone() throws {
    let place = try Workplace()
    try place.publish(.first)
    let whole = try place.bytes(place.database)
    for size in [0, 50, 4096, pageSize(whole), whole.count / 2, whole.count - 1] {
      try place.write(Array(whole[0..<size]), to: place.database)
      let failure = try #require(refusal(place), "\(size) bytes")
      #expect(failure.status == .readOrWriteFailed)
      #expect(failure.help != nil)
      #expect(try place.bytes(place.database).count == size)
    }
    try place.write(whole, to: place.database)
    #expect(refusal(place) == nil)
  }

  /// As earlier versions made them.
  @Test func aDatabaseOfSmallPagesIsPublishedInto() throws {
    let place = try Workplace()
    try place.publish(.first)
    try Database(path: place.database).execute("PRAGMA page_size = 4096; VACUUM")
    #expect(pageSize(try place.bytes(place.database)) == 4096)
    #expect(try place.publish(.first, day: 2).result.revision == 2)
    #expect(try place.open().diff(1, 2).changes.isEmpty)
    #expect(pageSize(try place.bytes(place.database)) == 4096)
  }

  @Test func aDamagedDatabaseIsNotPublishedInto() throws {
    let place = try Workplace()
    try place.publish(.first)
    var bytes = try place.bytes(place.database)
    damage(&bytes, 200, 0xA5)
    try place.write(bytes, to: place.database)
    let failure = #expect(throws: Failure.self) { try place.publish(.first, day: 2) }
    #expect(failure?.status == .readOrWriteFailed)
    #expect(place.names(place.period) == ["current", "revision-1"])
    #expect(try place.bytes(place.database) == bytes)
  }

  /// A run that met damage does not note so in the database.
  @Test func aFailureIsNotRecordedInADamagedDatabase() throws {
    let place = try Workplace()
    try place.publish(.first)
    let store = try place.open()
    var bytes = try place.bytes(place.database)
    damage(&bytes, 8, 0)
    try place.write(bytes, to: place.database)
    #expect(throws: Failure.self) {
      try store.publish(
        Sample.record(day: 2), Sample.first.draft(), rendering: Sample.rendering, clock: { "" })
    }
    #expect(throws: Failure.self) {
      try store.recordFailure(Sample.record(day: 2), exitCode: 74, message: nil, ended: "")
    }
    #expect(try place.bytes(place.database) == bytes)
  }

  @Test func notADatabaseIsRefused() throws {
    let place = try Workplace()
    try place.write(Array("student_id,name\nS1,Wang\n".utf8), to: place.database)
    #expect(refusal(place)?.status == .readOrWriteFailed)
    try place.write([UInt8](repeating: 7, count: 5000), to: place.database)
    #expect(refusal(place)?.status == .readOrWriteFailed)
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    let place = try Workplace()
    try place.write([], to: place.database)
    let other = try Database(path: place.database)
    try other.execute("CREATE TABLE t (x); PRAGMA application_id = 7")
    let before = try place.bytes(place.database)
    let failure = try #require(refusal(place))
    #expect(failure.message.contains("another program"))
    #expect(try place.bytes(place.database) == before)
  }

  @Test func aNewerDatabaseIsRefused() throws {
    let place = try Workplace()
    try place.publish(.first)
    try Database(path: place.database).execute("PRAGMA user_version = \(Schema.version + 1)")
    let failure = try #require(refusal(place))
    #expect(failure.status == .readOrWriteFailed)
    #expect(failure.message.contains("newer"))
  }

  @Test func aHeaderThatCannotBeIsRefused() throws {
    let place = try Workplace()
    try place.publish(.first)
    let whole = try place.bytes(place.database)
    // The format of the schema, and our own version of it: a negative one and none.
    for (byte, bits) in [
      (44, 0xFF), (47, 0xFF), (60, 0xFF), (63, UInt8(Schema.version)),
    ] as [(Int, UInt8)] {
      var bytes = whole
      bytes[byte] ^= bits
      try place.write(bytes, to: place.database)
      let failure = try #require(refusal(place), "byte \(byte)")
      #expect(failure.status == .readOrWriteFailed && failure.message.contains("damaged"))
      #expect(try place.bytes(place.database) == bytes)
    }
  }

  @Test func readingNeedsADatabase() throws {
    let place = try Workplace()
    let failure = #expect(throws: Failure.self) {
      try Store.openForReading(database: place.database)
    }
    #expect(failure?.status == .inputMissing)
    #expect(place.names(place.path) == [])
  }

  @Test func aFolderThatCannotBeMadeIsNamed() throws {
    let place = try Workplace()
    try place.write([], to: place.output)
    let failure = try #require(refusal(place))
    #expect(failure.status == .outputCannotBeCreated)
    #expect(failure.message.contains(place.output))
  }

  @Test func aMessageHoldsNoBoundValue() throws {
    let place = try Workplace()
    let store = try place.open()
    let failure = #expect(throws: Failure.self) {
      try store.database.run(
        "INSERT INTO annotations (run, kpi, note, added) VALUES (?, ?, ?, ?)", .integer(99),
        .text("王小明 A123456789"), .text("A123456789"), .null)
    }
    #expect(failure?.message.contains("A123456789") == false)
  }

  @Test func theViewsCanBeRead() throws {
    let place = try Workplace()
    try place.publish(.first)
    var changed = Sample.first
    changed.students[1].nationality = "TW"
    try place.publish(changed, day: 2)
    let database = try Store.openForReading(database: place.database).database
    let views = try database.rows("SELECT name FROM sqlite_schema WHERE type = 'view'") {
      $0.word(0)
    }
    #expect(views.count == 23)
    for view in views { _ = try database.rows("SELECT * FROM \(view)") { _ in } }
    #expect(try database.rows("SELECT value FROM latest_values") { $0.number(0) } == [1, 1])
    #expect(
      try database.rows("SELECT key, nationality, line FROM counted_students") {
        "\($0.word(0)) \($0.word(1)) \($0.number(2))"
      } == ["S1 JP 2"])
    #expect(
      try database.rows(
        "SELECT key || cause || old_value || new_value FROM what_changed WHERE kpi = 4"
      ) {
        $0.word(0)
      } == ["S2value-changedVNTW"])
  }

  @Test func equalColumnsAreStoredOnce() throws {
    let place = try Workplace()
    let columns = try PackedColumns(place.open().database)
    let first = WordColumn(["a", nil, "b"])
    let stored = try columns.store(first)
    for other in [
      WordColumn(["a", nil, "a"]), WordColumn(["a", nil, "c"]), WordColumn(["a", nil]),
    ] {
      let number = try columns.store(other)
      #expect(number != stored)
      #expect(try columns.column(number) == other)
    }
    #expect(try columns.store(WordColumn(["a", nil, "b"])) == stored)
    columns.forget()
    #expect(try columns.store(first) == stored)
    #expect(try columns.column(stored) == first)
  }

  @Test func columnsThatAreStoredTogetherAreNumberedInOrder() throws {
    let place = try Workplace()
    let columns = try PackedColumns(place.open().database)
    let known = try columns.store(WordColumn(["known"]))
    let others = (0..<40).map { WordColumn(["other \($0)"]) }
    let numbers = try columns.store(
      columns.begin([others[0], WordColumn(["known"]), others[0]] + others))
    #expect(Set(numbers).count == 41)
    #expect(numbers[0] == numbers[2] && numbers[0] == numbers[3])
    #expect(numbers[1] == known)
    #expect(numbers[3...] == numbers[3...].sorted()[...])
    for (column, number) in zip(others, numbers[3...]) {
      #expect(try columns.column(number) == column)
    }
  }

  /// Up to 65,535 bytes as zlib holds what it does not compress (RFC 1950 and 1951).
  private static func uncompressed(_ bytes: [UInt8]) -> [UInt8] {
    let length = UInt16(bytes.count)
    let (low, high) = bytes.reduce((1, 0)) { sums, byte in
      let low = (sums.0 + Int(byte)) % 65_521
      return (low, (sums.1 + low) % 65_521)
    }
    return [0x78, 0x01, 0x01]
      + [length, ~length].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + bytes
      + [high, low].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
  }

  @Test func aColumnThatWasCompressedOtherwiseIsFound() throws {
    let place = try Workplace()
    let database = try place.open().database
    let columns = try PackedColumns(database)
    let column = WordColumn(words: [], numbers: (0..<2_000).map { Int32($0 * $0 % 2_003) })
    let stored = try columns.store(column)
    let otherwise = Self.uncompressed(ColumnPacking.packed(column))
    try database.run(
      "UPDATE packed_columns SET bytes = ? WHERE packed = ?", .blob(otherwise), .integer(stored))
    columns.forget()
    #expect(try columns.store(column) == stored)
  }

  /// A publication spares the checks of what refers to what; whoever deletes afterwards needs them.
  @Test func aDeletedRunTakesItsRowsWithItAfterAPublication() throws {
    let place = try Workplace()
    let store = try place.open()
    let (run, _) = try store.publish(
      Sample.record(), Sample.first.draft(), rendering: Sample.rendering, clock: { "" })
    #expect(try store.database.rows("PRAGMA foreign_key_check") { $0.word(0) } == [])
    try store.database.run("DELETE FROM runs WHERE run = ?", .integer(run))
    for table in ["evidence", "decisions", "kpi_values"] {
      #expect(try store.database.integer("SELECT count(*) FROM \(table)") == 0, "\(table)")
    }
  }

  @Test func columnsAreSharedBetweenRuns() throws {
    let place = try Workplace()
    try place.publish(.first)
    let database = try place.open().database
    let count = try database.integer("SELECT count(*) FROM packed_columns")
    var changed = Sample.first
    changed.students[1].nationality = "TW"
    try place.publish(changed, day: 2)
    let grown = try database.integer("SELECT count(*) FROM packed_columns")
    #expect(try #require(grown) - (try #require(count)) <= 4)
  }
}

struct ColumnPackingTests {
  @Test func theDigestStaysAsItIs() {
    let digests = [0, 1, 3, 5, 8, 13, 21].map { length in
      (0..<UInt8(length)).map { $0 &* 37 &+ 1 }.withUnsafeBufferPointer(ColumnDigest.of)
    }
    #expect(
      digests.map { UInt64(bitPattern: Int64($0)) } == [
        0xC9D8_74CA_57D9_E055, 0x6641_189B_3B9C_362E, 0xE289_9A5D_6B08_7F45,
        0xEB93_940F_A0F8_94A3, 0xFCCC_55E7_2E7B_DA73, 0x5198_EB18_792C_11A8,
        0x066F_E88C_B99F_8FEA,
      ])
  }

  @Test func columnsSurvivePacking() throws {
    var random = SplitMix64(seed: 20_250_801)
    for count in [0, 1, 2, 3, 100, 5000] {
      for kinds in [1, 2, 300, 100_000] {
        let words = (0..<count).map { _ -> String? in
          let kind = random.below(kinds)
          return kind == 0 ? nil : kind == 1 ? "" : "詞\(kind)"
        }
        let column = WordColumn(words)
        #expect((0..<count).map { column.text($0) } == words)
        let bytes = ColumnPacking.packed(column)
        #expect(ColumnPacking.column(from: bytes) == column)
        let packed = try PackedColumn(column)
        #expect(packed.size == bytes.count)
        #expect(Inflation.expanded(packed.compressed, size: packed.size) == bytes)
        if count > 0 { #expect(ColumnPacking.column(from: Array(bytes.dropLast())) == nil) }
      }
    }
    for numbers: [Int32] in [
      [5, .max, 0, 7, 7, 7, -1], [.min, .max, 0], [.max, .min], [-300, -299, -42, -299],
      (0..<1000).map { $0 * $0 % 97 - 50 }, (0..<1000).map { $0 * $0 % 9_700_000 },
    ] {
      let column = WordColumn(words: [], numbers: numbers)
      #expect(ColumnPacking.column(from: ColumnPacking.packed(column)) == column)
    }
  }

  /// Both ways of holding numbers: a column that hardly varies, and one that does.
  @Test func damagedBytesAreRefusedAndNeverTrap() {
    for (column, isPlain) in [
      (WordColumn((0..<200).map { "w\($0 % 7)" }), false),
      (WordColumn((0..<200).map { "w\($0 * $0 % 31 % 7)" }), true),
    ] {
      let bytes = ColumnPacking.packed(column)
      // A byte for each of the numbers, or less for their runs.
      #expect((bytes.count > 200) == isPlain)
      for index in bytes.indices {
        for value in [UInt8(0), 0x7F, 0x80, 0xFF] {
          var damaged = bytes
          damaged[index] = value
          _ = ColumnPacking.column(from: damaged)
        }
        #expect(ColumnPacking.column(from: Array(bytes[..<index])) == nil)
      }
    }
  }

  /// As the first version of the schema wrote it: runs only, whatever the numbers.
  @Test func runsOfTheFirstVersionAreRead() {
    let bytes: [UInt8] = [2, 1, 1] + Array("ab".utf8) + [5, 2, 2, 1, 1, 2, 1, 1, 1]
    #expect(ColumnPacking.column(from: bytes) == WordColumn(["a", "b", "a", "b", "a"]))
  }
}
