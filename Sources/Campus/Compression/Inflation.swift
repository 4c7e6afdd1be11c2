import CIsal

/// Expands what `Deflation` compressed with a zlib wrapper, or zlib itself.
package enum Inflation {
  /// Nil when the bytes are damaged or do not give exactly that many.
  package static func expanded(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    guard let length = UInt32(exactly: bytes.count), let room = UInt32(exactly: size) else {
      return nil
    }
    let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
    defer { state.deallocate() }
    isal_inflate_init(state)
    state.pointee.crc_flag = UInt32(ISAL_ZLIB)
    var isWhole = false
    // Room for one byte at least: what has none is the storage that all empty arrays share.
    let output = [UInt8](unsafeUninitializedCapacity: max(1, size)) { output, count in
      bytes.withUnsafeBufferPointer { input in
        state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        state.pointee.avail_in = length
        state.pointee.next_out = output.baseAddress
        state.pointee.avail_out = room
        isWhole =
          isal_inflate_stateless(state) == ISAL_DECOMP_OK && state.pointee.avail_out == 0
      }
      count = isWhole ? size : 0
    }
    return isWhole ? output : nil
  }
}
