import CIsal

/// The checksum of ZIP and gzip (ISO 3309), piece by piece.
package struct CRC32 {
  package private(set) var value: UInt32 = 0

  package init() {}

  package mutating func append(_ piece: [UInt8]) {
    value = piece.withUnsafeBufferPointer {
      crc32_gzip_refl(value, $0.baseAddress, UInt64($0.count))
    }
  }
}
