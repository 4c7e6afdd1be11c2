/// One dimension of a breakdown: a table whose rows are bars, so that chart and table are one thing.
struct BreakdownChart {
  /// Longer ones fold away what comes after.
  private static let visible = 10

  let page: ReportPage
  let dimension: KPIPanel.Dimension
  let unit: String

  private var wording: any PageWording { page.wording }

  func write(_ html: inout HTMLText) {
    let title = wording.dimension(dimension.by)
    let entries = dimension.entries
    // One entry more would cost as much room as the line that unfolds it.
    let isLong = entries.count > BreakdownChart.visible + 1
    let first = isLong ? entries.prefix(BreakdownChart.visible) : entries[...]
    html.element("div", ["class": "chart"]) { html in
      if !first.isEmpty {
        table(title, isLong ? wording.entries(entries.count) : "", first, &html)
      } else {
        html.element("p", ["class": "caption"], title)
      }
      if isLong {
        html.element("details") { html in
          html.element("summary", wording.furtherEntries(entries.count - first.count))
          table(
            "\(title)：\(wording.furtherEntries(entries.count - first.count))", "",
            entries.dropFirst(first.count), &html)
        }
      }
      if dimension.unnamed > 0 {
        html.element("p", ["class": "quiet"], wording.unnamedEntries(dimension.unnamed))
      }
    }
  }

  private func table(
    _ title: String, _ amount: String, _ entries: ArraySlice<KPIPanel.Dimension.Entry>,
    _ html: inout HTMLText
  ) {
    let longest = dimension.entries.compactMap(\.number.value).max() ?? 0
    html.element("table", ["class": "bars"]) { html in
      html.element("caption") { html in
        html.words(title)
        if !amount.isEmpty {
          html.words(" ")
          html.element("span", ["class": "quiet"], amount)
        }
      }
      html.element("thead", ["class": "hidden"]) { html in
        html.element("tr") { html in
          html.element("th", ["scope": "col"], wording.item)
          html.element("th", ["scope": "col"], unit)
        }
      }
      html.element("tbody") { html in
        for entry in entries { row(entry, longest: longest, &html) }
      }
    }
  }

  private func row(
    _ entry: KPIPanel.Dimension.Entry, longest: Int, _ html: inout HTMLText
  ) {
    html.element("tr") { html in
      html.element("th", ["scope": "row"], entry.label)
      html.element("td") { html in
        html.element("div", ["class": "line"]) { html in
          html.element("svg", ["class": "bar", "aria-hidden": "true"]) { html in
            guard let value = entry.number.value else {
              // The same for every hidden number: its length says nothing.
              html.shape(
                "line", ["class": "masked", "x1": "0", "x2": "100%", "y1": "7", "y2": "7"])
              return
            }
            html.shape(
              "rect",
              [
                "x": "0", "y": "0", "width": Percent.text(value, of: longest), "height": "14",
                "rx": "1",
              ])
          }
          html.element("span", ["class": "number"], wording.text(entry.number))
        }
      }
    }
  }
}
