import Campus

/// All problems found so far, in every file: reading goes on after one, so that a person sees all
/// of them at once.
final class ProblemLog {
  private(set) var problems: [DefinitionProblem] = []
  /// The first read that failed, which makes everything else that was found doubtful.
  private(set) var failure: Failure?

  func add(_ problem: DefinitionProblem) { problems.append(problem) }

  func add(_ fault: Fault, of file: String) {
    switch fault {
    case .invalid(let line, let kind): add(DefinitionProblem(file: file, line: line, kind: kind))
    case .unreadable(.problem(let kind)): add(DefinitionProblem(file: file, line: 0, kind: kind))
    case .unreadable(.failure(let failure)): self.failure = self.failure ?? failure
    }
  }
}

/// The problems of one file.
struct FileProblems {
  let file: String
  let log: ProblemLog

  func add(_ kind: DefinitionProblem.Kind, line: Int) {
    log.add(DefinitionProblem(file: file, line: line, kind: kind))
  }
}
