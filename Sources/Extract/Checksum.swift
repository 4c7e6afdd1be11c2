import CLibcrypto

/// SHA-256 of a stream of bytes: the one door to libcrypto in this stage.
///
/// By the functions below EVP. EVP begins with tables of every cipher and digest and reads the
/// configuration of libcrypto, which takes longer than the sums of two megabytes. OpenSSL advises
/// against these functions because no configuration can put others in their place; a sum that only
/// says whether bytes are the same needs none.
package struct Checksum {
  private var context = SHA256_CTX()

  init() { SHA256_Init(&context) }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    SHA256_Update(&context, bytes.baseAddress, bytes.count)
  }

  /// The sum of everything added, in lower-case hexadecimal digits; nothing can be added after it.
  mutating func digits() -> String {
    var sum = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256_Final(&sum, &context)
    let digits: StaticString = "0123456789abcdef"
    return String(unsafeUninitializedCapacity: 2 * sum.count) { text in
      for (index, byte) in sum.enumerated() {
        text[2 * index] = digits.utf8Start[Int(byte >> 4)]
        text[2 * index + 1] = digits.utf8Start[Int(byte & 15)]
      }
      return 2 * sum.count
    }
  }

  /// The SHA-256 of some bytes in lower-case hexadecimal digits.
  package static func digits(of bytes: [UInt8]) -> String {
    var checksum = Checksum()
    bytes.withUnsafeBufferPointer { checksum.add($0) }
    return checksum.digits()
  }
}
