import Campus

/// Reads `pipelines/targets.csv`: the target of a KPI for a span of days.
enum TargetsFile {
  static func read(_ bytes: [UInt8], knownKPIs: [String], problems: FileProblems)
    -> [PipelineDefinition.Target]
  {
    let columns = ["kpi", "from", "to", "target"]
    guard let sheet = CSVSheet(bytes, columns: columns, problems: problems) else { return [] }
    var targets: [(target: PipelineDefinition.Target, line: Int)] = []
    for row in sheet.rows {
      let kpi = row.required("kpi", problems)
      if let kpi, !knownKPIs.contains(kpi) {
        let nearest = NearestWord.to(kpi, among: knownKPIs)
        problems.add(.unknownName(.kpi, name: kpi, nearest: nearest), line: row.line)
      }
      let from = row.required("from", problems).flatMap { _ in row.date("from", problems) }
      let to = row.required("to", problems).flatMap { _ in row.date("to", problems) }
      let value = row.required("target", problems).flatMap { Int(wholeNumber: $0) }
      if value == nil, !row["target"].isEmpty {
        problems.add(
          .invalidValue(key: "target", word: row["target"], expected: .wholeNumber), line: row.line)
      }
      guard let kpi, let from, let to, let value else { continue }
      guard from <= to else {
        problems.add(.endBeforeStart(from: from.description, to: to.description), line: row.line)
        continue
      }
      let target = PipelineDefinition.Target(kpi: kpi, from: from, to: to, value: value)
      if let other = targets.first(where: { clash($0.target, target) }) {
        problems.add(.overlappingTargets(kpi: kpi, firstLine: other.line), line: row.line)
      }
      targets.append((target, row.line))
    }
    return targets.map(\.target)
  }

  /// A span may hold another, as the academic year holds the programme's months; two that are the
  /// same, or of which each has days that the other lacks, contradict each other.
  private static func clash(
    _ first: PipelineDefinition.Target, _ second: PipelineDefinition.Target
  ) -> Bool {
    guard first.kpi == second.kpi, first.from <= second.to, second.from <= first.to else {
      return false
    }
    let holds = first.from <= second.from && second.to <= first.to
    let isHeld = second.from <= first.from && first.to <= second.to
    return holds == isHeld
  }
}
