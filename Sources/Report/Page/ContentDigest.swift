import CLibcrypto

/// The digest by which a content security policy allows one text.
enum ContentDigest {
  /// `sha256-…` in Base64.
  static func source(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    guard EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil) == 1 else {
      // Without a digest the policy allows no style at all: plain, but safe.
      return "none"
    }
    var base64 = [UInt8](repeating: 0, count: (Int(length) + 2) / 3 * 4 + 1)
    let count = EVP_EncodeBlock(&base64, digest, Int32(length))
    return "sha256-" + String(decoding: base64.prefix(Int(count)), as: UTF8.self)
  }
}
