import Definitions
import Testing

/// One mistake in an otherwise valid folder, and what is told about it.
struct Breakage: CustomTestStringConvertible, Sendable {
  let file: String
  let old: String
  let new: String
  let messages: [String]
  /// Other files may say that they miss what is broken here.
  var ignoresOthers = false
  var ignoresTheRest = false

  /// The messages without the file, which stands before each.
  init(_ file: String, _ old: String, _ new: String, _ messages: String...) {
    self.file = file
    self.old = old
    self.new = new
    self.messages = messages.map { "\(file):\($0)" }
  }

  /// What else is told follows from the mistake.
  func ignoringTheRest() -> Breakage {
    var copy = self
    copy.ignoresTheRest = true
    return copy
  }

  func ignoringOthers() -> Breakage {
    var copy = self
    copy.ignoresOthers = true
    return copy
  }

  var testDescription: String { "\(file): \(new.prefix(60))" }

  func folder() throws -> SmallFolder {
    let text = try #require(SmallFolder.files[file])
    try #require(text.contains(old), "\(file) does not have \(old)")
    return try SmallFolder([file: text.replacing(old, with: new, maxReplacements: 1)])
  }

  func check() throws {
    let problems = try folder().lint().filter { !ignoresOthers || $0.file == file }
    let told = problems.map { String($0.description.prefix { $0 != "\n" }) }
    #expect((ignoresTheRest ? told.filter(messages.contains) : told) == messages)
    for problem in problems {
      #expect(problem.message(in: .traditionalChinese) != problem.message(in: .english))
      #expect((problem.help(in: .traditionalChinese) == nil) == (problem.help(in: .english) == nil))
    }
  }
}
