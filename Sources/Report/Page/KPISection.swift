import Campus

/// One KPI: its value, definition, figures, breakdown, history and funnel.
struct KPISection {
  let page: ReportPage
  let panel: KPIPanel

  private var wording: any PageWording { page.wording }

  func write(_ html: inout HTMLText) {
    let anchor = page.anchor(panel)
    html.element(
      "article", ["class": "card kpi", "id": anchor, "aria-labelledby": anchor + "-title"]
    ) { html in
      head(anchor, &html)
      definition(&html)
      callouts(&html)
      if !panel.figures.isEmpty || !panel.observations.isEmpty { figures(&html) }
      if !panel.dimensions.isEmpty { breakdown(&html) }
      HistoryChart(page: page, panel: panel).write(&html)
      if let funnel = panel.funnel { FunnelChart(page: page, funnel: funnel).write(&html) }
      html.element("p", ["class": "up"]) {
        $0.element("a", ["href": "#overview"], "↑ " + wording.toOverview)
      }
    }
  }

  private func head(_ anchor: String, _ html: inout HTMLText) {
    html.element("header") { html in
      html.element("div", ["class": "heading"]) { html in
        html.element("span", ["class": "ordinal", "aria-hidden": "true"], String(panel.number))
        html.element("div") { html in
          html.element("h3", ["id": anchor + "-title"]) { html in
            html.element("span", ["class": "hidden"], "KPI \(panel.number) ")
            page.title(panel, &html)
          }
          page.otherTitle(panel, &html)
        }
      }
      html.element("div", ["class": "standing"]) { html in
        html.element("p", ["class": "value"]) { html in
          if panel.status == .unavailable {
            html.element("strong", ["class": "words"], wording.unavailable)
          } else {
            html.element("strong", page.number(panel.value))
            html.words(" ")
            html.element("span", ["class": "unit"], panel.unit)
          }
        }
        standing(&html)
      }
    }
  }

  private func standing(_ html: inout HTMLText) {
    if panel.status == .unavailable {
      html.element("p", ["class": "quiet"], panel.reason ?? "")
      return
    }
    guard let isReached = panel.isReached, let percent = panel.achievementPercent else {
      html.element("p", ["class": "quiet"], wording.withoutTarget)
      return
    }
    page.bullet(panel, id: "k\(panel.number)", &html)
    html.element("p", ["class": "against"]) { html in
      html.element("span", "\(wording.target) \(page.number(panel.target))")
      html.words(" · ")
      html.element("span", "\(percent)%")
      html.words(" ")
      page.verdict(isReached, &html)
    }
  }

  private func definition(_ html: inout HTMLText) {
    html.element("div", ["class": "definition"]) { html in
      html.element("h4", wording.definition)
      if !panel.definitionText.isEmpty {
        html.element("blockquote", ["lang": "zh-Hant-TW"]) {
          $0.element("p", panel.definitionText)
        }
      }
      html.element("dl", ["class": "facts"]) { html in
        fact(wording.definitionFile, &html) { $0.element("code", panel.definition) }
        fact(wording.dataSource, &html) { $0.words(panel.dataSource) }
        if let day = panel.referenceDate {
          fact(wording.referenceDate, &html) { $0.words(day.description) }
        }
      }
    }
  }

  private func fact(
    _ name: String, _ html: inout HTMLText, _ content: (inout HTMLText) -> Void
  ) {
    html.element("div") { html in
      html.element("dt", name)
      html.element("dd", [:], content)
    }
  }

  private func callouts(_ html: inout HTMLText) {
    callout("warning", wording.warnings, panel.warnings, &html) { html, code in
      html.element("code", code)
      if let note = wording.finding(code) {
        html.words(" \(note.meaning)")
      }
    }
    callout("open", wording.openReadings, panel.open, &html) { $0.words($1) }
    callout("note", wording.annotations, panel.annotations, &html) { $0.words($1) }
  }

  private func callout(
    _ kind: String, _ title: String, _ texts: [String], _ html: inout HTMLText,
    _ content: (inout HTMLText, String) -> Void
  ) {
    guard !texts.isEmpty else { return }
    html.element("div", ["class": "callout " + kind]) { html in
      html.element("h4", title)
      html.element("ul") { html in
        for text in texts { html.element("li") { content(&$0, text) } }
      }
    }
  }

  private func breakdown(_ html: inout HTMLText) {
    html.element("h4", wording.breakdown)
    let shown = panel.dimensions.filter { !$0.withheld }
    if !shown.isEmpty {
      html.element("div", ["class": "charts"]) { html in
        for dimension in shown {
          BreakdownChart(page: page, dimension: dimension, unit: panel.unit).write(&html)
        }
      }
    }
    let withheld = panel.dimensions.filter(\.withheld).map { wording.dimension($0.by) }
    if !withheld.isEmpty {
      html.element("p", ["class": "quiet withheld"], wording.dimensionsWithheld(withheld))
    }
  }

  private func figures(_ html: inout HTMLText) {
    html.element("div", ["class": "tiles"]) { html in
      if !panel.figures.isEmpty {
        tiles(wording.figures, panel.figures.map { ($0.label, $0.number) }, &html)
      }
      if !panel.observations.isEmpty {
        tiles(
          wording.observations,
          panel.observations.map { ($0.referenceDate.description, $0.number) }, &html)
      }
    }
  }

  private func tiles(
    _ title: String, _ numbers: [(String, PageNumber)], _ html: inout HTMLText
  ) {
    html.element("div") { html in
      html.element("h4", title)
      html.element("dl") { html in
        for (label, number) in numbers {
          html.element("div") { html in
            html.element("dt", label)
            html.element("dd") { html in
              html.element("strong", wording.text(number))
              if number != .withheld {
                html.words(" ")
                html.element("span", ["class": "unit"], panel.unit)
              }
            }
          }
        }
      }
    }
  }
}
