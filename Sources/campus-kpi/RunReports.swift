import Campus
import Report
import Store

/// Every report of a run, from what the store keeps of it: a stored run gives the same bytes again.
struct RunReports {
  /// What the reports depend on beside the run, by the options of the command line. They are kept
  /// with the run, or it could not be written again.
  enum Option: String, CaseIterable {
    /// Identifiers in the evidence are replaced.
    case pseudonymise
    /// Small numbers on the page are withheld.
    case isPublic = "public"
    /// The page is printed to a PDF as well.
    case pdf

    var name: String { "--" + rawValue }
  }

  let language: Language
  let options: Set<Option>
  let pseudonyms: Pseudonyms?

  /// - Parameters:
  ///   - workers: those that write the tables and the evidence.
  ///   - then: called when every report is written, before anything is published.
  func rendering(
    on workers: Workers = Workers(), then: @escaping (RunResult) throws -> Void = { _ in }
  ) -> Rendering {
    // The source of each KPI, for the page: known when the evidence has been written.
    var sources: [Int: String] = [:]
    var tables: StartedJobs<ReportBytes>?
    return Rendering(
      begin: { [language] result, folder in
        tables = TableReports.start(result, on: workers)
        return workers.begin {
          try folder.write(to: "evidence/findings.csv") {
            try FindingsCSV.write(result.findings, language: language, to: $0)
          }
        }
      },
      evidence: { [pseudonyms] decisions, folder in
        sources[decisions.kpi] = decisions.source
        let name = "evidence/kpi-\(padded(decisions.kpi, 2)).csv"
        let file = workers.begin {
          try folder.write(to: name) {
            try EvidenceCSV.write(decisions, pseudonyms: pseudonyms, to: $0)
          }
        }
        // What is finished need not be kept in memory until all is.
        for file in try tables?.finished() ?? [] { try folder.write(file.bytes, to: file.path) }
        return file
      },
      reports: { result, folder in
        try folder.write(KPIJSON.bytes(result), to: "kpi.json")
        try writePage(result, sources, folder)
        guard let started = tables else { throw Failure(.bug, "no table was begun") }
        tables = nil
        for file in try started.values() { try folder.write(file.bytes, to: file.path) }
        if let restatement = result.restatement {
          try folder.write(
            RestatementCSV.bytes(restatement, pseudonyms: pseudonyms), to: "restatement.csv")
        }
        if !result.corrections.isEmpty {
          try folder.write(
            CorrectionsCSV.bytes(result.corrections, pseudonyms: pseudonyms),
            to: "evidence/corrections.csv")
        }
        try then(result)
      })
  }

  private func writePage(
    _ result: RunResult, _ sources: [Int: String], _ folder: RevisionFolder
  ) throws {
    let definitions = result.kpis.map { kpi in
      (kpi.number, PageContent.Definition(text: kpi.text, source: sources[kpi.number] ?? ""))
    }
    let content = PageContent(
      run: result, definitions: Dictionary(uniqueKeysWithValues: definitions),
      history: result.history)
    let html = ReportPage.html(
      content, language: language, isPublic: options.contains(.isPublic))
    try folder.write(html, to: "report.html")
    if options.contains(.pdf) {
      try folder.write(try PagePDF().print(html, period: result.period), to: "report.pdf")
    }
  }
}

extension RunReports {
  /// The reports of a stored run, in its language and with its options, or the bytes would differ.
  /// Throws when its pseudonyms cannot be made without the key.
  init(of run: StoredRun, pseudonyms: Pseudonyms?) throws {
    let options = Set(run.options.compactMap(Option.init))
    if options.contains(.pseudonymise), pseudonyms == nil {
      throw UsageProblem.pseudonymsNeeded(run: run.run)
    }
    self.init(language: run.language, options: options, pseudonyms: pseudonyms)
  }
}
