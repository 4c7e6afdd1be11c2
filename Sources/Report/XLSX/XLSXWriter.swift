import CLibxlsxwriter
import Campus
import Glibc

/// Writes a workbook as XLSX: the one door to libxlsxwriter.
///
/// In: the model. Out: the bytes of the file, the same for the same model. Every text is written as
/// a string, so nothing in it is ever a formula. Throws when the file cannot be made.
package enum XLSXWriter {
  package static func bytes(_ workbook: Workbook) throws(Failure) -> [UInt8] {
    let (drafted, content) = try draft(workbook)
    // The library passes over a write to its temporary files that fails, and leaves a hole.
    guard let parts = PackageCheck.parts(of: drafted, holding: content) else {
      throw failure("is not complete: is the disk for temporary files full?")
    }
    guard workbook.sheets.contains(where: { $0.body.rowCount > 0 }) else { return drafted }
    return try ZipArchive.bytes(try withBodies(parts, workbook))
  }

  /// The workbook as the library writes it, with each cell of a body once.
  private static func draft(_ workbook: Workbook) throws(Failure) -> (
    bytes: [UInt8], PackageCheck.Content
  ) {
    let file = try UnnamedFile()
    guard let book = workbook_new(file.path) else { throw failure("cannot be begun") }
    var content = PackageCheck.Content()
    // Closing frees the workbook whether it succeeds or not, so it happens exactly once.
    var problem: Failure?
    do throws(Failure) {
      content = try fill(book, workbook)
    } catch {
      problem = error
    }
    let closed = workbook_close(book)
    if let problem { throw problem }
    try check(closed)
    return (try file.bytes(), content)
  }

  /// The parts of the package, those of the sheets with all their rows.
  private static func withBodies(_ parts: [PackageCheck.Part], _ workbook: Workbook)
    throws(Failure) -> [ZipArchive.Entry]
  {
    var sheets: [String: Sheet] = [:]
    for (index, sheet) in workbook.sheets.enumerated() where sheet.body.rowCount > 0 {
      sheets[PackageCheck.sheetName(index)] = sheet
    }
    var entries: [ZipArchive.Entry] = []
    for part in parts {
      if let sheet = sheets[part.name] {
        guard let document = XLSXBody.document(from: part.bytes, of: sheet) else {
          throw failure("has a sheet \(sheet.name) of an unknown form")
        }
        entries.append(.init(name: part.name, document))
      } else if part.name == PackageCheck.textsName {
        let cells = workbook.sheets.reduce(0) { $0 + XLSXTexts.cells(in: $1) }
        guard let bytes = XLSXTexts.part(part.bytes, ofCells: cells) else {
          throw failure("has texts of an unknown form")
        }
        entries.append(.init(name: part.name, bytes))
      } else {
        entries.append(.init(name: part.name, part.bytes))
      }
    }
    return entries
  }

  /// Returns what the workbook must hold.
  private static func fill(_ book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook)
    throws(Failure) -> PackageCheck.Content
  {
    try setProperties(book, workbook)
    var formats = XLSXFormats(book)
    var texts = XLSXTexts()
    var content = PackageCheck.Content()
    for sheet in workbook.sheets {
      guard let worksheet = workbook_add_worksheet(book, sheet.name) else {
        throw failure("has no room for the sheet \(sheet.name)")
      }
      var writer = XLSXSheet(worksheet, sheet)
      try writer.write(&formats, &texts)
      content.cells.append(writer.cells)
    }
    content.textLength = texts.length
    return content
  }

  private static func setProperties(
    _ book: UnsafeMutablePointer<lxw_workbook>, _ workbook: Workbook
  ) throws(Failure) {
    guard let title = strdup(workbook.title), let author = strdup(workbook.author) else {
      throw failure("finds no memory")
    }
    defer {
      free(title)
      free(author)
    }
    var properties = lxw_doc_properties()
    properties.title = title
    properties.author = author
    // Not a multiple of 86,400: there are time zones that count leap seconds.
    let (year, month, day) = workbook.created.components
    var midnight = tm()
    midnight.tm_year = Int32(year - 1900)
    midnight.tm_mon = Int32(month - 1)
    midnight.tm_mday = Int32(day)
    properties.created = timegm(&midnight)
    try check(workbook_set_properties(book, &properties))
  }

  static func check(_ error: lxw_error) throws(Failure) {
    guard error == LXW_NO_ERROR else {
      let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
      throw failure(reason)
    }
  }

  static func failure(_ reason: String) -> Failure {
    Failure(
      .readOrWriteFailed,
      "cannot write an XLSX workbook by way of \(PrivateFolder.usualParent): \(reason)",
      help: "the folder must be writable and have room; TMPDIR names another one")
  }
}
