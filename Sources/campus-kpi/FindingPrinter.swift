import Campus

/// Prints findings in compiler style: the first five of a kind, and how many more there are.
struct FindingPrinter {
  private static let shown = 5

  let console: Console

  /// - Parameter stored: whether all of the findings are published in findings.csv.
  func print(_ findings: [Finding], stored: Bool = false) {
    let wording = console.wording
    var counts: [String: Int] = [:]
    for finding in findings {
      let count = counts[finding.code, default: 0] + 1
      counts[finding.code] = count
      guard count <= FindingPrinter.shown else { continue }
      let severity = finding.severity == .error ? wording.error : wording.warning
      let line = "\(finding.location): \(severity): \(wording.message(finding)) [\(finding.code)]"
      console.err(
        line.withVisibleControls + "\n"
          + "help: " + wording.help(finding).withVisibleControls + "\n")
    }
    for (code, count) in counts.sorted(by: { $0.key < $1.key })
    where count > FindingPrinter.shown {
      console.err(wording.andMore(count - FindingPrinter.shown, code: code, stored: stored) + "\n")
    }
  }
}
