import Campus

/// Something wrong in `pipelines/`: where, what, and what to do about it. The wording stands in
/// `Wording/`, one file a language.
package struct DefinitionProblem: Hashable, Sendable {
  /// The file's path below `pipelines/`.
  package let file: String
  /// From 1; 0 when the whole file is meant.
  package let line: Int
  package let kind: Kind

  package init(file: String, line: Int, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  /// What is wrong, without the place.
  package func message(in language: Language) -> String {
    switch language {
    case .english: EnglishDefinitionWording.message(kind)
    case .traditionalChinese: ChineseDefinitionWording.message(kind)
    }
  }

  /// What to do about it, where that does not go without saying.
  package func help(in language: Language) -> String? {
    switch language {
    case .english: EnglishDefinitionWording.help(kind)
    case .traditionalChinese: ChineseDefinitionWording.help(kind)
    }
  }

  /// `kpis/kpi-04/2020-08-01.yaml:12`.
  package var place: String { SourceLocation(file: file, line: line).description }

  /// The problem as a compiler writes one, with its stable code: one line, and a second for the help.
  package func text(in language: Language) -> String {
    let first = "\(place): \(language.wording.error): \(message(in: language)) [\(kind.code)]"
    return help(in: language).map { "\(first)\nhelp: \($0)" } ?? first
  }
}

extension DefinitionProblem: CustomStringConvertible {
  package var description: String { text(in: .english) }
}

extension DefinitionProblem: Comparable {
  /// By file and line; what is told of one line stays in the order of its wording.
  package static func < (left: DefinitionProblem, right: DefinitionProblem) -> Bool {
    if left.file != right.file { return left.file < right.file }
    if left.line != right.line { return left.line < right.line }
    return left.message(in: .english) < right.message(in: .english)
  }
}

/// `pipelines/` is invalid: everything that is wrong with it, in the order of files and lines.
package struct InvalidDefinitions: Error, Sendable {
  package let problems: [DefinitionProblem]

  package init(problems: [DefinitionProblem]) {
    self.problems = problems
  }

  /// How the run ends, with every problem.
  package func failure(in language: Language) -> Failure {
    Failure(.invalidDefinitions, problems.map { $0.text(in: language) }.joined(separator: "\n"))
  }
}
