/// Whether a workbook that was just made is whole: every XML part as it was begun, every cell there.
enum PackageCheck {
  /// - Parameter cells: how many cells each sheet of an XLSX workbook must have, in order.
  static func isComplete(_ bytes: [UInt8], cells: [Int] = []) -> Bool {
    var found: [String: Int] = [:]
    let isReadable = ZipArchive.forEachEntry(of: bytes) { entry in
      guard entry.name.hasSuffix(".xml") || entry.name.hasSuffix(".rels") else { return true }
      guard let count = XMLStructure.count(of: "c", in: entry.bytes) else { return false }
      found[entry.name] = count
      return true
    }
    return isReadable && !found.isEmpty
      && cells.enumerated().allSatisfy { found["xl/worksheets/sheet\($0 + 1).xml"] == $1 }
  }
}
