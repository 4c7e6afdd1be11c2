import Campus

/// The sentences about the KPIs of a run that stand beside their numbers.
struct KPINotes {
  /// By number of the KPI.
  private let warnings: [Int: [String]]

  init(_ run: RunResult) {
    warnings = Dictionary(
      run.kpis.map { ($0.number, KPINotes.warnings($0, run.findings)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// 說明: why there is no number, or its reference date, figures and further observations.
  static func remark(_ kpi: KPIResult) -> String {
    if let reason = kpi.reason { return reason }
    var parts: [String] = []
    if let date = kpi.referenceDate { parts.append("基準日 \(date)") }
    parts += kpi.figures.map { "\($0.label) \($0.value)" }
    parts += kpi.observations.map { "\($0.referenceDate) 觀察值 \($0.value)" }
    return parts.joined(separator: "；")
  }

  /// The warnings that bear on the number, each as one sentence.
  func warnings(_ kpi: KPIResult) -> [String] { warnings[kpi.number] ?? [] }

  private static func warnings(_ kpi: KPIResult, _ findings: [FindingRecord]) -> [String] {
    kpi.warnings.flatMap { code -> [String] in
      // Thousands of rows may have one message.
      var known: Set<String> = []
      var sentences: [String] = []
      for finding in findings where finding.code == code {
        let message = finding.chinese
        // Such a message names the KPIs that it concerns.
        guard known.insert(message).inserted, message.contains(kpi.id) else { continue }
        sentences.append(message + " [\(code)]")
      }
      return sentences.isEmpty ? ["[\(code)]"] : sentences
    }
  }
}
