import Glibc

/// Big5 as Windows writes it, from the system's converter; user-defined characters come from the
/// private-use area by Windows's own rule.
struct CP950Table: Sendable {
  private var codes: [UInt16]

  init() {
    codes = [UInt16](repeating: 0, count: 0x10000)
    let converter = iconv_open("UTF-16LE", "CP950")
    guard let converter, converter != iconv_t(bitPattern: -1) else { return }
    defer { iconv_close(converter) }
    for lead in UInt8(0xA1)...0xF9 {
      // C6A1 to C8FE are user-defined characters to Windows, whatever the converter says; A2CC and
      // A2CE are second codes of two characters.
      for trail in UInt8(0x40)...0xFE {
        let code = UInt16(lead) << 8 | UInt16(trail)
        if code >= 0xC6A1, code <= 0xC8FE { continue }
        if code == 0xA2CC || code == 0xA2CE || code >= 0xF9D6 { continue }
        if let scalar = CP950Table.decode([lead, trail], converter), codes[scalar] == 0 {
          codes[scalar] = code
        }
      }
    }
  }

  /// The code of a character: below 128 itself, nil when CP950 does not have it.
  @inline(__always)
  func code(of scalar: Unicode.Scalar) -> UInt16? {
    let value = scalar.value
    if value < 0x80 { return UInt16(value) }
    // FA40 is the first user-defined character: U+E000 and on, 157 codes a lead byte.
    if value >= 0xE000, value <= 0xE310 {
      let place = UInt16(value - 0xE000)
      let within = place % 157
      return (0xFA + place / 157) << 8 | (within < 63 ? 0x40 + within : 0xA1 + within - 63)
    }
    guard value < 0x10000, codes[Int(value)] != 0 else { return nil }
    return codes[Int(value)]
  }

  private static func decode(_ input: [UInt8], _ converter: iconv_t) -> Int? {
    var source = input.map { CChar(bitPattern: $0) }
    var target = [CChar](repeating: 0, count: 8)
    return source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var left = source.count
        var room = target.count
        guard iconv(converter, &from, &left, &to, &room) == 0, left == 0, room == 6 else {
          _ = iconv(converter, nil, nil, nil, nil)
          return nil
        }
        return Int(UInt8(bitPattern: target[0])) | Int(UInt8(bitPattern: target[1])) << 8
      }
    }
  }
}
