import CLibcrypto
import Campus
import Glibc

/// Names for persons that only the owner of a key can make again: HMAC-SHA-256 of the identifier's
/// UTF-8 bytes. One person has one name in every file of one key.
package struct Pseudonyms: Sendable {
  private static let smallestKey = 16
  private static let largestKey = 1 << 20

  private let key: [UInt8]

  /// Reads the key from a file of the user's own.
  ///
  /// Refused: anything but a regular file, one that others may read or write, and a key of less than
  /// 16 bytes.
  package init(keyFile path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Pseudonyms.refusal(path, String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Pseudonyms.refusal(path, "this is not a regular file")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure(
        .usage, "the key file \(path) can be read by others",
        help: "run: chmod 600 '\(path)'")
    }
    var bytes = [UInt8](repeating: 0, count: Pseudonyms.largestKey + 1)
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw Pseudonyms.refusal(path, String(cString: strerror(errno))) }
      if read == 0 { break }
      count += read
    }
    guard count >= Pseudonyms.smallestKey, count <= Pseudonyms.largestKey else {
      throw Failure(
        .usage, "the key file \(path) holds \(count) bytes, not 16 to 1 MiB",
        help: "make one with: (umask 077; openssl rand -out '\(path)' 32)")
    }
    key = Array(bytes[..<count])
  }

  /// 64 lower-case hexadecimal digits.
  package func pseudonym(of identifier: String) -> String {
    var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    let text = Array(identifier.utf8)
    let made = HMAC(EVP_sha256(), key, Int32(key.count), text, text.count, &code, &length)
    // It fails only without memory; a name that says nothing is then better than the identifier.
    guard made != nil else { return "?" }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: code[..<Int(length)].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }

  private static func refusal(_ path: String, _ cause: String) -> Failure {
    Failure(.usage, "cannot read the key file \(path): \(cause)", help: "see --pseudonymise")
  }
}
