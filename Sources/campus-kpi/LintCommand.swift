import Campus
import Count
import Definitions

/// `lint`: checks every file of `pipelines/` and runs the worked examples of each definition.
struct LintCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    let folder = try PipelineFolder(path: DefinitionsLocation.path(arguments))
    let contents = try folder.read()
    var problems = contents.problems
    var examples = 0
    // Rules that cannot be read have no examples to run.
    if problems.isEmpty {
      for definition in contents.kpis {
        let scope = CountScope(contents, day: definition.inForceFrom)
        examples += definition.examples.count
        problems += try ExampleCheck(definition, scope: scope).run().map { failed in
          DefinitionProblem(
            file: definition.file, line: failed.example.line,
            kind: .exampleFails(
              who: failed.example.who, expected: failed.example.outcome, found: failed.outcome))
        }
      }
    }
    for problem in problems { console.err(problem.text(in: console.language) + "\n") }
    guard problems.isEmpty else { return .invalidDefinitions }
    let hold = console.language.commands.hold(
      folder: folder.path, definitions: contents.kpis.count, examples: examples)
    try console.out(hold + "\n")
    return .published
  }
}
