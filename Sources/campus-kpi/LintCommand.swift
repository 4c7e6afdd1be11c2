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
    let folder = try PipelineFolder(path: arguments["--pipelines"] ?? "pipelines")
    let problems = folder.lint()
    for problem in problems { console.err(problem.text(in: console.language) + "\n") }
    guard problems.isEmpty else { return .invalidDefinitions }
    var failed = 0
    var run = 0
    let pipeline = try folder.load(pipeline: "nightly")
    for definition in pipeline.kpis {
      let period = ReportingPeriod(day: definition.inForceFrom)
      let check = ExampleCheck(definition, scope: CountScope(pipeline: pipeline, period: period))
      run += definition.examples.count
      for failure in try check.run() {
        failed += 1
        console.err(message(failure, definition))
      }
    }
    guard failed == 0 else { return .invalidDefinitions }
    try console.out(
      console.language == .english
        ? "pipelines/ is valid: \(pipeline.kpis.count) definitions, \(run) worked examples hold\n"
        : "pipelines/ 無誤：\(pipeline.kpis.count) 份定義，\(run) 則範例全部成立\n")
    return .published
  }

  private func message(_ failed: ExampleCheck.Failed, _ definition: KPIDefinition) -> String {
    let outcome = failed.excludedBy.map { "left out by the rule '\($0)'" } ?? "counted"
    return "kpis/\(definition.name).yaml:\(failed.example.line): \(console.wording.error): "
      + "the example '\(failed.example.who)' is \(outcome) [example-fails]\n"
      + "help: correct the example or the rules\n"
  }
}
