import Campus

/// What changed since the last revision and since the year before.
struct ChangesSection {
  let page: ReportPage

  private var wording: any PageWording { page.wording }

  func write(_ html: inout HTMLText) {
    html.element("section", ["id": "changes", "aria-labelledby": "changes-title"]) { html in
      html.element("h2", ["id": "changes-title"], wording.changes)
      html.element("div", ["class": "card"]) { html in
        html.element("h3", wording.changesSinceRevision)
        sinceRevision(&html)
      }
      html.element("div", ["class": "card"]) { html in
        html.element("h3", wording.changesSinceYear)
        sinceYear(&html)
      }
    }
  }

  private func sinceRevision(_ html: inout HTMLText) {
    guard let changes = page.view.changes, let before = page.view.revisionBefore else {
      html.element("p", wording.firstRevision)
      return
    }
    guard !changes.isEmpty else {
      html.element("p", wording.noChanges(since: before))
      return
    }
    page.scrolling(wording.changesSinceRevision, &html) { html in
      page.columns(
        [
          (wording.kpi, false), (wording.valueOfRevision(before), true),
          (wording.valueOfRevision(page.view.revision), true), (wording.difference, true),
          (wording.causes, false),
        ], &html)
      html.element("tbody") { html in
        for change in changes.sorted(by: { $0.kpi < $1.kpi }) { row(change, &html) }
      }
    }
  }

  private func row(_ change: ChangeSummary, _ html: inout HTMLText) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"]) { html in
        guard let panel = page.view.panels.first(where: { $0.number == change.kpi }) else {
          html.words(String(change.kpi))
          return
        }
        link(panel, &html)
      }
      html.element("td", ["class": "number"], page.number(change.old))
      html.element("td", ["class": "number"], page.number(change.new))
      html.element("td", ["class": "number"]) { page.difference(change.difference, &$0) }
      html.element("td", ["class": "wide"]) { causes(change, &$0) }
    }
  }

  private func causes(_ change: ChangeSummary, _ html: inout HTMLText) {
    guard !change.causes.isEmpty else {
      let none = page.view.isPublic ? wording.causesWithheld : wording.none
      html.element("span", ["class": "quiet"], change.note ?? none)
      return
    }
    html.element("ul", ["class": "causes"]) { html in
      for cause in change.causes {
        html.element("li") { html in
          html.element("span", wording.cause(cause.cause))
          if !cause.detail.isEmpty {
            html.words(" ")
            html.element("code", cause.detail)
          }
          for text in [
            cause.came > 0 ? wording.came(DigitGroups.text(cause.came)) : nil,
            cause.went > 0 ? wording.went(DigitGroups.text(cause.went)) : nil,
          ].compactMap({ $0 }) {
            html.words(" ")
            html.element("span", ["class": "amount"], text)
          }
        }
      }
    }
  }

  private func sinceYear(_ html: inout HTMLText) {
    let panels = page.view.panels.filter { $0.yearBefore != nil }
    guard let period = panels.first?.yearBefore?.period else {
      html.element("p", wording.noYearBefore)
      return
    }
    page.scrolling(wording.changesSinceYear, &html) { html in
      page.columns(
        [
          (wording.kpi, false), (wording.period(period), true),
          (wording.period(page.view.period), true), (wording.difference, true),
        ], &html)
      html.element("tbody") { html in
        for panel in panels {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { link(panel, &$0) }
            html.element("td", ["class": "number"], page.number(panel.yearBefore?.value))
            html.element("td", ["class": "number"], page.number(panel.value))
            html.element("td", ["class": "number"]) {
              page.difference(panel.difference(since: panel.yearBefore), &$0)
            }
          }
        }
      }
    }
  }

  private func link(_ panel: KPIPanel, _ html: inout HTMLText) {
    html.element("span", ["class": "ordinal"], String(panel.number))
    html.words(" ")
    html.element("a", ["href": "#" + page.anchor(panel)]) { page.title(panel, &$0) }
  }
}
