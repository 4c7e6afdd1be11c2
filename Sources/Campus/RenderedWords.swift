/// Byte strings made ready once each, to be written many times: the words of a column as a format
/// writes them.
package struct RenderedWords: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word is in `bytes`; at -1 until it is made ready.
  private var places: [(start: Int, end: Int)]

  package init(count: Int) {
    places = Array(repeating: (-1, -1), count: count)
  }

  @inline(__always)
  package func isReady(_ number: Int) -> Bool { places[number].start >= 0 }

  /// Makes a word ready unless it is.
  @inline(__always)
  package mutating func prepare(_ number: Int, render: (inout [UInt8]) -> Void) {
    guard !isReady(number) else { return }
    let start = bytes.count
    render(&bytes)
    places[number] = (start, bytes.count)
  }

  /// The bytes of a word that is ready.
  package func length(of number: Int) -> Int { places[number].end - places[number].start }

  /// Writes a word that is ready behind what is there.
  @inline(__always)
  package func write(_ number: Int, to output: inout [UInt8]) {
    let (start, end) = places[number]
    bytes.withUnsafeBufferPointer {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[start..<end]))
    }
  }

  /// Writes words that are ready, with some bytes before each of them. Room is made for all at once,
  /// which takes less time than for each.
  package func write(
    _ numbers: ArraySlice<Int32>, before each: [UInt8] = [], to output: inout [UInt8]
  ) {
    let total = numbers.reduce(numbers.count * each.count) { $0 + length(of: Int($1)) }
    output.append(addingCapacity: total) { span in
      span.withUnsafeMutableBufferPointer { buffer, count in
        // All of it fits: the lengths are those that were added up.
        for number in numbers {
          let (start, end) = places[Int(number)]
          _ = buffer[count...].initialize(fromContentsOf: each)
          _ = buffer[(count + each.count)...].initialize(fromContentsOf: bytes[start..<end])
          count += each.count + end - start
        }
      }
    }
  }

  /// Makes a word ready, unless it is, and writes it.
  @inline(__always)
  package mutating func write(
    _ number: Int, to output: inout [UInt8], render: (inout [UInt8]) -> Void
  ) {
    prepare(number, render: render)
    write(number, to: &output)
  }
}
