/// How codes, sets and identifiers are spelled.
extension CellSpeller {
  /// A code's word: its label, or any word that means it, in any case, width and white space.
  mutating func spellCode(_ list: [Word], inSet: Bool) {
    guard varied else { return cell.append(list[0].bytes) }
    let first = random.below(list.count)
    for offset in 0..<list.count {
      let word = list[(first + offset) % list.count]
      guard !inCP950 || word.inCP950, !inSet || word.fitsSet else { continue }
      if word.isVerbatim || random.below(3) > 0 { return cell.append(word.bytes) }
      return disguise(word.bytes)
    }
    cell.append(list[0].bytes)
  }

  private static let separators: [StaticString] = [
    ";", "；", "、", ",", "，", "|", "; ", "｜", "\n", "､",
  ]

  mutating func spellSet(_ name: CodeName, _ members: UInt64) {
    var rest = members
    guard varied else {
      while rest != 0 {
        spellCode(words[name][rest.trailingZeroBitCount], inSet: true)
        rest &= rest - 1
        if rest != 0 { cell.append(";") }
      }
      return
    }
    // The half-width 、 at the end of the list is not in CP950.
    var separator = CellSpeller.separators[
      random.below(CellSpeller.separators.count - (inCP950 ? 1 : 0))]
    if name == .indexDatabase, random.once(in: 3) {
      separator = random.once(in: 2) ? "/" : "／"
    }
    while rest != 0 {
      // Any member that is left, so that a set stands in any order; some twice.
      var place = random.below(rest.nonzeroBitCount)
      var bits = rest
      while place > 0 {
        bits &= bits - 1
        place -= 1
      }
      let member = bits.trailingZeroBitCount
      spellCode(words[name][member], inSet: true)
      if !random.once(in: 12) { rest &= ~(1 << UInt64(member)) }
      if random.once(in: 12) {
        cell.append(separator)
        if random.once(in: 2) { cell.append(random.once(in: 2) ? "-" : "NULL") }
      }
      if rest != 0 { cell.append(separator) }
    }
  }

  /// Another spelling that folds to the same word: case, full-width letters, 台 for 臺, blanks.
  private mutating func disguise(_ word: [UInt8]) {
    let isNumber = word.allSatisfy { $0 >= 48 && $0 <= 57 }
    // Leading zeros of a country's number do not count; other lists have numbers of one digit.
    if isNumber, word.count > 1 {
      for _ in 0..<random.below(3) { cell.append("0") }
    }
    let letters = random.below(4)
    let isWide = random.once(in: 3)
    let isSpaced = random.once(in: 3)
    var place = 0
    while place < word.count {
      let byte = word[place]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if length > 1 {
        appendFolded(word[place..<place + length])
      } else {
        appendLetter(byte, letters, wide: isWide)
      }
      place += length
      if isSpaced, place < word.count, random.once(in: 3) {
        cell.append(random.once(in: 2) ? " " : "　")
      }
    }
  }

  /// 台 or 臺 by chance; any other character as it is.
  private mutating func appendFolded(_ character: ArraySlice<UInt8>) {
    let isTai = character.elementsEqual("台".utf8) || character.elementsEqual("臺".utf8)
    guard isTai else {
      for byte in character { cell.append(byte) }
      return
    }
    cell.append(random.once(in: 2) ? "台" : "臺")
  }

  /// An ASCII character: 0 as it is, 1 upper case, 2 lower case, 3 by chance; letters and digits
  /// may be full-width.
  private mutating func appendLetter(_ byte: UInt8, _ letters: Int, wide: Bool) {
    var byte = byte
    let isUpper = byte >= 65 && byte <= 90
    let isLower = byte >= 97 && byte <= 122
    if isUpper || isLower {
      let upper = letters == 0 ? isUpper : letters == 3 ? random.once(in: 2) : letters == 1
      byte = upper ? byte & 0xDF : byte | 0x20
    }
    guard wide, isUpper || isLower || (byte >= 48 && byte <= 57) else { return cell.append(byte) }
    appendWide(byte)
  }

  /// The full-width form of an ASCII character: U+FF01 stands for `!`.
  mutating func appendWide(_ byte: UInt8) {
    let scalar = UInt32(byte) - 0x21 + 0xFF01
    cell.append(UInt8(0xE0 | scalar >> 12))
    cell.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    cell.append(UInt8(0x80 | scalar & 0x3F))
  }

  mutating func spellIdentifier(_ value: Cell, _ row: borrowing Row) {
    let range = value.start..<value.start + value.length
    guard varied, random.once(in: 4) else { return cell.append(row.texts, range) }
    let isWide = random.once(in: 2)
    for byte in row.texts.bytes[range] { appendLetter(byte, 3, wide: isWide) }
  }

  private static let resolvers: [StaticString] = [
    "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
    "DOI:", "HTTPS://DOI.ORG/",
  ]

  mutating func spellDOI(_ value: Cell, _ row: borrowing Row) {
    let range = value.start..<value.start + value.length
    guard varied else { return cell.append(row.texts, range) }
    if random.once(in: 2) {
      cell.append(CellSpeller.resolvers[random.below(CellSpeller.resolvers.count)])
    }
    let letters = random.below(4)
    for byte in row.texts.bytes[range] { appendLetter(byte, letters, wide: false) }
  }

  private static let hyphens: [StaticString] = [
    "-", " ", "–", "—", "　", "\u{2010}", "\u{2212}", "\u{2011}",
  ]

  mutating func spellISBN(_ value: Cell, _ row: borrowing Row) {
    let range = value.start..<value.start + value.length
    guard varied, random.below(3) > 0 else { return cell.append(row.texts, range) }
    // The last three hyphens are not in CP950.
    let hyphen = CellSpeller.hyphens[random.below(CellSpeller.hyphens.count - (inCP950 ? 3 : 0))]
    for (place, byte) in row.texts.bytes[range].enumerated() {
      if place > 0, place % 3 == 0 { cell.append(hyphen) }
      appendLetter(byte, 3, wide: false)
    }
  }
}
