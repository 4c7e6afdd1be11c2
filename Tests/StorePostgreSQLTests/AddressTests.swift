import Campus
import Testing

@testable import StorePostgreSQL

/// Addresses, and that no password gets out of them.
struct AddressTests {
  @Test(arguments: [
    "postgresql://campus:se@cret@host/figures", "postgresql://campus:se/cret@host/figures",
    "postgresql://campus:12/se@cret/figures", "postgresql://campus:secret@host:port/figures",
    "postgresql://campus:secret@host/figures?unknown=secret", "postgresql://campus:sec%zzret@host",
    "postgresql://[secret/figures",
  ])
  func whatIsNoAddressIsNotRepeated(url: String) {
    let failure = #expect(throws: Failure.self) { try ServerAddress(url) }
    #expect(failure?.status == .usage)
    let words = (failure?.message ?? "") + (failure?.help ?? "")
    #expect(!words.contains("cret") && !words.contains("se@"), "\(words)")
  }

  @Test func messagesShowTheServerAndNoSecret() throws {
    let address = try ServerAddress(
      "postgresql://campus:s%40cret@db.example.edu:5433/figures?sslpassword=k%20ey")
    #expect(address.shown == "db.example.edu:5433/figures")
    #expect(address.masked("one s@cret\n\ttwo k ey") == "one *** two ***")
    #expect(try ServerAddress("postgresql:///figures").shown == "/figures")
  }

  @Test func statementsAreTranslated() {
    let statements = Dialect.statements([
      """
      -- A comment; with a mark.
      CREATE TABLE a (n INTEGER PRIMARY KEY, t TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE packed_columns (b BLOB NOT NULL) STRICT;
      CREATE INDEX packed_columns_by_digest ON packed_columns (digest);
      INSERT INTO store VALUES (1, 'x');
      CREATE VIEW v AS SELECT json_extract(e.columns, '$."students.kind"') AS "kind" FROM e;
      DROP TABLE evidence;
      CREATE VIEW evidence AS SELECT 1;
      """
    ])
    #expect(
      statements.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } == [
        "CREATE TABLE a (n bigint PRIMARY KEY, t text COLLATE \"C\" NOT NULL)",
        "CREATE VIEW v AS SELECT (e.columns::json ->> 'students.kind') AS \"kind\" FROM e",
      ])
  }
}
