import Campus
import Glibc

/// Big5 as Windows writes it (code page 950), by a table of its two-byte characters.
///
/// The one door to iconv. The table is asked of glibc's `CP950`, never of the HKSCS variant, but
/// for the user-defined characters (造字): those become the private-use characters that Windows
/// gives them, by formula, whatever glibc makes of them.
struct CP950Text: Sendable {
  /// First bytes 0x81...0xFE, second bytes 0x40...0xFE; 0 where there is no character.
  private let scalars: [UInt16]

  private static let seconds = 0xFE - 0x40 + 1

  /// The table, made once. Fails with `Failure(.readOrWriteFailed)` when the machine's iconv does
  /// not know CP950.
  static let shared: Result<CP950Text, Failure> = Result { () throws(Failure) in try CP950Text() }

  private init() throws(Failure) {
    let descriptor = iconv_open("UTF-16LE", "CP950")
    guard descriptor != iconv_t(bitPattern: -1) else {
      throw Failure(
        .readOrWriteFailed, "iconv does not know CP950: \(SystemError.text(errno))",
        help: "install the character-set modules of the C library")
    }
    defer { iconv_close(descriptor) }
    var scalars = [UInt16](repeating: 0, count: (0xFE - 0x81 + 1) * CP950Text.seconds)
    for first in UInt8(0x81)...0xFE {
      for second in UInt8(0x40)...0xFE where CP950Text.isSecond(second) {
        let index = Int(first - 0x81) * CP950Text.seconds + Int(second - 0x40)
        scalars[index] =
          CP950Text.userDefined(first, second)
          ?? CP950Text.ask(descriptor, first, second) ?? 0
      }
    }
    self.scalars = scalars
  }

  private static func isSecond(_ byte: UInt8) -> Bool {
    (0x40...0x7E).contains(byte) || (0xA1...0xFE).contains(byte)
  }

  private static func ask(_ descriptor: iconv_t?, _ first: UInt8, _ second: UInt8) -> UInt16? {
    var input = (CChar(bitPattern: first), CChar(bitPattern: second))
    var output: (UInt16, UInt16) = (0, 0)
    var inputLeft = 2
    var outputLeft = 4
    let converted = withUnsafeMutableBytes(of: &input) { input in
      withUnsafeMutableBytes(of: &output) { output in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
      }
    }
    // Exactly one character of the basic plane: neither refused nor replaced nor combined.
    guard converted == 0, inputLeft == 0, outputLeft == 2 else {
      iconv(descriptor, nil, nil, nil, nil)
      return nil
    }
    return UInt16(littleEndian: output.0)
  }

  /// The private-use character of a user-defined one: 157 a row, rows in the order in which
  /// Windows gives out U+E000 to U+F848.
  static func userDefined(_ first: UInt8, _ second: UInt8) -> UInt16? {
    guard isSecond(second) else { return nil }
    let column = UInt16(second) - (second < 0x7F ? 0x40 : 0x62)
    func scalar(_ base: UInt16, from row: UInt8) -> UInt16 {
      base + UInt16(first - row) * 157 + column
    }
    switch first {
    case 0xFA...0xFE: return scalar(0xE000, from: 0xFA)
    case 0x8E...0xA0: return scalar(0xE311, from: 0x8E)
    case 0x81...0x8D: return scalar(0xEEB8, from: 0x81)
    // C6 is a row of ordinary characters up to C67E: its user-defined ones begin at C6A1.
    case 0xC6 where second >= 0xA1: return scalar(0xF6B1, from: 0xC6) - 63
    case 0xC7...0xC8: return scalar(0xF6B1, from: 0xC6) - 63
    default: return nil
    }
  }

  private func scalar(_ first: UInt8, _ second: UInt8) -> UInt16 {
    guard first >= 0x81, first <= 0xFE, second >= 0x40, second <= 0xFE else { return 0 }
    return scalars[Int(first - 0x81) * CP950Text.seconds + Int(second - 0x40)]
  }

  /// How many of the bytes, from the first, are whole characters.
  func validLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = 0
    while true {
      position = ASCIIText.end(of: bytes, from: position)
      guard position + 1 < bytes.count, scalar(bytes[position], bytes[position + 1]) != 0 else {
        return position
      }
      position += 2
    }
  }

  /// Writes whole characters as UTF-8, at most three bytes for two; returns how many bytes were
  /// read and written. What is invalid (only in a file changed since its survey) is left unread.
  func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>
  ) -> (read: Int, written: Int) {
    var position = 0
    var written = 0
    while true {
      let end = ASCIIText.end(of: bytes, from: position)
      if end > position, let base = bytes.baseAddress {
        (output + written).update(from: base + position, count: end - position)
        written += end - position
        position = end
      }
      guard position + 1 < bytes.count else { break }
      let scalar = scalar(bytes[position], bytes[position + 1])
      if scalar == 0 { break }
      written += UTF8Text.write(scalar, to: output + written)
      position += 2
    }
    return (position, written)
  }
}
