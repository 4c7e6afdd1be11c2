import Campus
import Definitions

/// The encodings a file may have, each as "how much is valid" and "make it UTF-8".
enum TextCodec: Sendable {
  case utf8
  case cp950(CP950Text)
  case utf16(UTF16Text)

  /// No character has more bytes in any of the encodings: with so many left over, the next one is
  /// invalid and not merely cut off.
  static let longestCharacter = 4

  init(_ encoding: SourceContract.Encoding) throws {
    switch encoding {
    case .utf8: self = .utf8
    case .cp950: self = .cp950(try CP950Text.shared.get())
    case .utf16le: self = .utf16(UTF16Text(bigEndian: false))
    case .utf16be: self = .utf16(UTF16Text(bigEndian: true))
    }
  }

  /// How many of the bytes, from the first, are whole characters.
  func validLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch self {
    case .utf8: UTF8Text.validLength(bytes)
    case .cp950(let text): text.validLength(bytes)
    case .utf16(let text): text.validLength(bytes)
    }
  }
}

/// The part of a file that is text of one encoding.
struct TextExtent: Sendable {
  let encoding: SourceContract.Encoding
  let hasByteOrderMark: Bool
  /// From after the byte order mark to the first invalid byte or the end.
  let range: Range<Int>
  /// Whether the text reaches to the end of the file. Otherwise an invalid byte follows it, which
  /// refuses the file unless the footer comes first.
  let isWhole: Bool
}
