import SeededRandomness
import Testing

@testable import Report

/// Widths and heights read the bytes of a text; here each character is asked about by itself.
@Suite struct WidthTests {
  @Test func charactersOfEastAsiaTakeTwoColumns() {
    #expect(DisplayWidth.of("") == 0)
    #expect(DisplayWidth.of("aZ~ 09") == 6)
    #expect(DisplayWidth.of("一丁鿿䷀中文，（）") == 2 + 2 + 2 + 1 + 4 + 6)
    #expect(DisplayWidth.of("é\u{301}\n\t\u{200B}") == 1)
    #expect(DisplayWidth.of("𠮷😀ﬀ") == 5)
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func aTextIsAsWideAndAsHighAsItsCharacters(seed: UInt64) {
    var numbers = SplitMix64(seed: seed)
    let scalars = Array("a~字丁鿿䶿䷀一，＝é\u{301}\u{7F}\u{80}\u{7FF}𠮷😀 \n\n\r\r".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<numbers.below(60) { text.append(scalars[numbers.below(scalars.count)]) }
    #expect(
      DisplayWidth.of(String(text))
        == text.reduce(0) { $0 + DisplayWidth.of(String($1)) })
    let width = Double(3 + numbers.below(30))
    let lines = String(text).split(separator: "\n", omittingEmptySubsequences: false)
    let style = CellStyle(size: 8 + numbers.below(9))
    let needed = lines.reduce(0) { total, line in
      let length = Double(DisplayWidth.of(String(line))) * Double(style.size) / 11 * 1.08
      return total + max(1, Int((length / max(1, width - 1.5)).rounded(.up)))
    }
    #expect(
      SheetLayout.height(of: String(text), width: width, style: style)
        == (Double(needed) * Double(style.size) * 1.4 + 5).rounded(.up))
  }
}
