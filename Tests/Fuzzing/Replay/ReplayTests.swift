import Testing

/// What fuzzing found once stays found.
@Suite struct ReplayTests {
  @Test(arguments: Harness.all) func theCorpusHolds(_ harness: Harness) throws {
    #expect(try Corpus.files(of: harness.name).count > 5)
    #expect(try harness.replay() == [])
  }

  /// The corpus of each harness makes the difference between its reader and a broken one.
  @Test(arguments: Harness.all.map(\.name)) func aBrokenReaderIsNoticed(_ name: String) throws {
    let broken = try #require(Harness.broken.first { $0.name == name }, "\(name) has no control")
    #expect(try !broken.replay().isEmpty)
  }
}

extension Harness: CustomTestStringConvertible {
  var testDescription: String { name }
}
