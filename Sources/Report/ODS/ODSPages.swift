import Campus

extension ODSStyles {
  /// `styles.xml`: the standard cell and, for each sheet, its page.
  func document(of workbook: Workbook) -> String {
    let layouts = workbook.sheets.enumerated().map { layout($1, $0) }
    let pages = workbook.sheets.enumerated().map { page($1, $0) }
    let font = Workbook.font
    return ODSWriter.declaration + """
      <office:document-styles \(ODSNamespaces.attributes) office:version="1.3">
      \(ODSStyles.fontFaces)<office:styles>\
      <style:default-style style:family="table-cell"><style:text-properties \
      style:font-name="\(font)" style:font-name-asian="\(font)" style:font-name-complex="\(font)" \
      fo:font-size="11pt" style:font-size-asian="11pt" \
      fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="TW"/>\
      </style:default-style><style:style style:name="Default" style:family="table-cell"/>\
      </office:styles>
      <office:automatic-styles>\
      <style:style style:name="footer" style:family="paragraph"><style:text-properties \
      style:font-name="\(font)" style:font-name-asian="\(font)" fo:font-size="8pt" \
      style:font-size-asian="8pt" fo:color="#52606d"/></style:style>
      \(layouts.joined(separator: "\n"))
      </office:automatic-styles>
      <office:master-styles>
      \(pages.joined(separator: "\n"))
      </office:master-styles>
      </office:document-styles>

      """
  }

  private func layout(_ sheet: Sheet, _ index: Int) -> String {
    let (width, height, name) =
      switch sheet.orientation {
      case .portrait: ("21cm", "29.7cm", "portrait")
      case .landscape: ("29.7cm", "21cm", "landscape")
      }
    // One page wide, as many high as it takes.
    return """
      <style:page-layout style:name="layout\(index)"><style:page-layout-properties \
      fo:page-width="\(width)" fo:page-height="\(height)" style:print-orientation="\(name)" \
      fo:margin-top="1.5cm" fo:margin-bottom="1.2cm" fo:margin-left="1.27cm" \
      fo:margin-right="1.27cm" style:scale-to-X="1" style:scale-to-Y="0" \
      style:table-centering="horizontal" style:first-page-number="continue" \
      style:print="objects charts drawings zero-values"/>\
      <style:header-style/><style:footer-style><style:header-footer-properties \
      fo:min-height="0.6cm" fo:margin-top="0.2cm"/></style:footer-style></style:page-layout>
      """
  }

  private func page(_ sheet: Sheet, _ index: Int) -> String {
    """
    <style:master-page style:name="page\(index)" style:page-layout-name="layout\(index)">\
    <style:header style:display="false"/><style:footer><style:region-left>\
    <text:p text:style-name="footer">\(XMLText.escaped(sheet.footer))</text:p></style:region-left>\
    <style:region-right><text:p text:style-name="footer">第 <text:page-number/> 頁，共 \
    <text:page-count/> 頁</text:p></style:region-right></style:footer></style:master-page>
    """
  }
}
