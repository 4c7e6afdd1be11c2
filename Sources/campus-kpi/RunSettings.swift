import Campus
import Definitions
import Glibc

/// What a run works on: the pipeline's defaults, and what the command line says instead.
struct RunSettings {
  let pipeline: PipelineDefinition
  let period: ReportingPeriod
  let input: String
  let output: String?
  /// Seconds since 1 January 1970: the one clock of a run.
  let now = time(nil)
  /// How many threads work; no result depends on it.
  let threads = getenv("CAMPUS_KPI_THREADS").flatMap { Int(String(cString: $0)) }
    ?? Workers.usualCount

  /// - Parameter name: the pipeline, such as `nightly`.
  init(_ arguments: Arguments, pipeline name: String?) throws {
    let folder = arguments["--pipelines"] ?? "pipelines"
    pipeline = try PipelineFolder(path: folder).load(pipeline: name ?? "nightly")
    let base = RunSettings.parent(of: folder)
    guard let period = try RunSettings.period(arguments) ?? pipeline.period else {
      throw Failure(
        .usage, "no period is given", help: "use --period 2025-08-01..2025-12-31 or --academic-year"
      )
    }
    self.period = period
    guard let input = arguments["--input"] ?? pipeline.input.map({ base + $0 }) else {
      throw Failure(.usage, "no input folder is given", help: "use --input DIR")
    }
    self.input = input
    output = arguments["--output"] ?? pipeline.output.map { base + $0 }
  }

  /// The one period option that is given, or nil.
  private static func period(_ arguments: Arguments) throws -> ReportingPeriod? {
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
