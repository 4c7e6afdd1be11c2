import Campus

@testable import Definitions

extension Harness {
  typealias ListReader = @Sendable ([UInt8], FileProblems) -> CodeList?

  /// A code list without problems finds each code and each label where it stands, and is the same
  /// when it is written again; a problem lies on a line of the file.
  static func codeLists(
    read: @escaping ListReader = { CodeListFile.read($0, name: "words", problems: $1) },
    readCountries: @escaping ListReader = {
      CodeListFile.readCountries($0, name: "countries", problems: $1)
    }
  ) -> Harness {
    Harness(name: "code-lists") { bytes in
      for read in [read, readCountries] {
        let log = ProblemLog()
        let list = read(Array(bytes), FileProblems(file: "words.csv", log: log))
        let lineCount = 1 + bytes.count { $0 == 0x0A || $0 == 0x0D }
        for problem in log.problems {
          try expect(problem.line <= lineCount, "\(problem) of \(lineCount) lines")
        }
        guard log.problems.isEmpty else { continue }
        let accepted = try required(list, "no list and no problem")
        try checkWords(of: accepted)
        let rows = try CSVText.rows(Array(bytes)).map(\.fields)
        let again = read(
          WrittenRecords.csv(rows, lineEnd: "\r\n"), FileProblems(file: "words.csv", log: log))
        try expect(log.problems.isEmpty, "rewritten, it has problems: \(log.problems)")
        let isSame = again?.words.elements.elementsEqual(accepted.words.elements, by: ==)
        try expect(isSame ?? false, "rewritten, it has other words")
      }
    }
  }

  private static func checkWords(of list: CodeList) throws {
    for (_, index) in list.words.elements {
      try expect(list.entries.indices.contains(index), "a word of no entry")
    }
    for (index, entry) in list.entries.enumerated() {
      for word in [entry.code, entry.label] where !WordFolding.key(word).isEmpty {
        try expect(list.index(of: word) == index, "\(word.debugDescription) is not found")
      }
    }
  }

  private static func required<Value>(_ value: Value?, _ otherwise: String) throws -> Value {
    guard let value else { throw Broken(description: otherwise) }
    return value
  }
}
