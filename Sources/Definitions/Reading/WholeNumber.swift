extension Int {
  /// A number of ASCII digits, and not of more than a count can have; nil for anything else, signs
  /// too.
  init?(wholeNumber text: some StringProtocol) {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    self.init(text)
  }
}
