import Campus

/// How texts and identifiers are made comparable, as UTF-8 (sources.md, sections 2 and 4).
enum IdentifierFolding: Sendable {
  /// As it is; a line break inside counts as LF.
  case text
  /// NFKC and upper case; leading zeros stay.
  case identifier
  /// NFKC and lower case, without the resolver's address or `doi:` before it.
  case doi
  /// NFKC and upper case, without white space, hyphens and dashes.
  case isbn

  /// Whether a trimmed cell is its own folded form, so far as its bytes can tell at a glance.
  @inline(__always)
  func keeps(_ cell: Cell) -> Bool {
    switch self {
    case .text:
      return true
    case .identifier:
      for byte in cell where byte < 0x20 || byte >= 0x7F || (byte >= 0x61 && byte <= 0x7A) {
        return false
      }
      return true
    case .isbn:
      for byte in cell where !(byte >= 0x30 && byte <= 0x39) && byte != UInt8(ascii: "X") {
        return false
      }
      return true
    case .doi:
      return false
    }
  }

  /// Appends the folded form of a trimmed cell. What is appended may be empty.
  func fold(_ cell: Cell, onto bytes: inout [UInt8]) {
    var folded = cell.isASCII || self == .text ? Array(cell) : caseless(cell)
    switch self {
    case .text: break
    case .identifier: upperCase(&folded)
    case .doi:
      lowerCase(&folded)
      folded = withoutResolver(folded)
    case .isbn:
      upperCase(&folded)
      folded = withoutDashes(folded)
    }
    appendTrimmed(folded, onto: &bytes)
  }

  /// NFKC and the type's case, of text beyond ASCII. The case mapping may undo the composition, so
  /// that comes again.
  private func caseless(_ cell: Cell) -> [UInt8] {
    let compatible = WordFolding.compatible(cell.text)
    return Array(
      WordFolding.compatible(self == .doi ? compatible.lowercased() : compatible.uppercased()).utf8)
  }

  private func upperCase(_ bytes: inout [UInt8]) {
    for index in bytes.indices where bytes[index] >= 0x61 && bytes[index] <= 0x7A {
      bytes[index] -= 0x20
    }
  }

  private func lowerCase(_ bytes: inout [UInt8]) {
    for index in bytes.indices where bytes[index] >= 0x41 && bytes[index] <= 0x5A {
      bytes[index] += 0x20
    }
  }

  private static let resolvers = [
    "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
  ].map { Array($0.utf8) }

  /// Drops what stands before a DOI, also when both stand there: `https://doi.org/doi:10.1/a`.
  private func withoutResolver(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { all in
      var rest = all.trimmed
      while let resolver = IdentifierFolding.resolvers.first(where: { rest.starts(with: $0) }) {
        rest = Cell(rebasing: rest[resolver.count...]).trimmed
      }
      return Array(rest)
    }
  }

  /// What stood apart may stand together now, and is composed once more.
  private func withoutDashes(_ bytes: [UInt8]) -> [UInt8] {
    var kept = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x2D, 0x2010...0x2015, 0x2212: continue
      default: if !WordFolding.isWhiteSpace(scalar) { kept.append(scalar) }
      }
    }
    return Array(WordFolding.compatible(String(kept)).utf8)
  }

  /// Appends bytes without white space at their ends and with LF for every line break.
  private func appendTrimmed(_ folded: [UInt8], onto bytes: inout [UInt8]) {
    folded.withUnsafeBufferPointer { all in
      let kept = all.trimmed
      var index = 0
      while index < kept.count {
        let isReturn = kept[index] == 0x0D
        if isReturn, index + 1 < kept.count, kept[index + 1] == 0x0A { index += 1 }
        bytes.append(isReturn ? 0x0A : kept[index])
        index += 1
      }
    }
  }
}
