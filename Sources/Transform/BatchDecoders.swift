import Campus

/// Decoders of one source for as many threads as ask: each remembers the spellings it has seen, and
/// none is used by two threads at once.
package final class BatchDecoders: Sendable {
  private let fresh: BatchDecoder
  private let idle = Guarded<[BatchDecoder]>([])

  init(_ fresh: BatchDecoder) {
    self.fresh = fresh
  }

  /// Reads a batch. What comes out does not depend on the decoder.
  package func decode(_ batch: RecordBatch) -> DecodedBatch {
    var decoder = idle.withLock { $0.popLast() } ?? fresh
    let decoded = decoder.decode(batch)
    idle.withLock { $0.append(decoder) }
    return decoded
  }
}
