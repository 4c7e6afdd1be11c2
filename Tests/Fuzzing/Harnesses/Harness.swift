/// One property of a reader that holds for whatever bytes it is given.
///
/// The same check is run by libFuzzer on bytes of its own finding and by the tests on the corpus.
/// The reader is a parameter, so that the tests can hand in a broken one, which must be noticed.
struct Harness: Sendable {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// What `make fuzz` calls it, and its folder of the corpus.
  let name: String
  /// Throws `Broken` when the property does not hold.
  let check: @Sendable (Bytes) throws -> Void

  static let all = [
    rewrittenCSV(), stretches(), twoReaders(), encodings(), dates(), numbers(), sets(),
    identifiers(), yaml(), codeLists(),
  ]
}

/// A property that does not hold, worded so that the case can be understood.
struct Broken: Error, CustomStringConvertible {
  let description: String
}

/// Throws unless something holds.
func expect(_ holds: Bool, _ otherwise: @autoclosure () -> String) throws {
  guard holds else { throw Broken(description: otherwise()) }
}

extension StringProtocol {
  /// Hands the text's bytes to a reader.
  func withBytes<Result>(_ body: (Harness.Bytes) throws -> Result) rethrows -> Result {
    try Array(utf8).withUnsafeBufferPointer(body)
  }
}
