import Campus

/// The values of the same days of other years as a line, and every published period as a table.
struct HistoryChart {
  /// As many points as a phone's width has room to label.
  private static let points = 6
  private static let floor = 112
  private static let height = 76

  let page: ReportPage
  let panel: KPIPanel

  private var wording: any PageWording { page.wording }

  /// Periods of other lengths cannot share a line with this one.
  private var comparable: [PublishedValue] {
    panel.history.filter { $0.period.coversSameDays(as: page.view.period) }
      .suffix(HistoryChart.points)
  }

  func write(_ html: inout HTMLText) {
    html.element("div", ["class": "history"]) { html in
      html.element("h4", wording.history)
      let points = comparable
      if points.count(where: { $0.value != nil }) > 1 {
        drawing(points, &html)
      } else {
        html.element("p", ["class": "quiet"], wording.firstPublished)
      }
      if panel.history.count > 1 {
        html.element("details") { html in
          html.element("summary", wording.otherPeriods)
          table(&html)
        }
      }
    }
  }

  private func drawing(_ points: [PublishedValue], _ html: inout HTMLText) {
    let id = "h\(panel.number)"
    let most = max(1, points.compactMap(\.value).max() ?? 1)
    func across(_ index: Int) -> String {
      Percent.tenths(100 + index * 800 / max(1, points.count - 1))
    }
    func up(_ value: Int) -> String {
      String(HistoryChart.floor - value * HistoryChart.height / most)
    }
    html.element("svg", ["class": "line", "role": "img", "aria-labelledby": "\(id)-t \(id)-d"]) {
      html in
      html.element(
        "title", ["id": id + "-t"],
        wording.historyOf(
          wording.history, first: wording.period(points[0].period),
          last: wording.period(points[points.count - 1].period)))
      html.element(
        "desc", ["id": id + "-d"],
        points.map { "\(wording.period($0.period)) \(page.number($0.value))" }
          .joined(separator: "; "))
      let floor = String(HistoryChart.floor)
      html.shape("line", ["class": "axis", "x1": "0", "x2": "100%", "y1": floor, "y2": floor])
      for index in points.indices.dropFirst() {
        guard let from = points[index - 1].value, let to = points[index].value else { continue }
        html.shape(
          "line",
          [
            "class": "stroke", "x1": across(index - 1), "y1": up(from), "x2": across(index),
            "y2": up(to),
          ])
      }
      for (index, point) in points.enumerated() {
        label(point, at: across(index), height: point.value.map(up), &html)
      }
    }
  }

  private func label(
    _ point: PublishedValue, at across: String, height: String?, _ html: inout HTMLText
  ) {
    let isThis = point.period == page.view.period
    if let height {
      html.shape(
        "circle",
        ["class": isThis ? "point this" : "point", "cx": across, "cy": height, "r": "5"])
    }
    html.element(
      "text",
      [
        "class": isThis ? "amount this" : "amount", "x": across,
        "y": height ?? String(HistoryChart.floor), "dy": "-12",
      ], page.number(point.value))
    let axis = wording.axis(point.period)
    html.element("text", ["class": "tick", "x": across, "y": "130"], axis.from)
    html.element("text", ["class": "tick", "x": across, "y": "145"], axis.to)
  }

  private func table(_ html: inout HTMLText) {
    page.scrolling(wording.otherPeriods, &html) { html in
      page.columns(
        [
          (wording.periodColumn, false), (wording.revisionColumn, true), (panel.unit, true),
        ], &html)
      html.element("tbody") { html in
        for value in panel.history.reversed() {
          html.element("tr") { html in
            html.element("th", ["scope": "row"], wording.period(value.period))
            html.element("td", ["class": "number"], String(value.revision))
            html.element("td", ["class": "number"], page.number(value.value))
          }
        }
      }
    }
  }
}
