/// The file of each row of a table, as runs of rows: files are read one after another.
package struct FileRuns: Sendable {
  private struct Run: Sendable {
    let file: UInt32
    /// The rows before the end of the run.
    var end: Int
  }

  private var runs: [Run] = []

  package init() {}

  package var rowCount: Int { runs.last?.end ?? 0 }

  /// Adds rows of a file.
  package mutating func append(_ file: UInt32, rows: Int) {
    guard rows > 0 else { return }
    if let last = runs.last, last.file == file {
      runs[runs.count - 1].end += rows
    } else {
      runs.append(Run(file: file, end: rowCount + rows))
    }
  }

  /// The index of a row's file.
  package subscript(row: Int) -> UInt32 { runs[run(of: row)].file }

  private func run(of row: Int) -> Int {
    precondition(row >= 0 && row < rowCount, "no such row")
    var low = 0
    var high = runs.count - 1
    while low < high {
      let middle = (low + high) / 2
      if row < runs[middle].end { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The files without some of the rows.
  package func without(_ removed: some Sequence<Int>) -> FileRuns {
    var counts = runs.indices.map { runs[$0].end - ($0 == 0 ? 0 : runs[$0 - 1].end) }
    for row in removed { counts[run(of: row)] -= 1 }
    var rest = FileRuns()
    for (run, count) in zip(runs, counts) { rest.append(run.file, rows: count) }
    return rest
  }
}
