/// Whether a workbook that was just made is whole: every XML part as it was begun, every cell and
/// every text there.
enum PackageCheck {
  typealias Part = (name: String, bytes: [UInt8])

  /// The parts of a package in their order; nil when it is not whole.
  ///
  /// - Parameter sheets: what each sheet of an XLSX workbook must hold, in order.
  static func parts(of package: [UInt8], sheets: [XMLStructure.Content] = []) -> [Part]? {
    var parts: [Part] = []
    var found: [String: XMLStructure.Content] = [:]
    let isReadable = ZipArchive.forEachEntry(of: package) { name, bytes in
      parts.append((name, bytes))
      guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { return true }
      guard let content = XMLStructure.content(of: bytes) else { return false }
      found[name] = content
      return true
    }
    let isWhole =
      isReadable && !found.isEmpty
      && sheets.enumerated().allSatisfy { found[sheetName($0)] == $1 }
    return isWhole ? parts : nil
  }

  /// The name of the part of an XLSX workbook that holds a sheet.
  static func sheetName(_ index: Int) -> String { "xl/worksheets/sheet\(index + 1).xml" }
}
