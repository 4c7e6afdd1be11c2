import Campus
import Definitions
import Glibc
import Store

/// What a run works on: the pipeline's defaults, and what the command line says instead.
struct RunSettings {
  let pipeline: PipelineDefinition
  let period: ReportingPeriod
  let input: String
  private let outputFolder: String?
  private let databaseWord: String?
  /// Seconds since 1 January 1970: the one clock of a run.
  let now = time(nil)
  private let arguments: Arguments

  /// - Parameter name: the pipeline, such as `nightly`.
  init(_ arguments: Arguments, pipeline name: String?) throws {
    self.arguments = arguments
    let folder = arguments["--pipelines"] ?? "pipelines"
    pipeline = try PipelineFolder(path: folder).load(pipeline: name ?? "nightly")
    let base = RunSettings.parent(of: folder)
    guard let period = try RunSettings.period(arguments) ?? pipeline.period else {
      throw Failure(
        .usage, "no period is given", help: "use --period 2025-08-01..2025-12-31 or --academic-year"
      )
    }
    self.period = period
    try RunSettings.requireDefinitions(pipeline, on: period.from)
    guard let input = arguments["--input"] ?? pipeline.input.map({ RunSettings.path($0, in: base) })
    else {
      throw Failure(.usage, "no input folder is given", help: "use --input DIR")
    }
    self.input = input
    outputFolder =
      arguments["--output"] ?? pipeline.output.map { RunSettings.path($0, in: base) }
    databaseWord = pipeline.database
  }

  /// Throws when neither the command line nor the pipeline names one.
  func output() throws -> String {
    guard let outputFolder else {
      throw Failure(.usage, "no output folder is given", help: "use --output DIR")
    }
    return outputFolder
  }

  /// The database: as the command line names it, or as the pipeline does, in the output folder
  /// whose revisions it counts. Beside a PostgreSQL database it is the pipeline's file or the usual.
  func database() throws -> String {
    let named = try arguments["--database"].map { try DatabaseAddress($0) }
    if let file = named?.file { return file }
    let usual = try databaseWord.map { try DatabaseAddress($0) }
    guard named != nil || usual != nil else {
      throw Failure(.usage, "no database is given", help: "use --database FILE")
    }
    return RunSettings.path(usual?.file ?? DatabaseAddress.usualFile, in: try output() + "/")
  }

  /// A connection to the PostgreSQL database that is to hold a copy; nil where none is named.
  func databaseCopy() throws -> (any StoreCopy)? {
    try (arguments["--database"] ?? databaseWord).flatMap { try DatabaseAddress($0).copy() }
  }

  func record(started: String) throws -> RunRecord {
    RunRecord(
      pipeline: pipeline.name, period: period, school: pipeline.school,
      program: CommandLineTool.version, started: started, language: try reportLanguage(),
      options: reportOptions.map(\.rawValue))
  }

  /// The options of the reports that the command line gives.
  var reportOptions: [RunReports.Option] {
    RunReports.Option.allCases.filter { arguments.has($0.name) }
  }

  /// Chinese unless the command line asks for English: a locale must not change a report's bytes.
  private func reportLanguage() throws -> Language {
    guard let word = arguments["--language"] else { return .traditionalChinese }
    return try Console.language(option: word) { _ in nil }
  }

  private static func path(_ path: String, in base: String) -> String {
    path.hasPrefix("/") ? path : base + path
  }

  /// A KPI that no definition counts in the period would be missing from the fourteen.
  private static func requireDefinitions(_ pipeline: PipelineDefinition, on day: CalendarDate)
    throws
  {
    let inForce = Set(pipeline.kpisInForce(on: day).map(\.id))
    let first = Dictionary(
      pipeline.kpis.filter { !inForce.contains($0.id) }.map { ($0.id, $0.inForceFrom) },
      uniquingKeysWith: min)
    guard let latest = first.values.max() else { return }
    throw Failure(
      .usage,
      "no definition of \(first.keys.sorted().joined(separator: ", ")) is in force on \(day)",
      help: "begin the period on \(latest) or later, or add definitions to pipelines/kpis/")
  }

  /// The one period option that is given, or nil.
  static func period(_ arguments: Arguments) throws -> ReportingPeriod? {
    let given = PeriodOption.allCases.filter { arguments.has($0.optionName) }
    guard given.count <= 1 else {
      throw Failure(
        .usage, "only one of \(given.map(\.optionName).joined(separator: ", ")) is allowed")
    }
    guard let option = given.first, let word = arguments[option.optionName] else { return nil }
    guard let period = option.period(word) else {
      throw Failure(
        .usage, "'\(word)' is not a value of \(option.optionName)",
        help: "such as \(option.example)")
    }
    return period
  }

  /// The folder above `pipelines/`, to which paths in pipeline files are relative; ends in `/`
  /// unless it is the current one.
  private static func parent(of folder: String) -> String {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: true)
    let root = folder.hasPrefix("/") ? "/" : ""
    let parent = root + parts.dropLast().joined(separator: "/")
    return parent.isEmpty || parent == "/" ? parent : parent + "/"
  }
}

extension PeriodOption {
  /// `--academic-year` for `academic_year`.
  var optionName: String { "--" + rawValue.replacing("_", with: "-") }
}
