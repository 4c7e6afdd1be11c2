/// Whether a workbook that was just made is whole: every XML part as it was begun, every cell and
/// every text there.
enum PackageCheck {
  typealias Part = (name: String, bytes: [UInt8])

  /// What an XLSX workbook must hold.
  struct Content {
    /// The cells of each sheet, in order.
    var cells: [Int] = []
    /// The bytes of the texts, each once.
    var textLength = 0
  }

  /// Where the texts of an XLSX workbook stand.
  static let textsName = "xl/sharedStrings.xml"

  /// Where a sheet of an XLSX workbook stands.
  static func sheetName(_ index: Int) -> String { "xl/worksheets/sheet\(index + 1).xml" }

  /// The parts of a package in their order; nil when it is not whole.
  ///
  /// - Parameter wanted: what an XLSX workbook must hold; nil for other packages.
  static func parts(of package: [UInt8], holding wanted: Content? = nil) -> [Part]? {
    var parts: [Part] = []
    var found: [String: XMLStructure.Content] = [:]
    let isReadable = ZipArchive.forEachEntry(of: package) { name, bytes in
      parts.append((name, bytes))
      guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { return true }
      guard let content = XMLStructure.content(of: bytes) else { return false }
      found[name] = content
      return true
    }
    guard isReadable, !found.isEmpty else { return nil }
    guard let wanted else { return parts }
    // A workbook without texts lacks the part.
    let holdsAll =
      found[textsName]?.textLength ?? 0 == wanted.textLength
      && wanted.cells.enumerated().allSatisfy { found[sheetName($0)]?.cells == $1 }
    return holdsAll ? parts : nil
  }
}
