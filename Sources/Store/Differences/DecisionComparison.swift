import Campus

/// Compares what two runs decided on the rows of one KPI: which keys came or went, and why.
struct DecisionComparison {
  /// What is known of the two runs beside their rows.
  struct Context {
    var oldRejected: [String: RejectedRows] = [:]
    var newRejected: [String: RejectedRows] = [:]
    var oldCorrections: [AppliedCorrection] = []
    var newCorrections: [AppliedCorrection] = []
    /// The definition files that bear on this KPI and changed.
    var changedDefinitions: [String] = []
  }

  private struct ComparedColumn {
    let old: KPIDecisions.Column
    let new: KPIDecisions.Column
    let numbers: SharedNumbers
  }

  private let old: KPIDecisions
  private let new: KPIDecisions
  private let context: Context
  private let items: [SharedNumbers]
  private let deciding: [ComparedColumn]
  private let lookupKeys: [ComparedColumn]
  private let pairing: RowPairing
  private var oldRejections: RejectionIndex
  private var newRejections: RejectionIndex

  /// Nil when the two count different things, so that their keys cannot be compared.
  init?(old: KPIDecisions, new: KPIDecisions, context: Context) {
    let itemNames = old.itemColumns.map(\.name)
    guard itemNames == new.itemColumns.map(\.name), old.source == new.source,
      old.countsRows == new.countsRows
    else { return nil }
    self.old = old
    self.new = new
    self.context = context
    func compared(_ column: KPIDecisions.Column) -> ComparedColumn? {
      let other = new.columns.first {
        $0.lookup == column.lookup && $0.name == column.name
          && ($0.role == .lookupKey) == (column.role == .lookupKey)
      }
      return other.map {
        ComparedColumn(old: column, new: $0, numbers: SharedNumbers(column.cells, $0.cells))
      }
    }
    items = zip(old.itemColumns, new.itemColumns).map { SharedNumbers($0.cells, $1.cells) }
    deciding = old.columns.filter { $0.role == .value && $0.decides }.compactMap(compared)
    lookupKeys = old.columns.filter { $0.role == .lookupKey }.compactMap(compared)
    let eventNames = old.eventColumns == new.eventColumns ? old.eventColumns : []
    let events = eventNames.compactMap { name in
      old.columns.first { $0.lookup == nil && $0.name == name }.flatMap(compared)?.numbers
    }
    pairing = RowPairing(
      events: events.count == eventNames.count ? events : [], values: deciding.map(\.numbers),
      oldVerdicts: old.verdicts, newVerdicts: new.verdicts)
    oldRejections = RejectionIndex(
      context.oldRejected[old.source], eventColumns: eventNames, itemColumns: itemNames)
    newRejections = RejectionIndex(
      context.newRejected[old.source], eventColumns: eventNames, itemColumns: itemNames)
  }

  /// The lines of the restatement, by direction, then by key and place.
  func lines() -> [Restatement.Line] {
    let groups = KeyGroups(items, oldRows: old.rowCount, newRows: new.rowCount)
    var lines: [Restatement.Line] = []
    for key in 0..<groups.count {
      let oldRows = groups.old.rows(of: key)
      let newRows = groups.new.rows(of: key)
      let before = oldRows.reduce(0) { $0 + (isCounted(old, Int($1)) ? 1 : 0) }
      let after = newRows.reduce(0) { $0 + (isCounted(new, Int($1)) ? 1 : 0) }
      if old.countsRows {
        if before + after == 0 { continue }
        if oldRows.count == 1, newRows.count == 1, before == after { continue }
        for pair in pairing.pairs(old: oldRows, new: newRows) {
          let wasCounted = pair.old.map { isCounted(old, $0) } ?? false
          let nowCounted = pair.new.map { isCounted(new, $0) } ?? false
          if wasCounted != nowCounted {
            lines += causes(of: nowCounted ? .came : .went, pair.old, pair.new)
          }
        }
      } else if (before > 0) != (after > 0) {
        let direction: Restatement.Direction = after > 0 ? .came : .went
        for pair in pairing.pairs(old: oldRows, new: newRows) {
          let counts =
            direction == .came
            ? pair.new.map { isCounted(new, $0) } : pair.old.map { isCounted(old, $0) }
          if counts ?? false { lines += causes(of: direction, pair.old, pair.new) }
        }
      }
    }
    return lines.sorted { left, right in
      if left.direction != right.direction { return left.direction == .came }
      if left.key != right.key { return left.key < right.key }
      return (left.location, left.column ?? "") < (right.location, right.column ?? "")
    }
  }

  private func isCounted(_ decisions: KPIDecisions, _ row: Int) -> Bool {
    decisions.verdicts[row] == KPIEvidence.counted
  }

  private func causes(of direction: Restatement.Direction, _ oldRow: Int?, _ newRow: Int?)
    -> [Restatement.Line]
  {
    switch (oldRow, newRow) {
    case (nil, let row?):
      var line = Restatement.Line(
        direction: direction, key: new.key(row), cause: .rowAdded, before: "absent",
        after: new.verdict(row), location: new.location(row))
      if let rejected = oldRejections.row(like: row, of: new) {
        line = noLongerRejected(line, rejected, after: new.verdict(row))
      }
      line.correction = correction(new, row, lookup: nil, column: nil)
      return [line]
    case (let row?, nil):
      var line = Restatement.Line(
        direction: direction, key: old.key(row), cause: .rowRemoved, before: old.verdict(row),
        after: "absent", location: old.location(row))
      if let rejected = newRejections.row(like: row, of: old) {
        line = Restatement.Line(
          direction: direction, key: old.key(row), cause: .newlyRejected,
          before: old.verdict(row), after: rejected.code, location: rejected.location)
        line.definition = rejected.code
      }
      line.correction = correction(old, row, lookup: nil, column: "*")
      return [line]
    case (let before?, let after?): return changes(direction, before, after)
    case (nil, nil): return []
    }
  }

  private func noLongerRejected(
    _ line: Restatement.Line, _ rejected: RejectedRows.Row, after: String
  ) -> Restatement.Line {
    var changed = Restatement.Line(
      direction: line.direction, key: line.key, cause: .noLongerRejected,
      before: rejected.code, after: after, location: line.location)
    changed.definition = rejected.code
    return changed
  }

  /// The same row was judged otherwise: its values, the person's, or the rules changed.
  private func changes(_ direction: Restatement.Direction, _ oldRow: Int, _ newRow: Int)
    -> [Restatement.Line]
  {
    func line(_ cause: Restatement.Cause) -> Restatement.Line {
      Restatement.Line(
        direction: direction, key: new.key(newRow), cause: cause, before: old.verdict(oldRow),
        after: new.verdict(newRow), location: new.location(newRow))
    }
    var lines: [Restatement.Line] = []
    var cameOrWent: Set<String> = []
    for key in lookupKeys {
      let source = key.new.lookup ?? ""
      let before = key.old.cells.text(oldRow)
      let after = key.new.cells.text(newRow)
      guard (before == nil) != (after == nil) else { continue }
      cameOrWent.insert(source)
      let rejected = (after == nil ? context.newRejected : context.oldRejected)[source]
      let index = RejectionIndex(rejected, eventColumns: [], itemColumns: [])
      let found = index.row(ofPerson: new, newRow)
      var changed =
        after == nil
        ? line(found == nil ? .rowRemoved : .newlyRejected)
        : line(found == nil ? .rowAdded : .noLongerRejected)
      changed.lookup = source
      changed.definition = found?.code
      changed.correction = correction(
        source: source, key: after ?? before ?? "", column: after == nil ? "*" : nil)
      lines.append(changed)
    }
    for column in deciding where column.numbers.old(oldRow) != column.numbers.new(newRow) {
      if let lookup = column.new.lookup, cameOrWent.contains(lookup) { continue }
      var changed = line(.valueChanged)
      changed.lookup = column.new.lookup
      changed.column = column.new.name
      if !column.new.personal {
        changed.old = column.old.cells.text(oldRow) ?? ""
        changed.new = column.new.cells.text(newRow) ?? ""
      }
      changed.correction = correction(
        new, newRow, lookup: column.new.lookup, column: column.new.name)
      lines.append(changed)
    }
    if !context.changedDefinitions.isEmpty {
      var changed = line(.ruleChanged)
      changed.definition = context.changedDefinitions.joined(separator: ";")
      lines.append(changed)
    }
    return lines.isEmpty ? [line(.programChanged)] : lines
  }

  /// The correction of a row or of the person's row it looked up.
  private func correction(
    _ decisions: KPIDecisions, _ row: Int, lookup: String?, column: String?
  ) -> String? {
    guard !context.newCorrections.isEmpty || !context.oldCorrections.isEmpty else { return nil }
    if let lookup {
      let key = decisions.columns.first { $0.role == .lookupKey && $0.lookup == lookup }
      return correction(source: lookup, key: key?.cells.text(row) ?? "", column: column)
    }
    let parts = decisions.eventColumns.map { name in
      decisions.columns.first { $0.lookup == nil && $0.name == name }?.cells.text(row) ?? ""
    }
    return correction(
      source: decisions.source, key: parts.joined(separator: "|"), column: column)
  }

  /// What was corrected in the new run, or in the old run and not any more. A nil column stands for
  /// any one.
  private func correction(source: String, key: String, column: String?) -> String? {
    func matches(_ correction: AppliedCorrection) -> Bool {
      correction.source == source && correction.key == key
        && (column == nil || correction.column == column)
    }
    func text(_ correction: AppliedCorrection) -> String {
      "\(correction.reason) (\(correction.approvedBy))"
    }
    if let found = context.newCorrections.first(where: matches) { return text(found) }
    return context.oldCorrections.first(where: matches).map { "withdrawn: " + text($0) }
  }
}
