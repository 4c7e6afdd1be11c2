import Campus

/// What is wrong with a command line, in one language. One file implements it for each language, and
/// the switches have no default: the compiler finds what a language lacks.
///
/// A ``Failure`` of the world, of a path, the system's cause or a library's, is told in English in
/// both languages: an administrator looks its words up.
protocol UsageWording: Sendable {
  func message(_ problem: UsageProblem) -> String
  /// What to do about it; nil where the message says it.
  func help(_ problem: UsageProblem) -> String?
}

extension Language {
  var usage: any UsageWording {
    switch self {
    case .english: EnglishUsageWording()
    case .traditionalChinese: TraditionalChineseUsageWording()
    }
  }
}
