/// `settings.xml`: the rows that stay in sight, which ODF leaves to the program that shows them; the
/// names are LibreOffice's.
enum ODSSettings {
  static func text(_ workbook: Workbook) -> String {
    let tables = workbook.sheets.map(table).joined()
    let first = workbook.sheets.first.map { item("ActiveTable", "string", $0.name) } ?? ""
    return ODSWriter.declaration + """
      <office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
      xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" \
      xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings>\
      <config:config-item-set config:name="ooo:view-settings">\
      <config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>\
      \(item("ViewId", "string", "view1"))<config:config-item-map-named config:name="Tables">\
      \(tables)</config:config-item-map-named>\(first)\(item("ShowGrid", "boolean", "false"))\
      </config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>\
      </office:settings></office:document-settings>

      """
  }

  private static func table(_ sheet: Sheet) -> String {
    var items = item("ShowGrid", "boolean", "false")
    if sheet.frozenRows > 0 {
      let rows = String(sheet.frozenRows)
      items +=
        item("HorizontalSplitMode", "short", "0") + item("VerticalSplitMode", "short", "2")
        + item("HorizontalSplitPosition", "int", "0") + item("VerticalSplitPosition", "int", rows)
        + item("ActiveSplitRange", "short", "2") + item("PositionBottom", "int", rows)
    }
    return "<config:config-item-map-entry config:name=\"\(XMLText.escaped(sheet.name))\">"
      + items + "</config:config-item-map-entry>"
  }

  private static func item(_ name: String, _ type: String, _ value: String) -> String {
    "<config:config-item config:name=\"\(name)\" config:type=\"\(type)\">"
      + XMLText.escaped(value) + "</config:config-item>"
  }
}
