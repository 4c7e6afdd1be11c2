import Campus
import Definitions
import Extract
import Report

/// `preview FILE`: what the extract step sees in one file, or with `--all` every record of it,
/// without a contract; as JSON, each record is an array of strings on a line.
struct PreviewCommand {
  private static let longestCell = 24

  private let path: String
  private let showsAll: Bool
  private let asJSON: Bool
  private let contracts: [SourceContract]
  private let console: Console

  init(_ arguments: Arguments, _ console: Console) throws {
    path = arguments.operands[0]
    showsAll = arguments.has("--all")
    asJSON = try OutputFormat(arguments) == .json
    self.console = console
    // Every record is printed without a contract, also where there is no folder of definitions.
    contracts =
      showsAll
      ? [] : try PipelineFolder(path: DefinitionsLocation.path(arguments)).read().sources
  }

  func run() throws -> ExitStatus {
    let file = InputFile(path: path)
    return showsAll ? try list(file) : try describe(file)
  }

  private func list(_ file: InputFile) throws -> ExitStatus {
    let listing = try RecordListing(existing: file)
    var pending: [UInt8] = []
    func flush(over limit: Int) throws {
      guard pending.count > limit else { return }
      try pending.withUnsafeBufferPointer(console.out)
      pending.removeAll(keepingCapacity: true)
    }
    let refusal =
      asJSON
      ? try listing.forEachJSONLine { line in
        pending.append(contentsOf: line)
        try flush(over: 65_536)
      }
      : try listing.forEachRecord { cells, line in
        let row = cells.map(PreviewCommand.printable).joined(separator: " | ")
        pending.append(contentsOf: "\(line): \(row)\n".utf8)
        try flush(over: 65_536)
        return true
      }
    try flush(over: 0)
    guard let (problem, line) = refusal else { return .published }
    FindingPrinter(console: console).print([
      Finding(problem, location: SourceLocation(file: file.name, line: line))
    ])
    return .dataStoppedPublication
  }

  private func describe(_ file: InputFile) throws -> ExitStatus {
    var findings: [Finding] = []
    let preview = try FilePreview(of: file, contracts: contracts) { findings.append($0) }
    var text = facts(of: preview).map { "\($0): \($1)\n" }.joined()
    if !preview.firstRows.isEmpty {
      text += "\n" + table(of: preview).map { $0 + "\n" }.joined()
    }
    try console.out(text)
    FindingPrinter(console: console).print(findings)
    return preview.isRefused ? .dataStoppedPublication : .published
  }

  private func facts(of preview: FilePreview) -> [(String, String)] {
    let wording = console.language.commands
    let none = wording.none
    func line(_ number: Int) -> String { number == 0 ? none : String(number) }
    var encoding = preview.encoding.isEmpty ? none : preview.encoding
    if preview.hasByteOrderMark {
      encoding += wording.withByteOrderMark
    }
    var facts = [(wording.label(.encoding), encoding)]
    guard let source = preview.source else {
      facts.append((wording.label(.source), wording.noContract))
      facts.append((wording.label(.records), String(preview.rowCount)))
      return facts
    }
    let title = contracts.first { $0.name == source }?.title ?? ""
    let unknown = preview.unknownHeaders.map(PreviewCommand.printable).joined(separator: ", ")
    facts.append((wording.label(.source), "\(source) \(title)"))
    facts.append((wording.label(.headerLine), line(preview.headerLine)))
    for column in preview.columns {
      let header = PreviewCommand.printable(column.header)
      facts.append((wording.label(.column), "\(column.name) ← \(header)"))
    }
    facts.append((wording.label(.unknownColumns), unknown.isEmpty ? none : unknown))
    facts.append((wording.label(.footerLine), line(preview.footerLine)))
    facts.append((wording.label(.rows), String(preview.rowCount)))
    facts.append((wording.label(.rejected), String(preview.rejectedCount)))
    return facts
  }

  private func table(of preview: FilePreview) -> [String] {
    let header = preview.source == nil ? [] : preview.columns.map(\.header)
    let rows = preview.firstRows.map { [String($0.line)] + $0.cells }
    let width = (rows.map(\.count) + [header.count + 1]).max() ?? 0
    func full(_ cells: [String]) -> [String] {
      (cells + Array(repeating: "", count: width - cells.count)).map {
        DisplayWidth.shortened(PreviewCommand.printable($0), to: PreviewCommand.longestCell)
      }
    }
    return AlignedTable.lines(
      head: full([console.language.commands.lineNumber] + header), rows: rows.map(full))
  }

  /// The text on one line and without characters that could steer the terminal.
  private static func printable(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      case .format: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
