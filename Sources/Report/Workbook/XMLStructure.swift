import Glibc

/// Whether an XML document that a library wrote is whole: every tag that is opened is closed, and an
/// element that says how many it holds holds as many. It is no parser of XML as such; what it has to
/// notice is a hole where a buffer was lost.
struct XMLStructure {
  /// What a part of XLSX holds.
  struct Content: Equatable {
    /// The elements `c`.
    var cells = 0
    /// The bytes of the elements `t`, an escaped character as one.
    var textLength = 0
  }

  private struct Element {
    let name: Range<Int>
    /// What its attribute `count` says, or `uniqueCount` where there is one: texts that cells share
    /// are counted by their cells as well.
    let declared: Int?
    var children = 0

    var isRight: Bool { declared == nil || declared == children }
  }

  private let bytes: UnsafeRawBufferPointer
  private var open: [Element] = []
  private var roots = 0
  private var content = Content()

  /// What a document holds; nil when it is not whole.
  static func content(of document: [UInt8]) -> Content? {
    document.withUnsafeBytes { bytes in
      var structure = XMLStructure(bytes)
      return structure.isWhole() ? structure.content : nil
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func isWhole() -> Bool {
    var position = 0
    while let start = find("<", in: position..<bytes.count) {
      guard let end = find(">", in: start..<bytes.count) else { return false }
      if start > position, let last = open.last, equal(last.name, "t") {
        content.textLength += length(ofText: position..<start)
      }
      guard take(start + 1..<end) else { return false }
      position = end + 1
    }
    // Behind the root there may be line ends.
    return open.isEmpty && roots == 1 && bytes[position...].allSatisfy { $0 == 10 || $0 == 13 }
  }

  /// Takes what stands between `<` and `>`.
  private mutating func take(_ tag: Range<Int>) -> Bool {
    guard let first = tag.first else { return false }
    switch bytes[first] {
    case UInt8(ascii: "?"): return open.isEmpty && roots == 0
    case UInt8(ascii: "/"):
      guard let last = open.popLast() else { return false }
      return equal(last.name, first + 1..<tag.upperBound) && last.isRight
    default: break
    }
    let isEmpty = bytes[tag.upperBound - 1] == UInt8(ascii: "/")
    let end = isEmpty ? tag.upperBound - 1 : tag.upperBound
    var nameEnd = first
    while nameEnd < end, bytes[nameEnd] > 0x20 { nameEnd += 1 }
    guard nameEnd > first else { return false }
    if open.isEmpty { roots += 1 } else { open[open.count - 1].children += 1 }
    if equal(first..<nameEnd, "c") { content.cells += 1 }
    let element = Element(name: first..<nameEnd, declared: count(in: nameEnd..<end))
    if isEmpty { return element.isRight }
    open.append(element)
    return true
  }

  /// How many children the attributes of an element promise.
  private func count(in attributes: Range<Int>) -> Int? {
    var count: Int?
    var position = attributes.lowerBound
    while let equals = find("=", in: position..<attributes.upperBound) {
      let value = equals + 2
      guard equals > position, value < attributes.upperBound,
        let end = find("\"", in: value..<attributes.upperBound)
      else { return count }
      let name = position + 1..<equals
      if equal(name, "uniqueCount") || (count == nil && equal(name, "count")) {
        count = Int(String(decoding: bytes[value..<end], as: UTF8.self))
      }
      position = end + 1
    }
    return count
  }

  private func length(ofText text: Range<Int>) -> Int {
    var length = text.count
    var position = text.lowerBound
    // `&amp;` counts by its first character.
    while let start = find("&", in: position..<text.upperBound) {
      let end = find(";", in: start..<text.upperBound) ?? start
      length -= end - start
      position = end + 1
    }
    return length
  }

  private func find(_ character: Unicode.Scalar, in range: Range<Int>) -> Int? {
    guard let base = bytes.baseAddress, !range.isEmpty,
      let found = memchr(base + range.lowerBound, Int32(character.value), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private func equal(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard let base = bytes.baseAddress, range.count == word.utf8CodeUnitCount else { return false }
    return memcmp(base + range.lowerBound, word.utf8Start, range.count) == 0
  }

  private func equal(_ range: Range<Int>, _ other: Range<Int>) -> Bool {
    guard let base = bytes.baseAddress, range.count == other.count else { return false }
    return memcmp(base + range.lowerBound, base + other.lowerBound, range.count) == 0
  }
}
