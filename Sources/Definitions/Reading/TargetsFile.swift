import Campus

/// Reads `pipelines/targets.csv`: the target of a KPI for a span of days.
enum TargetsFile {
  static func read(_ bytes: [UInt8], knownKPIs: [String], problems: FileProblems)
    -> [PipelineDefinition.Target]
  {
    let columns = ["kpi", "from", "to", "target"]
    guard let sheet = CSVSheet(bytes, columns: columns, problems: problems) else { return [] }
    var targets: [Row] = []
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
      targets.append(Row(target: target, line: row.line))
    }
    for rows in Dictionary(grouping: targets, by: \.target.kpi).values {
      tellClashes(rows, problems)
    }
    return targets.map(\.target)
  }

  private struct Row {
    let target: PipelineDefinition.Target
    let line: Int
  }

  /// A span may hold another, as the academic year holds the programme's months; two that are the
  /// same, or of which each has days that the other lacks, contradict each other. Of one KPI, so
  /// that each span need only be held against those around it.
  private static func tellClashes(_ rows: [Row], _ problems: FileProblems) {
    let byStart = rows.sorted { left, right in
      left.target.from != right.target.from
        ? left.target.from < right.target.from
        : left.target.to != right.target.to
          ? left.target.to > right.target.to : left.line < right.line
    }
    // Each holds the next one.
    var around: [Row] = []
    for row in byStart {
      while let last = around.last, last.target.to < row.target.from { around.removeLast() }
      if let other = around.last, !holds(other.target, row.target) {
        problems.add(
          .overlappingTargets(kpi: row.target.kpi, firstLine: min(other.line, row.line)),
          line: max(other.line, row.line))
      } else {
        around.append(row)
      }
    }
  }

  /// Whether the first of two spans, which begins no later, has all days of the other and more.
  private static func holds(
    _ first: PipelineDefinition.Target, _ second: PipelineDefinition.Target
  ) -> Bool {
    second.to <= first.to && (first.from, first.to) != (second.from, second.to)
  }
}
