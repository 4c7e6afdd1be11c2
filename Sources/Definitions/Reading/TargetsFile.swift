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
      let value = row.required("target", problems).flatMap { wholeNumber($0) }
      if value == nil, !row["target"].isEmpty {
        problems.add(
          .invalidValue(key: "target", word: row["target"], expected: .wholeNumber), line: row.line)
      }
      guard let kpi, let from, let to, let value else { continue }
      guard from <= to else {
        problems.add(.endBeforeStart(from: from.description, to: to.description), line: row.line)
        continue
      }
      let other = targets.first { $0.target.kpi == kpi && $0.target.from <= to && from <= $0.target.to }
      if let other {
        problems.add(.overlappingTargets(kpi: kpi, firstLine: other.line), line: row.line)
      }
      targets.append((PipelineDefinition.Target(kpi: kpi, from: from, to: to, value: value), row.line))
    }
    return targets.map(\.target)
  }

  /// ASCII digits, and not more of them than a count can have.
  static func wholeNumber(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }
}
