import Campus

/// Reads every file of `pipelines/` once, each against those it refers to: lists, then sources, then
/// terms, then KPIs, then layouts, targets and pipelines.
struct FolderReader {
  let files: FolderFiles
  let log = ProblemLog()
  private(set) var contents = FolderContents()
  /// The folder that was read from last.
  private var folder: OpenFolder?
  private var ahead: ReadAhead
  private var lists = CodeLists()
  private var sources: [String: SourceReading] = [:]
  private var sourceNames: [String] = []
  private var terms: [TermsReading] = []
  private var kpiNames: [String] = []

  init(files: FolderFiles) {
    self.files = files
    ahead = ReadAhead(files)
  }

  /// Throws when a file could not be read, whatever else is wrong.
  mutating func read() throws(Failure) -> FolderContents {
    readCodeLists()
    readSources()
    readTerms()
    readKPIs()
    readLayouts()
    readPipelines()
    if let failure = log.failure { throw failure }
    contents.problems = log.problems.sorted()
    return contents
  }

  private mutating func readCodeLists() {
    let names = stems(in: "codes", ending: ".csv")
    // The partners' countries are looked up on the list of countries.
    let partners = CodeLists.benchmarkPartners
    for name in names.filter({ $0 != partners }) + names.filter({ $0 == partners }) {
      let path = "codes/\(name).csv"
      let problems = FileProblems(file: path, log: log)
      guard let bytes = bytes(path) else {
        lists.add(nil, name: name)
        continue
      }
      switch name {
      case partners:
        let countries = lists.usable(CodeLists.countries)
        let file = BenchmarkPartnersFile(
          bytes, name: name, countries: countries, problems: problems)
        lists.add(file?.list, name: name)
        contents.benchmarkPartners = file?.partners ?? []
      case CodeLists.countries:
        lists.add(
          CodeListFile.readCountries(bytes, name: name, problems: problems), name: name)
      default:
        lists.add(CodeListFile.read(bytes, name: name, problems: problems), name: name)
      }
    }
    contents.codeLists = lists.lists
  }

  private mutating func readSources() {
    sourceNames = stems(in: "sources", ending: ".yaml")
    for name in sourceNames {
      let path = "sources/\(name).yaml"
      let problems = FileProblems(file: path, log: log)
      guard let node = yaml(path) else { continue }
      sources[name] = SourceFile(name: name, lists: lists, problems: problems).read(node)
    }
    contents.sources = sourceNames.compactMap { sources[$0]?.contract }
  }

  private mutating func readTerms() {
    for version in versions(in: "kpis/terms") {
      let problems = FileProblems(file: version.path, log: log)
      guard let node = yaml(version.path) else {
        let none = Terms(inForceFrom: version.date, terms: [:])
        terms.append(TermsReading(terms: none, names: [], isReadable: false))
        continue
      }
      let file = TermsFile(
        inForceFrom: version.date, sources: sourceNames.compactMap { sources[$0] },
        sourcesAreUnknown: sources.count < sourceNames.count, lists: lists, problems: problems)
      terms.append(file.read(node))
    }
    contents.terms = terms.map(\.terms)
  }

  private mutating func readKPIs() {
    let context = DefinitionContext(
      sources: sources, sourceNames: sourceNames, lists: lists, terms: terms)
    for entry in entries(of: "kpis") where entry.name != "terms" {
      guard let number = Names.kpiNumber(entry.name), entry.isFolder else {
        if !FolderReader.isReadme(entry) {
          tell(.invalidFileName(expected: .kpiName), "kpis/\(entry.name)")
        }
        continue
      }
      kpiNames.append(entry.name)
      let versions = versions(in: "kpis/\(entry.name)")
      if versions.isEmpty { tell(.empty(key: entry.name), "kpis/\(entry.name)") }
      for (index, version) in versions.enumerated() {
        guard let node = yaml(version.path) else { continue }
        let next = index + 1 < versions.count ? versions[index + 1].date : nil
        let file = KPIFile(
          id: entry.name, number: number, inForceFrom: version.date, nextVersion: next,
          context: context, problems: FileProblems(file: version.path, log: log))
        if let kpi = file.read(node) { contents.kpis.append(kpi) }
      }
    }
    contents.kpis.sort { ($0.number, $0.inForceFrom) < ($1.number, $1.inForceFrom) }
  }

  private mutating func readLayouts() {
    for entry in entries(of: "reports") where !FolderReader.isReadme(entry) {
      let path = "reports/\(entry.name)"
      guard entry.name.hasSuffix(".yaml"), !entry.isFolder else {
        tell(.unexpectedFile, path)
        continue
      }
      let name = String(entry.name.dropLast(5))
      let problems = FileProblems(file: path, log: log)
      guard kpiNames.contains(name) else {
        let nearest = NearestWord.to(name, among: kpiNames)
        problems.add(.unknownName(.kpi, name: name, nearest: nearest), line: 0)
        continue
      }
      guard let node = yaml(path) else { continue }
      let file = ReportLayoutFile(
        kpi: name, definition: contents.kpis.last { $0.id == name },
        context: DefinitionContext(
          sources: sources, sourceNames: sourceNames, lists: lists, terms: []),
        problems: problems)
      if let layout = file.read(node) { contents.layouts.append(layout) }
    }
  }

  private mutating func readPipelines() {
    for entry in entries(of: "") {
      if entry.name == "targets.csv" {
        let problems = FileProblems(file: entry.name, log: log)
        guard let bytes = bytes(entry.name) else { continue }
        contents.targets = TargetsFile.read(bytes, knownKPIs: kpiNames, problems: problems)
      } else if entry.name.hasSuffix(".yaml") {
        readPipeline(String(entry.name.dropLast(5)))
      } else if entry.name.hasSuffix(".yml") || entry.name.hasSuffix(".csv") {
        tell(.unexpectedFile, entry.name)
      }
    }
  }

  private mutating func readPipeline(_ name: String) {
    let path = "\(name).yaml"
    guard let node = yaml(path) else {
      contents.pipelineNames.append(name)
      return
    }
    if OpenDataFile.isOpenData(node) {
      readOpenData(name, node)
      return
    }
    contents.pipelineNames.append(name)
    let file = PipelineFile(
      name: name, sourceNames: sourceNames, kpis: contents.kpis, kpiNames: kpiNames,
      problems: FileProblems(file: path, log: log))
    contents.pipelines[name] = file.read(node)
  }

  /// The contracts of published tables stand in a folder called like their pipeline.
  private mutating func readOpenData(_ name: String, _ node: YAMLNode) {
    let folder = "\(name)/sources"
    var tables: [String: SourceReading] = [:]
    let names = stems(in: folder, ending: ".yaml", isName: Names.isTableName)
    for table in names {
      let path = "\(folder)/\(table).yaml"
      let problems = FileProblems(file: path, log: log)
      guard let node = yaml(path) else { continue }
      tables[table] =
        SourceFile(name: table, lists: lists, problems: problems, hasFileNames: true).read(node)
    }
    let file = OpenDataFile(
      name: name, sources: tables, sourceNames: names, kpiNames: kpiNames, lists: lists,
      problems: FileProblems(file: "\(name).yaml", log: log))
    if let definition = file.read(node) { contents.openData.append(definition) }
  }
}

extension FolderReader {
  func tell(_ kind: DefinitionProblem.Kind, _ path: String) {
    log.add(DefinitionProblem(file: path, line: 0, kind: kind))
  }

  /// What a folder holds; nothing, with a note in the log, when it cannot be read.
  mutating func entries(of folder: String) -> [FolderFiles.Entry] {
    switch ahead.listing(of: folder) ?? files.listing(of: folder) {
    case .success(let entries): return entries
    case .failure(let unreadable):
      log.add(.unreadable(unreadable), of: folder.isEmpty ? "." : folder)
      return []
    }
  }

  private mutating func bytes(_ path: String) -> [UInt8]? {
    take(ReadFile(text: path, in: files, keeping: &folder))
  }

  private mutating func yaml(_ path: String) -> YAMLNode? {
    take(ahead.takeFile(path) ?? ReadFile(yaml: path, in: files, keeping: &folder))
  }

  private mutating func take<Content>(_ file: ReadFile<Content>) -> Content? {
    contents.bytes[file.path] = file.bytes
    switch file.content {
    case .success(let content): return content
    case .failure(let fault):
      log.add(fault, of: file.path)
      return nil
    }
  }
}
