import Definitions

@testable import Extract

extension Harness {
  typealias Codec = @Sendable (SourceContract.Encoding) throws -> TextCodec

  /// What is valid of a text ends where a character does and no valid one follows; it becomes the
  /// same UTF-8 wherever the bytes are cut, and what the standard library makes of it.
  static func encodings(codec: @escaping Codec = { try TextCodec($0) }) -> Harness {
    Harness(name: "encodings") { bytes in
      guard let choice = bytes.first else { return }
      let all = SourceContract.Encoding.allCases
      let encoding = all[Int(choice) % all.count]
      let text = UnsafeBufferPointer(rebasing: bytes.dropFirst())
      let codec = try codec(encoding)
      let valid = UnsafeBufferPointer(rebasing: text[..<codec.validLength(text)])
      try expect(
        codec.validLength(valid) == valid.count, "\(encoding): the valid part is not valid")
      try checkEnd(of: valid, in: text, encoding)
      let decoded = try decode(valid, codec)
      try expect(
        String(validating: decoded, as: UTF8.self) != nil, "\(encoding): \(decoded) is no UTF-8")
      if let same = standardLibrary(valid, encoding) {
        try expect(decoded == same, "\(encoding): \(Array(valid)) becomes \(decoded), not \(same)")
      }
      for cut in 0..<min(valid.count, 8) {
        let first = UnsafeBufferPointer(rebasing: valid[..<cut])
        let length = codec.validLength(first)
        let whole = UnsafeBufferPointer(rebasing: first[..<length])
        let rest = UnsafeBufferPointer(rebasing: valid[length...])
        let parts = try decode(whole, codec) + decode(rest, codec)
        try expect(parts == decoded, "\(encoding): cut after \(cut) bytes, \(parts)")
      }
    }
  }

  /// Whether the valid part could have been longer, for encodings of the standard library.
  private static func checkEnd(
    of valid: Bytes, in text: Bytes, _ encoding: SourceContract.Encoding
  ) throws {
    for length in 1...TextCodec.longestCharacter where valid.count + length <= text.count {
      let next = Array(text[valid.count..<valid.count + length])
      let isCharacter: Bool
      switch encoding {
      case .utf8: isCharacter = String(validating: next, as: UTF8.self) != nil
      case .utf16le, .utf16be:
        isCharacter =
          length.isMultiple(of: 2)
          && String(validating: units(next, encoding), as: UTF16.self) != nil
      case .cp950: isCharacter = next[0] < 0x80
      }
      try expect(!isCharacter, "\(encoding): \(next) at \(valid.count) is a character")
    }
  }

  private static func decode(_ text: Bytes, _ codec: TextCodec) throws -> [UInt8] {
    let output = UnsafeMutablePointer<UInt8>.allocate(capacity: text.count * 3 / 2 + 4)
    defer { output.deallocate() }
    let step: (read: Int, written: Int)
    switch codec {
    case .utf8: return Array(text)
    case .cp950(let table): step = table.decode(text, to: output)
    case .utf16(let units): step = units.decode(text, to: output)
    }
    try expect(step.read == text.count, "only \(step.read) of \(text.count) bytes were decoded")
    return Array(UnsafeBufferPointer(start: output, count: step.written))
  }

  private static func standardLibrary(
    _ text: Bytes, _ encoding: SourceContract.Encoding
  ) -> [UInt8]? {
    switch encoding {
    case .utf8: Array(text)
    case .utf16le, .utf16be: Array(String(decoding: units(text, encoding), as: UTF16.self).utf8)
    case .cp950: nil
    }
  }

  private static func units(
    _ bytes: some RandomAccessCollection<UInt8>, _ encoding: SourceContract.Encoding
  ) -> [UInt16] {
    let bytes = Array(bytes)
    return stride(from: 0, to: bytes.count - 1, by: 2).map { position in
      let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
      return encoding == .utf16le ? second << 8 | first : first << 8 | second
    }
  }
}
