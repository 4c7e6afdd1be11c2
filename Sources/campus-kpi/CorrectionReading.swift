import Campus
import Definitions
import Extract
import Transform

/// Extract of `corrections.csv`: the file in, the corrections of each source out.
struct CorrectionReading {
  /// The sources that may be corrected.
  let contracts: [SourceContract]

  /// The corrections and a summary of their file; none of either when the folder has no such file.
  func sheet(of folder: InputFolder, manifest: Manifest?, report: (Finding) -> Void) throws
    -> (sheet: CorrectionSheet, files: [FileSummary])
  {
    var sheet = CorrectionSheet(contracts)
    guard let file = folder.corrections else { return (sheet, []) }
    let summaries = try SourceExtractor(contract: CorrectionSheet.contract).extract(
      files: [file], manifest: manifest,
      report: { report(CorrectionReading.stopping($0)) },
      consume: { sheet.append($0, file: file.name) })
    return (sheet, summaries)
  }

  /// A row of an export is rejected alone; a line of corrections that is lost would publish a number
  /// that somebody has approved to be another.
  private static func stopping(_ finding: Finding) -> Finding {
    guard case .fieldCount(let expected, let found) = finding.problem else { return finding }
    return Finding(
      .correction(.fieldCount(expected: expected, found: found)), location: finding.location)
  }
}
