extension Array {
  /// An array of so many elements, each of which the body writes.
  ///
  /// For none the body is not called. The initialiser of the standard library that is called otherwise
  /// would write into the storage that all empty arrays share, which ThreadSanitizer takes for a race.
  @inlinable
  package init(
    count: Int, filledBy body: (UnsafeMutableBufferPointer<Element>) throws -> Void
  ) rethrows {
    guard count > 0 else {
      self = []
      return
    }
    try self.init(unsafeUninitializedCapacity: count) { elements, filled in
      try body(elements)
      filled = count
    }
  }
}
