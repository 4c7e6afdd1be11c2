/// Places in a drawing, as SVG takes them; layout only, nothing printed.
enum Percent {
  /// A part of a whole to a tenth of a per cent, between 0 and 100.
  static func text(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0%" }
    return tenths(min(1000, max(0, part * 1000 / whole)))
  }

  static func tenths(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}
