import Glibc

/// Whether an XML document that a library wrote is whole: every tag that is opened is closed, and an
/// element that says how many it holds holds as many. It is no parser of XML as such; what it has to
/// notice is a hole where a buffer was lost.
struct XMLStructure {
  private struct Element {
    let name: Slice<UnsafeBufferPointer<UInt8>>
    /// What its attribute `uniqueCount` or `count` says.
    let declared: Int?
    var children = 0
  }

  /// What a sheet of XLSX holds.
  struct Content: Equatable {
    /// The elements `c`.
    var cells = 0
    /// The bytes of the elements `t`, an escaped character as one.
    var textLength = 0
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var open: [Element] = []
  private var roots = 0
  private var content = Content()

  /// What a document holds; nil when it is not whole.
  static func content(of document: [UInt8]) -> Content? {
    document.withUnsafeBufferPointer { bytes in
      var structure = XMLStructure(bytes)
      return structure.isWhole() ? structure.content : nil
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func isWhole() -> Bool {
    var position = 0
    while let start = find(UInt8(ascii: "<"), from: position) {
      guard let end = find(UInt8(ascii: ">"), from: start) else { return false }
      if start > position, open.last?.name.elementsEqual("t".utf8) == true {
        content.textLength += XMLStructure.length(bytes[position..<start])
      }
      guard take(bytes[(start + 1)..<end]) else { return false }
      position = end + 1
    }
    // Behind the root there may be line ends.
    return open.isEmpty && roots == 1 && bytes[position...].allSatisfy { $0 == 10 || $0 == 13 }
  }

  private func find(_ character: UInt8, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(character), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Takes what stands between `<` and `>`.
  private mutating func take(_ tag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    switch tag.first {
    case UInt8(ascii: "?"): return open.isEmpty && roots == 0
    case UInt8(ascii: "/"):
      guard let last = open.popLast() else { return false }
      return last.name.elementsEqual(tag.dropFirst()) && isRight(last)
    default: break
    }
    let name = tag.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/") && $0 > 0x20 }
    guard !name.isEmpty else { return false }
    if open.isEmpty { roots += 1 } else { open[open.count - 1].children += 1 }
    if name.elementsEqual("c".utf8) { content.cells += 1 }
    let attributes = tag[name.endIndex...]
    let element = Element(name: name, declared: declared(attributes))
    guard tag.last == UInt8(ascii: "/") else {
      open.append(element)
      return true
    }
    return isRight(element)
  }

  private static func length(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var isEscaped = false
    return text.reduce(0) { length, byte in
      // `&amp;` counts by its first character.
      defer { isEscaped = byte == UInt8(ascii: "&") || (isEscaped && byte != UInt8(ascii: ";")) }
      return length + (isEscaped ? 0 : 1)
    }
  }

  private func isRight(_ element: Element) -> Bool {
    element.declared == nil || element.declared == element.children
  }

  /// How many children the attributes of an element promise.
  private func declared(_ attributes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var rest = attributes
    var declared: Int?
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<equals].drop { $0 == 0x20 }
      rest = rest[equals...].dropFirst(2)
      guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { break }
      let isUnique = name.elementsEqual("uniqueCount".utf8)
      if isUnique || (declared == nil && name.elementsEqual("count".utf8)) {
        declared = Int(String(decoding: rest[..<end], as: UTF8.self))
        if isUnique { break }
      }
      rest = rest[end...].dropFirst()
    }
    return declared
  }
}
