import Campus
import Definitions

/// Turns the raw records of one source into its table (sources.md, sections 2 to 4).
///
/// In: batches of cells in reading order. Out: typed columns of the rows that stand, and a finding
/// for every cell, row or pair of rows that does not. A row with a problem is rejected alone;
/// nothing that stands in a cell stops the others.
package struct SourceNormaliser {
  private let contract: SourceContract
  private let keep: Set<String>
  private let report: (Finding) -> Void
  /// Reads batches on any thread.
  package let decoders: BatchDecoders
  private var builder: TableBuilder
  private var suggestions = WordSuggestions()
  private var fileNames: [Int: String] = [:]
  private var rejected: [Int: Int] = [:]
  private var rejections: RejectionLog

  /// A normaliser that stores the columns whose names are to be kept, the identity's among them.
  package init(
    contract: SourceContract, keep: Set<String>, report: @escaping (Finding) -> Void
  ) {
    self.contract = contract
    self.keep = keep
    self.report = report
    decoders = BatchDecoders(BatchDecoder(contract: contract, reading: keep))
    builder = TableBuilder(contract: contract, keep: keep)
    rejections = RejectionLog(contract)
  }

  /// Reads a batch of a file and reports what is wrong with its cells.
  package mutating func append(_ batch: RecordBatch, file: String) {
    append(decoders.decode(batch), file: file, linesBefore: 0)
  }

  /// Takes in a batch that was read, and reports what is wrong with its rows. Its lines are counted
  /// from those that come before in the file.
  package mutating func append(_ decoded: DecodedBatch, file: String, linesBefore: Int) {
    fileNames[decoded.fileIndex] = file
    if !decoded.problems.isEmpty || !decoded.findings.isEmpty {
      reportProblems(decoded, file: file, linesBefore: linesBefore)
    }
    builder.append(decoded, linesBefore: linesBefore)
  }

  /// The table, after every file. The summaries are those of the files in reading order; rows that
  /// were rejected or merged here are added to what they say. Duplicates and conflicts, which are
  /// known only now, are reported.
  package mutating func finish(files: [FileSummary]) -> Table {
    let removed = settleLaterRows(files)
    var summaries = files
    for (file, count) in rejected where summaries.indices.contains(file) {
      summaries[file].rejected += count
    }
    for row in removed.duplicates where summaries.indices.contains(row.file) {
      summaries[row.file].duplicates += 1
    }
    var table = builder.makeTable(keep: keep, without: removed.conflicting)
    table.files = summaries
    table.rejected = rejections.rejected
    table.noteColumns(of: contract)
    return table
  }

  /// Reports by line, whatever the batches are: first what Extract found about a row.
  private mutating func reportProblems(
    _ decoded: DecodedBatch, file: String, linesBefore: Int
  ) {
    var found = decoded.findings[...]
    func reportFound(upTo line: Int) {
      while let next = found.first, next.location.line <= line {
        found.removeFirst()
        let moved = next.moved(by: linesBefore)
        if moved.severity == .error { rejections.note(moved.code, at: moved.location) }
        report(moved)
      }
    }
    var last = -1
    for problem in decoded.problems {
      let line = decoded.lines[problem.row]
      reportFound(upTo: line)
      let column = problem.column.map { contract.columns[$0] }
      let finding = Finding(
        suggestions.completed(problem.problem, of: column), source: contract.name,
        location: SourceLocation(file: file, line: line + linesBefore),
        column: column?.name ?? "")
      if problem.row != last {
        rejected[decoded.fileIndex, default: 0] += 1
        rejections.note(problem.row, of: decoded, finding.code, at: finding.location)
      }
      last = problem.row
      report(finding)
    }
    reportFound(upTo: Int.max)
  }

  /// Decides which rows of one key are one row and which contradict each other, and reports both in
  /// reading order. One that differs rejects all of its key, also those that are like the first.
  private mutating func settleLaterRows(_ files: [FileSummary])
    -> (conflicting: Set<Int>, duplicates: [TableBuilder.LaterRow])
  {
    var contradicted: [Int: TableBuilder.LaterRow] = [:]
    for row in builder.laterRows where row.differs && contradicted[row.first] == nil {
      contradicted[row.first] = row
    }
    var findings: [(file: Int, finding: Finding)] = []
    func add(_ problem: Problem, file: Int, line: Int) {
      let location = self.location(file: file, line: line)
      findings.append((file, Finding(problem, source: contract.name, location: location)))
    }
    func reject(_ problem: Problem, first: Int, file: Int, line: Int) {
      add(problem, file: file, line: line)
      rejected[file, default: 0] += 1
      rejections.note(
        key: builder.key(of: first), problem.code(column: ""),
        at: location(file: file, line: line))
    }
    var duplicates: [TableBuilder.LaterRow] = []
    for row in builder.laterRows {
      let place = builder.place(of: row.first)
      let first = location(file: place.file, line: place.line)
      if let other = contradicted[row.first] {
        let contradiction = row.differs ? first : location(file: other.file, line: other.line)
        reject(
          .conflictingRows(other: contradiction), first: row.first, file: row.file, line: row.line)
      } else {
        add(.duplicateRow(first: first), file: row.file, line: row.line)
        duplicates.append(row)
      }
    }
    for (first, other) in contradicted {
      let place = builder.place(of: first)
      let contradiction = location(file: other.file, line: other.line)
      reject(
        .conflictingRows(other: contradiction), first: first, file: place.file, line: place.line)
    }
    findings.sort { ($0.file, $0.finding.location.line) < ($1.file, $1.finding.location.line) }
    for found in findings { report(found.finding) }
    return (Set(contradicted.keys), duplicates)
  }

  private func location(file: Int, line: Int) -> SourceLocation {
    SourceLocation(file: fileNames[file] ?? "", line: line)
  }
}

extension Finding {
  /// The same, some lines further down in its file.
  fileprivate func moved(by lines: Int) -> Finding {
    let place = SourceLocation(file: location.file, line: location.line + lines)
    return lines == 0 ? self : Finding(problem, source: source, location: place, column: column)
  }
}
