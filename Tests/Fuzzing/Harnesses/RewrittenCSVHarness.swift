import Campus
import Definitions

@testable import Extract

extension Harness {
  /// What an export in any encoding is read as, is read again from a file in which every value
  /// stands in quotes.
  static func rewrittenCSV(list: @escaping Listing.Maker = { try Listing.of($0, $1, $2) })
    -> Harness
  {
    Harness(name: "rewritten-csv") { bytes in
      guard let choice = bytes.first else { return }
      let separator = [",", ";", "\t", ","][Int(choice & 3)] as Character
      let encodings = [nil] + SourceContract.Encoding.allCases
      let encoding = encodings[Int(choice >> 2) % encodings.count]
      let first = try list(bytes.dropFirst(), separator, encoding)
      let lines = first.lines
      try expect(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 }, "lines \(lines)")
      let written = WrittenRecords.csv(
        first.records, separator: separator, lineEnd: choice < 128 ? "\n" : "\r\n")
      let second = try list(written[...], separator, .utf8)
      try expect(second.refusal == nil, "rewritten, it is refused: \(second)")
      try expect(
        second.bytes == first.bytes, "\(first.records) is read again as \(second.records)")
    }
  }
}

/// Every record of a file, as `preview --all` gives them.
struct Listing {
  typealias Maker =
    @Sendable (_ bytes: any Collection<UInt8>, Character, SourceContract.Encoding?) throws
    -> Listing

  var records: [[String]] = []
  var lines: [Int] = []
  var refusal: Problem?

  /// The records for comparing: to Strings, two spellings of one character are the same.
  var bytes: [[[UInt8]]] { records.map { $0.map { Array($0.utf8) } } }

  static func of(
    _ bytes: some Collection<UInt8>, _ separator: Character, _ encoding: SourceContract.Encoding?
  ) throws -> Listing {
    let scratch = try ScratchFile(bytes, name: "listing.csv")
    defer { scratch.remove() }
    var listing = Listing()
    listing.refusal = try RecordListing(
      file: scratch.file, separator: separator.asciiValue ?? 0, encoding: encoding
    ).forEachRecord { cells, line in
      listing.records.append(cells.map(String.init))
      listing.lines.append(line)
      return true
    }?.problem
    return listing
  }
}
