/// A value against its target on a scale from 0 to one and a half targets, so that the target stands
/// at the same place in every chart.
struct BulletChart {
  let id: String
  let value: Int
  let target: Int
  let yearBefore: Int?
  /// What the drawing says, for those who do not see it.
  let description: String
  let title: String

  func write(_ html: inout HTMLText) {
    html.element(
      "svg",
      [
        "class": value >= target ? "bullet reached" : "bullet below", "role": "img",
        "aria-labelledby": "\(id)-t \(id)-d",
      ]
    ) { html in
      html.element("title", ["id": id + "-t"], title)
      html.element("desc", ["id": id + "-d"], description)
      html.shape(
        "rect", ["class": "track", "x": "0", "y": "5", "width": "100%", "height": "14", "rx": "2"])
      html.shape(
        "rect",
        ["class": "bar", "x": "0", "y": "8", "width": place(value), "height": "8", "rx": "1"])
      let mark = Percent.text(2, of: 3)
      html.shape("line", ["class": "mark", "x1": mark, "x2": mark, "y1": "1", "y2": "23"])
      if let yearBefore, !isBeyond(yearBefore) {
        html.shape(
          "circle", ["class": "before", "cx": place(yearBefore), "cy": "12", "r": "4.5"])
      }
      if isBeyond(value) {
        html.element("text", ["class": "beyond", "x": "100%", "y": "16.5", "dx": "-4"], "»")
      }
    }
  }

  private func isBeyond(_ number: Int) -> Bool { number * 2 > target * 3 }

  private func place(_ number: Int) -> String { Percent.text(number * 2, of: target * 3) }
}
