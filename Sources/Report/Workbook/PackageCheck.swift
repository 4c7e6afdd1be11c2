/// Whether a workbook that was just made is whole: every XML part is there to its last tag.
enum PackageCheck {
  static func isComplete(_ bytes: [UInt8]) -> Bool {
    guard let entries = ZipArchive.entries(of: bytes), !entries.isEmpty else { return false }
    return entries.allSatisfy { entry in
      let isXML = entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels")
      return !isXML || endsWithRoot(entry.bytes)
    }
  }

  /// Compares the last tag with the first that is no declaration.
  private static func endsWithRoot(_ bytes: [UInt8]) -> Bool {
    guard let root = rootName(bytes) else { return false }
    var end = bytes.count
    while end > 0, bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    let closing = Array("</".utf8) + root + Array(">".utf8)
    if bytes[..<end].suffix(closing.count).elementsEqual(closing) { return true }
    // An element without content closes itself.
    return bytes[..<end].suffix(2).elementsEqual(Array("/>".utf8))
      && bytes.filter { $0 == UInt8(ascii: "<") }.count <= 2
  }

  private static func rootName(_ bytes: [UInt8]) -> [UInt8]? {
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] != UInt8(ascii: "?") {
        let name = bytes[(index + 1)...].prefix {
          $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
            && $0 != 10 && $0 != 13
        }
        return name.isEmpty ? nil : Array(name)
      }
      index += 1
    }
    return nil
  }
}
