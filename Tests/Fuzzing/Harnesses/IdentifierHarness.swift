import Campus

@testable import Transform

extension Harness {
  typealias Folder = @Sendable (IdentifierFolding, Bytes) -> [UInt8]

  /// What identifiers are folded to stays as it is when it is folded again: who copies one from the
  /// evidence into corrections.csv means the same row. A cell said to need no folding needs none.
  static func identifiers(fold: @escaping Folder = folded) -> Harness {
    Harness(name: "identifiers") { bytes in
      let cell = bytes.trimmed
      for folding in [IdentifierFolding.text, .identifier, .doi, .isbn] {
        let once = fold(folding, cell)
        // A cell is valid UTF-8 whenever Extract has read it; others must only not trap.
        guard let text = String(validating: bytes, as: UTF8.self) else { continue }
        let twice = once.withUnsafeBufferPointer { fold(folding, $0) }
        try expect(
          twice == once,
          """
          \(folding): \(text.debugDescription) becomes \(shown(once)), and that becomes \
          \(shown(twice))
          """)
        let trimmed = once.withUnsafeBufferPointer { $0.trimmed.count }
        try expect(trimmed == once.count, "\(folding): white space around \(shown(once))")
        // Line breaks apart, which the caller looks for.
        guard folding.keeps(cell), !cell.contains(0x0D) else { continue }
        try expect(once == Array(cell), "\(folding): \(text.debugDescription) was not kept")
      }
    }
  }

  static let folded: Folder = { folding, cell in
    var bytes: [UInt8] = []
    folding.fold(cell, onto: &bytes)
    return bytes
  }

  private static func shown(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).debugDescription
  }
}
