/// What was read, what was rejected, and what was found.
struct QualitySection {
  let page: ReportPage

  private var wording: any PageWording { page.wording }

  func write(_ html: inout HTMLText) {
    html.element("section", ["id": "quality", "aria-labelledby": "quality-title"]) { html in
      html.element("h2", ["id": "quality-title"], wording.quality)
      html.element("div", ["class": "card"]) { html in
        html.element("h3", wording.inputs)
        inputs(&html)
      }
      html.element("div", ["class": "card"]) { html in
        html.element("h3", wording.findings)
        if page.view.findings.isEmpty {
          html.element("p", wording.noFindings)
        } else {
          findings(&html)
        }
      }
    }
  }

  private func inputs(_ html: inout HTMLText) {
    let isPublic = page.view.isPublic
    page.scrolling(wording.inputs, &html) { html in
      page.columns(
        [(wording.source, false)] + (isPublic ? [] : [(wording.file, false)])
          + [
            (wording.rows, true), (wording.rejected, true), (wording.duplicates, true),
            (wording.encoding, false),
          ] + (isPublic ? [] : [(wording.digest, false)]), &html)
      html.element("tbody") { html in
        for input in page.view.inputs {
          html.element("tr") { html in
            html.element("th", ["scope": "row"], input.title)
            if !isPublic {
              html.element("td", ["class": "short"]) { $0.element("code", input.file) }
            }
            html.element("td", ["class": "number"], DigitGroups.text(input.rows))
            html.element("td", ["class": "number"], wording.text(input.rejected))
            html.element("td", ["class": "number"], wording.text(input.duplicates))
            html.element("td", ["class": "short"], input.encoding)
            if !isPublic {
              html.element("td") { $0.element("code", ["class": "digest"], input.sha256) }
            }
          }
        }
      }
    }
  }

  private func findings(_ html: inout HTMLText) {
    page.scrolling(wording.findings, &html) { html in
      page.columns(
        [
          (wording.severity, false), (wording.source, false), (wording.meaning, false),
          (wording.count, true), (wording.action, false),
        ], &html)
      html.element("tbody") { html in
        for found in page.view.findings {
          let note = wording.finding(found.code)
          html.element("tr") { html in
            html.element("td") {
              $0.element(
                "span", ["class": "severity " + found.severity.rawValue],
                wording.severity(found.severity))
            }
            html.element("td", found.title)
            html.element("th", ["scope": "row"]) { html in
              if let note { html.words(note.meaning + " ") }
              html.element("code", found.code)
            }
            html.element("td", ["class": "number"], wording.text(found.number))
            html.element("td", ["class": "wide"], note?.action ?? "—")
          }
        }
      }
    }
  }
}
