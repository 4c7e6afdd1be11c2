import CLibcrypto
import Campus

/// SHA-256 of a stream of bytes: the one door to libcrypto in this stage.
package struct Checksum: ~Copyable {
  private let context: OpaquePointer

  /// Throws `Failure(.bug)` when libcrypto offers no SHA-256.
  init() throws {
    guard let context = EVP_MD_CTX_new() else { throw Checksum.unavailable }
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      EVP_MD_CTX_free(context)
      throw Checksum.unavailable
    }
    self.context = context
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  /// The sum of everything added, in lower-case hexadecimal digits; nothing can be added after it.
  mutating func digits() -> String {
    var sum = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &sum, nil)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: sum.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The SHA-256 of some bytes in lower-case hexadecimal digits.
  package static func digits(of bytes: [UInt8]) throws -> String {
    var checksum = try Checksum()
    bytes.withUnsafeBufferPointer { checksum.add($0) }
    return checksum.digits()
  }

  private static var unavailable: Failure {
    Failure(.bug, "libcrypto offers no SHA-256")
  }
}
