import Glibc

/// Bytes that grow at the end: a row's texts, a cell being spelled, a file being written.
struct ByteBuffer {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func shorten(to count: Int) { bytes.removeLast(bytes.count - count) }

  @inline(__always)
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ source: borrowing ByteBuffer, _ range: Range<Int>) {
    bytes.append(contentsOf: source.bytes[range])
  }

  /// Decimal digits, with leading zeros up to a width.
  mutating func append(decimal number: Int, width: Int = 1) {
    var power = 1
    var digits = 1
    while number / power >= 10 {
      power *= 10
      digits += 1
    }
    while digits < width {
      append(UInt8(ascii: "0"))
      digits += 1
    }
    var rest = number
    while power > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / power))
      rest %= power
      power /= 10
    }
  }

  /// `2025-08-01`.
  mutating func append(day number: Int) {
    let (year, month, day) = CivilDay.components(number)
    append(decimal: year, width: 4)
    append(UInt8(ascii: "-"))
    append(decimal: month, width: 2)
    append(UInt8(ascii: "-"))
    append(decimal: day, width: 2)
  }

  /// A number of thousandths, without zeros at the end of its fraction.
  mutating func append(thousandths number: Int) {
    append(decimal: number / 1000)
    var fraction = number % 1000
    guard fraction > 0 else { return }
    append(UInt8(ascii: "."))
    var power = 100
    while fraction > 0 {
      append(UInt8(ascii: "0") + UInt8(fraction / power))
      fraction %= power
      power /= 10
    }
  }
}

/// A file that is written through a buffer of one mebibyte.
final class OutputFile {
  private let descriptor: Int32
  private let path: String
  private let capacity = 1 << 20
  var buffer = ByteBuffer()
  private var digest: SHA256?

  init(path: String, digest: Bool = false) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Stop.output(path, errno) }
    self.digest = digest ? SHA256() : nil
  }

  /// Writes the buffer to the file when it is large enough.
  func flushIfFull() throws {
    if buffer.count >= capacity { try flush() }
  }

  /// Ends the file; the hexadecimal SHA-256 of its bytes when it was asked for.
  func finish() throws -> String? {
    try flush()
    guard close(descriptor) == 0 else { throw Stop.output(path, errno) }
    return digest?.finish()
  }

  private func flush() throws {
    digest?.update(buffer.bytes)
    try buffer.bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let written = write(descriptor, bytes.baseAddress! + done, bytes.count - done)
        if written < 0 {
          if errno == EINTR { continue }
          throw Stop.output(path, errno)
        }
        done += written
      }
    }
    buffer.clear()
  }
}

/// Why the generator ends early.
enum Stop: Error {
  /// Wrong usage (exit code 64).
  case usage(String)
  /// A code list cannot be read (66).
  case input(String)
  /// A file cannot be written (73).
  case output(String, Int32)
}
