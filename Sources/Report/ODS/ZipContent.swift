/// What an entry of a ZIP archive holds.
protocol ZipContent {
  /// Hands over the content piece by piece.
  func forEachPiece(_ take: ([UInt8]) -> Void)
}

extension [UInt8]: ZipContent {
  func forEachPiece(_ take: ([UInt8]) -> Void) { take(self) }
}
