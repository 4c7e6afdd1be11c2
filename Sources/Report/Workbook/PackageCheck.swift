/// Whether a workbook that was just made is whole: every XML part as it was begun, every cell and
/// every text there.
enum PackageCheck {
  /// - Parameter sheets: what each sheet of an XLSX workbook must hold, in order.
  static func isComplete(_ bytes: [UInt8], sheets: [XMLStructure.Content] = []) -> Bool {
    var found: [String: XMLStructure.Content] = [:]
    let isReadable = ZipArchive.forEachEntry(of: bytes) { name, bytes in
      guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { return true }
      guard let content = XMLStructure.content(of: bytes) else { return false }
      found[name] = content
      return true
    }
    return isReadable && !found.isEmpty
      && sheets.enumerated().allSatisfy { found["xl/worksheets/sheet\($0 + 1).xml"] == $1 }
  }
}
