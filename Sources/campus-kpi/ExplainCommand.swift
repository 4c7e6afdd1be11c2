import Campus
import Count
import Definitions
import Report

/// `explain`: the definition of a KPI and how many rows each rule leaves out; with a key, the
/// verdict on that person, article or project.
struct ExplainCommand {
  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    let settings = try RunSettings(arguments, pipeline: arguments["--pipeline"])
    let definition = try definition(arguments.operands[0], settings)
    let progress = Progress(
      steps: settings.pipeline.sources.count, quiet: false, console: console)
    let computation = try Computation(settings, progress: progress)
    guard !computation.stopsPublication,
      let outcome = computation.outcomes.first(where: { $0.result.id == definition.id })
    else {
      FindingPrinter(console: console).print(computation.staleness + computation.findings)
      return .dataStoppedPublication
    }
    if let key = arguments["--key"] {
      let counter = KPICounter(
        definition, scope: CountScope(pipeline: settings.pipeline, period: settings.period))
      let explanation = try counter.explain(key: key, TableSet(computation.tables))
      try console.out(
        ExplanationText.text(explanation, outcome.result, key: key, language: console.language))
      if let published = try PublishedVerdict(
        key: key, kpi: definition.number, settings: settings)
      {
        try console.out(ExplanationText.text(published, language: console.language))
      }
      return .published
    }
    try console.out(DefinitionText.text(definition, outcome.result, language: console.language))
    return .published
  }

  /// `4`, `04` or `kpi-04`.
  private func definition(_ word: String, _ settings: RunSettings) throws -> KPIDefinition {
    let digits = word.lowercased().hasPrefix("kpi-") ? String(word.dropFirst(4)) : word
    let inForce = settings.pipeline.kpisInForce(on: settings.period.from)
    guard let number = Int(digits), let found = inForce.first(where: { $0.number == number })
    else {
      throw UsageProblem.noKPI(word)
    }
    return found
  }
}
