import Foundation
import Testing

@testable import Report

/// Text stands out from its ground by 4.5:1 and more, drawings by 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
struct ContrastTests {
  private static let themes: [[String: String]] = {
    "\(PageStyle.sheet)".components(separatedBy: ":root {").dropFirst().map { part in
      let block = part.prefix { $0 != "}" }
      return Dictionary(
        uniqueKeysWithValues: block.matches(of: #/--([a-z]+): (#[0-9a-f]{6});/#).map {
          (String($0.1), String($0.2))
        })
    }
  }()

  private func luminance(_ colour: String) -> Double {
    let channels = [1, 3, 5].map { index -> Double in
      let start = colour.index(colour.startIndex, offsetBy: index)
      let digits = colour[start..<colour.index(start, offsetBy: 2)]
      let value = Double(Int(digits, radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  private func contrast(_ first: String, _ second: String) -> Double {
    let (a, b) = (luminance(first), luminance(second))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  @Test(arguments: [0, 1]) func `Text and drawings stand out from their ground`(theme: Int) throws {
    #expect(Self.themes.count == 2)
    let colours = Self.themes[theme]
    for text in ["ink", "quiet", "strong", "link", "reached", "below"] {
      for ground in ["ground", "paper", "wash"] {
        let ratio = contrast(
          try #require(colours[text]), try #require(colours[ground]))
        #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
      }
    }
    for drawing in ["bar", "mark", "out"] {
      let needed = drawing == "out" ? 2.5 : 3
      let ratio = contrast(try #require(colours[drawing]), try #require(colours["paper"]))
      #expect(ratio >= needed, "\(drawing): \(ratio)")
    }
  }
}
