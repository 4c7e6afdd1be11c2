import Campus
import Testing

@Suite struct WhiteSpaceTests {
  /// The short way of telling white space says what Unicode says, of every character there is.
  @Test func isWhatUnicodeCallsSo() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isSo = scalar.properties.isWhitespace || value == 0xFEFF
      if WordFolding.isWhiteSpace(scalar) != isSo { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  /// Of every character of ASCII the key is the same as in company that is not ASCII.
  @Test func asciiIsFoldedLikeTheRest() {
    for value in UInt8(0)..<0x80 {
      let text = String(Unicode.Scalar(value))
      #expect(WordFolding.key(text) + "臺" == WordFolding.key(text + "臺"))
    }
  }
}
