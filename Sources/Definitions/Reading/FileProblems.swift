/// All problems found so far, in every file: reading goes on after one, so that a person sees all
/// of them at once.
final class ProblemLog {
  private(set) var problems: [DefinitionProblem] = []

  func add(_ problem: DefinitionProblem) { problems.append(problem) }
}

/// The problems of one file.
struct FileProblems {
  let file: String
  let log: ProblemLog

  func add(_ kind: DefinitionProblem.Kind, line: Int) {
    log.add(DefinitionProblem(file: file, line: line, kind: kind))
  }
}
