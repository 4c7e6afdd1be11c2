import Campus

/// `report.html`, one self-contained page (reports.md, section 5).
///
/// Nothing is loaded and nothing runs: the content security policy allows the page's own style sheet,
/// by its digest, and nothing else. The same content gives the same bytes.
package struct ReportPage {
  let view: PageView
  let wording: any PageWording

  init(_ view: PageView, wording: any PageWording) {
    self.view = view
    self.wording = wording
  }

  /// The whole page. `isPublic` masks small numbers (`DisclosureControl`).
  package static func html(
    _ content: PageContent, language: Language = .traditionalChinese, isPublic: Bool = false
  ) -> String {
    ReportPage(PageView(content, isPublic: isPublic), wording: language.pageWording).text
  }

  private var text: String {
    var html = HTMLText()
    html.doctype()
    html.element("html", ["lang": wording.tag]) { html in
      html.element("head", head)
      html.element("body") { html in
        html.element("a", ["class": "skip", "href": "#content"], wording.skip)
        masthead(&html)
        html.element("div", ["class": "frame"]) { html in
          contents(&html)
          html.element("main", ["id": "content"]) { html in
            OverviewSection(page: self).write(&html)
            ChangesSection(page: self).write(&html)
            html.element("section", ["id": "kpis", "aria-labelledby": "kpis-title"]) { html in
              html.element("h2", ["id": "kpis-title"], wording.kpis)
              for panel in view.panels { KPISection(page: self, panel: panel).write(&html) }
            }
            QualitySection(page: self).write(&html)
            NotesSection(page: self).write(&html)
          }
        }
        html.element("footer") { $0.element("p", wording.colophon) }
      }
    }
    return html.text
  }

  private func head(_ html: inout HTMLText) {
    html.empty("meta", ["charset": "utf-8"])
    html.empty(
      "meta",
      ["http-equiv": "Content-Security-Policy", "content": PageStyle.contentSecurityPolicy])
    html.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.empty("meta", ["name": "color-scheme", "content": "light dark"])
    html.empty("meta", ["name": "referrer", "content": "no-referrer"])
    html.element(
      "title", "\(view.school.name) \(wording.title) \(wording.period(view.period))")
    html.style(PageStyle.sheet)
  }

  private func masthead(_ html: inout HTMLText) {
    html.element("header", ["class": "masthead"]) { html in
      html.element("p", ["class": "programme"], wording.programme)
      html.element("h1") { html in
        html.element("span", ["class": "school"], view.school.name)
        html.words(" ")
        html.element("span", wording.title)
      }
      html.element("p", ["class": "edition"]) { html in
        html.element("strong", wording.period(view.period))
        if wording.period(view.period) != wording.days(view.period) {
          html.element("span", wording.days(view.period))
        }
        html.element("span", wording.revision(view.revision))
        if view.isPublic { html.element("span", ["class": "badge"], wording.publicEdition) }
      }
      if view.isPublic { html.element("p", ["class": "quiet"], wording.publicNote) }
    }
  }

  private func contents(_ html: inout HTMLText) {
    html.element("nav", ["aria-label": wording.contents]) { html in
      html.element("ul", ["class": "sections"]) { html in
        for (id, title) in [
          ("overview", wording.overview), ("changes", wording.changes), ("kpis", wording.kpis),
          ("quality", wording.quality), ("notes", wording.notes),
        ] {
          html.element("li") { $0.element("a", ["href": "#" + id], title) }
        }
      }
      html.element("ol", ["class": "numbers"]) { html in
        for panel in view.panels {
          html.element("li") { html in
            html.element("a", ["href": "#" + anchor(panel)]) { html in
              html.element("span", ["class": "number"], String(panel.number))
              html.element("span", ["class": "name"]) { title(panel, &$0) }
            }
          }
        }
      }
    }
  }

  // Words that several sections use.

  func anchor(_ panel: KPIPanel) -> String { "kpi-" + padded(panel.number, 2) }

  /// The KPI's title in the page's language.
  func title(_ panel: KPIPanel, _ html: inout HTMLText) {
    if wording.tag == "en" { html.words(panel.english) } else { html.words(panel.title) }
  }

  /// The KPI's title in the other language.
  func otherTitle(_ panel: KPIPanel, _ html: inout HTMLText) {
    let isEnglish = wording.tag == "en"
    html.element(
      "span", ["class": "other", "lang": isEnglish ? "zh-Hant-TW" : "en"],
      isEnglish ? panel.title : panel.english)
  }

  func number(_ value: Int?) -> String { value.map(DigitGroups.text) ?? "—" }

  /// A difference with its sign, in words when there is none.
  func difference(_ value: Int?, _ html: inout HTMLText) {
    guard let value else { return html.words("—") }
    guard value != 0 else { return html.element("span", ["class": "same"], wording.unchanged) }
    html.words(DigitGroups.signed(value))
  }

  /// A table in a box of its own, so that a wide one scrolls there and not the page.
  func scrolling(
    _ caption: String, _ html: inout HTMLText, _ content: (inout HTMLText) -> Void
  ) {
    html.element(
      "div", ["class": "scroll", "role": "region", "aria-label": caption, "tabindex": "0"]
    ) { html in
      html.element("table") { html in
        html.element("caption", caption)
        content(&html)
      }
    }
  }

  /// The header line of a table.
  func columns(_ titles: [(String, isNumber: Bool)], _ html: inout HTMLText) {
    html.element("thead") { html in
      html.element("tr") { html in
        for (title, isNumber) in titles {
          if isNumber {
            html.element("th", ["scope": "col", "class": "number"], title)
          } else {
            html.element("th", ["scope": "col"], title)
          }
        }
      }
    }
  }
}
