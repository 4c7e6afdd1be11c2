import Campus

/// What a purge deleted; the record of it stays in the database.
package struct PurgeRecord: Hashable, Sendable {
  package let runs: Int
  package let evidenceRows: Int
  package let findings: Int
  package let inputs: Int
}

extension Store {
  /// Deletes the evidence, the findings and the inputs' traces of the runs that began before a day,
  /// in the database and in the published folders. Values, funnels and a record of the deletion
  /// stay. The space is overwritten, not only given back.
  /// - Parameter now: the time of the purge.
  package func purge(before day: CalendarDate, now: String) throws -> PurgeRecord {
    let old = try runs(
      where: "substr(started, 1, 10) < ? AND purged IS NULL", .text(day.description))
    let record = try database.transaction {
      var counts = [0, 0, 0]
      for run in old {
        counts[0] +=
          try database.integer(
            "SELECT sum(row_count) FROM evidence_blocks WHERE run = ?", .integer(run.run)) ?? 0
        for (index, table) in ["findings", "inputs"].enumerated() {
          try database.run("DELETE FROM \(table) WHERE run = ?", .integer(run.run))
          counts[index + 1] += database.changedRows
        }
        for table in [
          "evidence_blocks", "decision_columns", "decisions", "rejected_columns", "detail_columns",
          "details", "restatement_causes", "corrections",
        ] {
          try database.run("DELETE FROM \(table) WHERE run = ?", .integer(run.run))
        }
        try database.run(
          "UPDATE runs SET purged = ?, message = NULL WHERE run = ?", .text(now),
          .integer(run.run))
      }
      try removeUnusedColumns()
      let record = PurgeRecord(
        runs: old.count, evidenceRows: counts[0], findings: counts[1], inputs: counts[2])
      try database.run(
        """
        INSERT INTO purges (purged, before, runs, evidence_rows, findings, inputs)
        VALUES (?, ?, ?, ?, ?, ?)
        """, .text(now), .text(day.description), .integer(record.runs),
        .integer(record.evidenceRows), .integer(record.findings), .integer(record.inputs))
      return record
    }
    for run in old {
      guard let revision = run.revision,
        let folder = try periodFolder(run.period, of: run.pipeline, making: false)
      else { continue }
      try folder.removeEvidence(of: revision)
    }
    // What secure_delete has overwritten inside pages is now given back as well.
    try database.execute("VACUUM")
    try bringCopyUpToDate()
    try copy?.giveBackSpace()
    return record
  }
}
