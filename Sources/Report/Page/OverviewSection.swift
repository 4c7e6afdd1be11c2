import Campus

/// The fourteen values against their targets.
struct OverviewSection {
  let page: ReportPage

  private var wording: any PageWording { page.wording }

  func write(_ html: inout HTMLText) {
    html.element("section", ["id": "overview", "aria-labelledby": "overview-title"]) { html in
      html.element("h2", ["id": "overview-title"], wording.overview)
      summary(&html)
      html.element("table", ["class": "overview", "role": "table"]) { html in
        html.element("caption", wording.overviewLegend)
        header(&html)
        html.element("tbody", ["role": "rowgroup"]) { html in
          for panel in page.view.panels { row(panel, &html) }
        }
      }
    }
  }

  private func summary(_ html: inout HTMLText) {
    let panels = page.view.panels
    let unavailable = panels.count { $0.status == .unavailable }
    let reached = panels.count { $0.isReached == true }
    let below = panels.count { $0.isReached == false }
    let parts = wording.summary(
      reached: reached, below: below,
      withoutTarget: panels.count - unavailable - reached - below, unavailable: unavailable)
    html.element("ul", ["class": "summary"]) { html in
      for part in parts where part.count > 0 {
        html.element("li", ["class": part.kind.rawValue]) { html in
          html.element("strong", String(part.count))
          html.words(" ")
          html.element("span", part.text)
        }
      }
    }
  }

  private func header(_ html: inout HTMLText) {
    let titles = [
      ("", "#"), ("", wording.kpi), ("number", wording.value), ("", wording.againstTarget),
      ("number", wording.target), ("number", wording.achievement),
      ("number", wording.sinceRevision), ("number", wording.yearBefore),
    ]
    html.element("thead", ["role": "rowgroup"]) { html in
      html.element("tr", ["role": "row"]) { html in
        for (style, title) in titles {
          html.element(
            "th", ["scope": "col", "role": "columnheader", "class": style], title)
        }
      }
    }
  }

  private func row(_ panel: KPIPanel, _ html: inout HTMLText) {
    html.element("tr", ["role": "row"]) { html in
      html.element("td", ["role": "cell", "class": "ordinal"], String(panel.number))
      html.element("th", ["scope": "row", "role": "rowheader"]) { html in
        html.element("a", ["href": "#" + page.anchor(panel)]) { page.title(panel, &$0) }
        page.otherTitle(panel, &html)
      }
      html.element("td", ["role": "cell", "class": "value number"]) { html in
        html.element("strong", page.number(panel.value))
        html.words(" ")
        html.element("span", ["class": "unit"], panel.unit)
      }
      html.element("td", ["role": "cell", "class": "drawing"]) { drawing(panel, &$0) }
      html.element(
        "td", ["role": "cell", "class": "target number", "data-label": wording.target],
        page.number(panel.target))
      html.element(
        "td", ["role": "cell", "class": "rate number", "data-label": wording.achievement]
      ) {
        achievement(panel, &$0)
      }
      html.element(
        "td", ["role": "cell", "class": "since number", "data-label": wording.sinceRevision]
      ) {
        page.difference(panel.difference(since: panel.before), &$0)
      }
      html.element(
        "td", ["role": "cell", "class": "year number", "data-label": wording.yearBefore]
      ) { html in
        html.words(page.number(panel.yearBefore?.value))
        if let change = panel.difference(since: panel.yearBefore), change != 0 {
          html.words(" ")
          html.element("span", ["class": "change"], "(\(DigitGroups.signed(change)))")
        }
      }
    }
  }

  private func drawing(_ panel: KPIPanel, _ html: inout HTMLText) {
    guard panel.isReached != nil else {
      html.element(
        "span", ["class": "quiet"],
        panel.status == .unavailable ? panel.reason ?? wording.unavailable : wording.withoutTarget)
      return
    }
    page.bullet(panel, id: "o\(panel.number)", &html)
  }

  private func achievement(_ panel: KPIPanel, _ html: inout HTMLText) {
    guard let isReached = panel.isReached, let percent = panel.achievementPercent else {
      html.words("—")
      return
    }
    html.element("span", ["class": "percent"], percent + "%")
    html.words(" ")
    page.verdict(isReached, &html)
  }
}

extension ReportPage {
  /// The bullet chart of a KPI that has a target.
  func bullet(_ panel: KPIPanel, id: String, _ html: inout HTMLText) {
    guard let value = panel.value, let target = panel.target, panel.isReached != nil else { return }
    let before = panel.yearBefore?.value
    BulletChart(
      id: id, value: value, target: target, yearBefore: before,
      description: wording.bullet(
        value: number(value), target: number(target), percent: panel.achievementPercent ?? "",
        yearBefore: before.map { number($0) }),
      title: wording.againstTarget
    ).write(&html)
  }

  /// Whether the target is reached, in words.
  func verdict(_ isReached: Bool, _ html: inout HTMLText) {
    html.element(
      "span", ["class": isReached ? "verdict reached" : "verdict below"],
      isReached ? wording.reached : wording.below)
  }
}
