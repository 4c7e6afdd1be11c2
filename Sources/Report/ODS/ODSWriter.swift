import Campus

/// Writes a workbook as ODS, the government's format for documents that can be edited (ODF 1.3).
///
/// In: the model. Out: the bytes of the file, the same for the same model. No cell has a formula.
package enum ODSWriter {
  static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  package static func bytes(_ workbook: Workbook) throws(Failure) -> [UInt8] {
    var styles = ODSStyles(workbook)
    let content = ODSContent.document(workbook, &styles)
    return try ZipArchive.bytes([
      .init(name: "mimetype", Array(mediaType.utf8), isStored: true),
      .init(name: "content.xml", content),
      .init(name: "styles.xml", Array(styles.document(of: workbook).utf8)),
      .init(name: "meta.xml", Array(meta(workbook).utf8)),
      .init(name: "settings.xml", Array(ODSSettings.text(workbook).utf8)),
      .init(name: "META-INF/manifest.xml", Array(manifest.utf8)),
    ])
  }

  private static func meta(_ workbook: Workbook) -> String {
    let author = XMLText.escaped(workbook.author)
    return declaration + """
      <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>\
      <meta:generator>campus-kpi</meta:generator>\
      <dc:title>\(XMLText.escaped(workbook.title))</dc:title>\
      <meta:initial-creator>\(author)</meta:initial-creator><dc:creator>\(author)</dc:creator>\
      <meta:creation-date>\(workbook.created)T00:00:00</meta:creation-date>\
      <dc:date>\(workbook.created)T00:00:00</dc:date><dc:language>zh-TW</dc:language>\
      </office:meta></office:document-meta>

      """
  }

  private static let manifest =
    declaration + """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
      manifest:version="1.3">\
      <manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
      manifest:media-type="\(mediaType)"/>\
      <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
      <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
      <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>\
      <manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>\
      </manifest:manifest>

      """
}
