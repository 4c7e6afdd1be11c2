/// Byte strings made ready once each, to be written many times: the words of a column as a format
/// writes them.
package struct RenderedWords: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word is in `bytes`; empty at -1 until it is asked for.
  private var places: [(start: Int, end: Int)]

  package init(count: Int) {
    places = Array(repeating: (-1, -1), count: count)
  }

  /// Writes a word behind what is there.
  ///
  /// - Parameter render: makes the bytes of the word, the first time that it is asked for.
  @inline(__always)
  package mutating func write(
    _ number: Int, to output: inout [UInt8], render: (inout [UInt8]) -> Void
  ) {
    if places[number].start < 0 {
      let start = bytes.count
      render(&bytes)
      places[number] = (start, bytes.count)
    }
    let (start, end) = places[number]
    bytes.withUnsafeBufferPointer {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }
}
