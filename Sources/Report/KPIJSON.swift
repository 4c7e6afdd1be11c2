import Campus

/// `kpi.json`, for programs (reports.md, section 1).
package enum KPIJSON {
  package static func text(_ run: RunResult) -> String {
    String(decoding: bytes(run), as: UTF8.self)
  }

  package static func bytes(_ run: RunResult) -> [UInt8] { document(run).bytes() + [10] }

  private static func document(_ run: RunResult) -> JSONValue {
    .object([
      ("format", .integer(1)),
      (
        "school",
        .object([("code", .string(run.school.code)), ("name", .string(run.school.name))])
      ),
      (
        "period",
        .object([
          ("from", .string(run.period.from.description)),
          ("to", .string(run.period.to.description)), ("label", .string(run.period.label)),
        ])
      ),
      ("revision", .integer(run.revision)),
      ("inputs", .array(run.inputs.map(JSONValue.input))),
      (
        "kpis",
        .array(
          run.kpis.map { found in
            kpi(found, run.annotations.filter { $0.kpi == found.number }.map(\.text))
          })
      ),
    ])
  }

  /// Annotations are given after the publication: without any the bytes are the published ones.
  private static func kpi(_ kpi: KPIResult, _ annotations: [String]) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("number", .integer(kpi.number)), ("id", .string(kpi.id)), ("title", .string(kpi.title)),
      ("source", .string(kpi.dataSource)), ("unit", .string(kpi.unit)),
      ("definition", .string(kpi.definition)), ("status", .string(kpi.status.rawValue)),
    ]
    if let reason = kpi.reason { members.append(("reason", .string(reason))) }
    members += [
      ("value", .optional(kpi.value)), ("target", .optional(kpi.target)),
      ("achievement", kpi.achievement.map { .number($0) } ?? .null),
      ("reference_date", .optional(kpi.referenceDate?.description)),
      ("figures", .array(kpi.figures.map(JSONValue.figure))),
      (
        "observations",
        .array(
          kpi.observations.map {
            .object([
              ("reference_date", .string($0.referenceDate.description)),
              ("value", .integer($0.value)),
            ])
          })
      ),
      (
        "breakdown",
        .array(
          kpi.breakdown.map {
            .object([
              ("by", .string($0.by)), ("key", .string($0.key)), ("label", .string($0.label)),
              ("value", .integer($0.value)),
            ])
          })
      ),
      ("rows", kpi.funnel.map(JSONValue.rows) ?? .null),
      (
        "excluded",
        .array(
          kpi.exclusions.map {
            .object([
              ("rule", .string($0.rule)), ("reason", .string($0.reason)),
              ("rows", .integer($0.rows)),
            ])
          })
      ),
      ("warnings", .array(kpi.warnings.map { .string($0) })),
      ("open", .array(kpi.open.map { .string($0) })),
    ]
    if !annotations.isEmpty {
      members.append(("annotations", .array(annotations.map { .string($0) })))
    }
    return .object(members)
  }
}

/// The parts of a result that several documents hold.
extension JSONValue {
  static func input(_ file: FileSummary) -> JSONValue {
    .object([
      ("source", .string(file.source)), ("file", .string(file.file)),
      ("sha256", .string(file.sha256)), ("encoding", .string(file.encoding)),
      ("rows", .integer(file.rows)), ("rejected", .integer(file.rejected)),
      ("duplicates", .integer(file.duplicates)),
    ])
  }

  static func figure(_ figure: KPIResult.Figure) -> JSONValue {
    .object([
      ("key", .string(figure.key)), ("label", .string(figure.label)),
      ("value", .integer(figure.value)),
    ])
  }

  static func rows(_ funnel: KPIResult.Funnel) -> JSONValue {
    .object([
      ("read", .integer(funnel.read)), ("rejected", .integer(funnel.rejected)),
      ("duplicates", .integer(funnel.duplicates)), ("excluded", .integer(funnel.excluded)),
      ("counted", .integer(funnel.counted)),
    ])
  }
}
