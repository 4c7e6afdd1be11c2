/// Where every row that was read went: a table whose bars descend from the rows read to those counted.
struct FunnelChart {
  let page: ReportPage
  let funnel: KPIPanel.Funnel

  private var wording: any PageWording { page.wording }

  func write(_ html: inout HTMLText) {
    html.element("div", ["class": "funnel"]) { html in
      html.element("h4", wording.funnel)
      html.element("p", ["class": "quiet"], wording.funnelNote)
      html.element("table", ["class": "bars waterfall"]) { html in
        html.element("caption", ["class": "hidden"], wording.funnel)
        html.element("thead", ["class": "hidden"]) { html in
          html.element("tr") { html in
            html.element("th", ["scope": "col"], wording.step)
            html.element("th", ["scope": "col"], wording.rows)
          }
        }
        html.element("tbody") { rows(&$0) }
      }
      if funnel.steps.contains(where: { $0.number == .withheld }) {
        html.element("p", ["class": "quiet"], wording.stepsWithheld)
      }
    }
  }

  private func rows(_ html: inout HTMLText) {
    row("total", wording.read, "", number: DigitGroups.text(funnel.read), &html) {
      bar("rect-kept", from: 0, to: funnel.read, &$0)
    }
    var left = funnel.read
    for (step, number) in funnel.steps {
      let (label, detail) = name(step)
      let before = left
      left -= number.value ?? 0
      let text = number.value.map { $0 == 0 ? "0" : DigitGroups.text(-$0) } ?? "—"
      row("step", label, detail, number: text, &html) { html in
        guard let removed = number.value else { return }
        bar("rect-left", from: 0, to: before - removed, &html)
        if removed > 0 { bar("rect-out", from: before - removed, to: before, &html) }
      }
    }
    row("total", wording.counted, "", number: wording.text(funnel.counted), &html) { html in
      guard let counted = funnel.counted.value else { return }
      bar("rect-kept", from: 0, to: counted, &html)
    }
  }

  private func name(_ step: KPIPanel.Funnel.Step) -> (String, String) {
    switch step {
    case .rejected: (wording.rejected, "")
    case .duplicates: (wording.duplicates, "")
    case .excluded(let rule, let reason): (reason, rule)
    }
  }

  private func row(
    _ kind: String, _ label: String, _ detail: String, number: String, _ html: inout HTMLText,
    _ drawing: (inout HTMLText) -> Void
  ) {
    html.element("tr", ["class": kind]) { html in
      html.element("th", ["scope": "row"]) { html in
        html.words(label)
        if !detail.isEmpty {
          html.words(" ")
          html.element("code", detail)
        }
      }
      html.element("td") { html in
        html.element("div", ["class": "line"]) { html in
          html.element("svg", ["class": "bar", "aria-hidden": "true"], drawing)
          html.element("span", ["class": "number"], number)
        }
      }
    }
  }

  /// At least half a per cent wide, so that a few rows of many can be seen.
  private func bar(_ kind: String, from: Int, to: Int, _ html: inout HTMLText) {
    guard funnel.read > 0, to > from else { return }
    let start = min(995, from * 1000 / funnel.read)
    let width = max(5, (to - from) * 1000 / funnel.read)
    html.shape(
      "rect",
      [
        "class": kind, "x": Percent.tenths(start), "y": "0", "width": Percent.tenths(width),
        "height": "14", "rx": "1",
      ])
  }
}
