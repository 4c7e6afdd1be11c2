import Campus
import Count
import Definitions
import Extract
import Report
import Transform

/// `run open-data`: KPI 9 and KPI 4 of any school from the ministry's published tables.
struct OpenDataCommand {
  static let pipelineName = "open-data"

  private let arguments: Arguments
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  func run() throws -> ExitStatus {
    // 1. What to do.
    let json = try OutputFormat(arguments) == .json
    let academicYear = try academicYear()
    guard let input = arguments["--input"] else {
      throw UsageProblem.notGiven(.input)
    }
    let folder = try PipelineFolder(path: DefinitionsLocation.path(arguments))
    let definition = try folder.loadOpenData(pipeline: OpenDataCommand.pipelineName)
    // 2. Published tables to sums.
    var findings: [Finding] = []
    let tables = try read(definition, from: input) { findings.append($0) }
    FindingPrinter(console: console).print(findings)
    guard !findings.contains(where: \.problem.stopsPublication) else {
      return .dataStoppedPublication
    }
    var counter = OpenDataCounter(definition)
    let result = try counter.count(tables, academicYear: academicYear).only(try school())
    // 3. Show.
    let titles = Dictionary(
      try folder.read().kpis.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    let report = OpenDataReport(
      result, titles: titles,
      inputs: definition.tables.flatMap { tables[$0.source.name]?.files ?? [] },
      open: definition.open)
    try console.out(json ? report.json() : report.table(console.language))
    return .published
  }

  private func read(
    _ definition: OpenDataDefinition, from input: String, report: @escaping (Finding) -> Void
  ) throws -> [String: Table] {
    let beginnings = definition.tables.flatMap { table in
      table.fileBeginnings.map { (source: table.source.name, beginning: $0) }
    }
    let folder = try InputFolder(path: input, beginnings: beginnings, report: report)
    let manifest = try folder.manifest(report: report)
    var tables: [String: Table] = [:]
    for table in definition.tables {
      let files = folder.files(of: table.source.name)
      guard !files.isEmpty else { continue }
      let kept = Set(table.source.columns.map(\.name))
      let read = try SourceReading(contract: table.source, keep: kept)
        .read(files, manifest: manifest, workers: Workers())
      read.findings.forEach(report)
      tables[table.source.name] = read.table
    }
    return tables
  }

  private func academicYear() throws -> Int? {
    for option in PeriodOption.allCases
    where option != .academicYear && arguments.has(option.optionName) {
      throw UsageProblem.openDataPeriod(option: option.optionName)
    }
    guard let word = arguments[PeriodOption.academicYear.optionName] else { return nil }
    guard let year = Int(word), (1...199).contains(year) else {
      throw UsageProblem.invalidAcademicYear(word)
    }
    return year
  }

  private func school() throws -> Int? {
    guard let word = arguments["--school"] else { return nil }
    guard let code = Int(word) else {
      throw UsageProblem.invalidSchool(word)
    }
    return code
  }
}

extension OpenDataResult {
  /// One school's values, or all of them for nil. Throws when no table names the school.
  fileprivate func only(_ code: Int?) throws -> OpenDataResult {
    guard let code else { return self }
    guard let found = schools.first(where: { Int($0.school.code) == code }) else {
      throw UsageProblem.noSchool(code: code)
    }
    return OpenDataResult(schools: [found], totals: found.values, tables: tables)
  }
}
