import Campus

/// A PDF without what differs from one printing to the next: the moment of printing, and the numbers
/// of the browser's nodes. The length stays, so the file's table of offsets stays true.
enum StablePDF {
  /// The PDF with every date set to midnight of a day, and its structure's node numbers counted
  /// from 1 in their order.
  static func bytes(_ pdf: [UInt8], day: CalendarDate) -> [UInt8] {
    var bytes = pdf
    let midnight = Array((day.description.replacing("-", with: "") + "000000").utf8)
    for name in ["/CreationDate", "/ModDate"] {
      for start in places(of: Array(name.utf8), in: bytes) {
        setDate(midnight, in: &bytes, from: start + name.utf8.count)
      }
    }
    renumberNodes(in: &bytes)
    return bytes
  }

  /// `(D:20251120090131+00'00')`: its fourteen digits.
  private static func setDate(_ digits: [UInt8], in bytes: inout [UInt8], from start: Int) {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    let opening = Array("(D:".utf8)
    guard bytes[index...].starts(with: opening),
      number(bytes, from: index + opening.count, digits: digits.count) != nil
    else { return }
    write(digits, to: &bytes, from: index + opening.count)
  }

  /// `(node00000113)`, by which headers and cells of a table find each other. Chromium counts its nodes
  /// as they come, and under load one more may come before.
  private static func renumberNodes(in bytes: inout [UInt8]) {
    let opening = Array("(node".utf8)
    let digits = 8
    let nodes = places(of: opening, in: bytes).compactMap { start -> (place: Int, number: Int)? in
      let place = start + opening.count
      guard let number = number(bytes, from: place, digits: digits),
        bytes[place + digits] == UInt8(ascii: ")")
      else { return nil }
      return (place, number)
    }
    let ordered = Set(nodes.map(\.number)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: zip(ordered, 1...))
    for node in nodes {
      write(Array(padded(ranks[node.number] ?? 0, digits).utf8), to: &bytes, from: node.place)
    }
  }

  /// The number that so many digits say; nil when there are others, or when the file ends there.
  private static func number(_ bytes: [UInt8], from start: Int, digits: Int) -> Int? {
    guard bytes.count > start + digits else { return nil }
    return bytes[start..<start + digits].reduce(Optional(0)) { number, digit in
      guard let number, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      return number * 10 + Int(digit - UInt8(ascii: "0"))
    }
  }

  private static func write(_ digits: [UInt8], to bytes: inout [UInt8], from start: Int) {
    bytes.replaceSubrange(start..<start + digits.count, with: digits)
  }

  private static func places(of name: [UInt8], in bytes: [UInt8]) -> [Int] {
    guard bytes.count > name.count else { return [] }
    return (0...bytes.count - name.count).filter { start in
      bytes[start] == name[0] && bytes[start..<start + name.count].elementsEqual(name)
    }
  }
}
