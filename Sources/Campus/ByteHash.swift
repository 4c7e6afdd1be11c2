import CXxhash

/// A hash of a byte string of 128 bits, XXH3: the one door to xxHash.
///
/// Not our own: strings that are alike but for a digit or their length must not have the same one,
/// which takes more than multiplying and folding.
package struct ByteHash: Sendable {
  package let low: UInt64
  package let high: UInt64

  @inline(__always)
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let hash = xxh3_128(bytes.baseAddress, bytes.count)
    low = hash.low64
    high = hash.high64
  }
}
