import Campus

/// The moment of printing, which a PDF notes and a reproducible report must not.
enum PDFDates {
  /// The PDF with every `/CreationDate` and `/ModDate` set to midnight of a day. The length stays, so
  /// the file's table of offsets stays true.
  static func fixed(_ bytes: [UInt8], to day: CalendarDate) -> [UInt8] {
    let digits = Array((day.description.replacing("-", with: "") + "000000").utf8)
    var bytes = bytes
    for name in ["/CreationDate", "/ModDate"] {
      let name = Array(name.utf8)
      var index = 0
      while let start = find(name, in: bytes, from: index) {
        index = start + name.count
        setDigits(digits, in: &bytes, from: index)
      }
    }
    return bytes
  }

  /// `(D:20251120090131+00'00')`: its fourteen digits.
  private static func setDigits(_ digits: [UInt8], in bytes: inout [UInt8], from start: Int) {
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    let opening = Array("(D:".utf8)
    guard bytes.count >= index + opening.count + digits.count,
      Array(bytes[index..<index + opening.count]) == opening
    else { return }
    index += opening.count
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else { return }
      bytes[index] = digit
      index += 1
    }
  }

  private static func find(_ name: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= name.count else { return nil }
    var index = start
    while index <= bytes.count - name.count {
      if bytes[index] == name[0], bytes[index..<index + name.count].elementsEqual(name) {
        return index
      }
      index += 1
    }
    return nil
  }
}
