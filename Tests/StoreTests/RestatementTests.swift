import Campus
import Testing

@testable import Store

struct RestatementTests {
  /// The lines of a KPI after publishing the first sample and then another.
  private func lines(_ kpi: Int, old: Sample = .first, new: Sample) throws -> [Restatement.Line] {
    let place = try Workplace()
    try place.publish(old)
    let (_, result) = try place.publish(new, day: 2)
    let restatement = try #require(result.restatement)
    let store = try Store.openForReading(database: place.database)
    #expect(try store.diff(1, 2) == restatement)
    return restatement.changes.first { $0.kpi == kpi }?.lines ?? []
  }

  private func changed(_ change: (inout Sample) -> Void) -> Sample {
    var sample = Sample.first
    change(&sample)
    return sample
  }

  @Test func nothingChanged() throws {
    let place = try Workplace()
    try place.publish(.first)
    #expect(try place.publish(.first, day: 2).result.restatement?.changes == [])
  }

  @Test func rowAdded() throws {
    let found = try lines(4, new: changed { $0.students.insert(.init(id: "S0"), at: 0) })
    #expect(found.map(\.key) == ["S0"])
    #expect(found.map(\.cause) == [.rowAdded])
    #expect(found[0].direction == .came)
    #expect(found[0].before == "absent")
    #expect(found[0].after == "counted")
    #expect(found[0].location == SourceLocation(file: "students.csv", line: 2))
  }

  @Test func rowRemoved() throws {
    let found = try lines(4, new: changed { $0.students.remove(at: 1) })
    #expect(found.map(\.key) == ["S2"])
    #expect(found.map(\.cause) == [.rowRemoved])
    #expect(found[0].direction == .went)
    #expect(found[0].location.line == 3)
  }

  @Test func valueChangedNamesColumnAndCodes() throws {
    let found = try lines(4, new: changed { $0.students[3].nationality = "ID" })
    #expect(found.map(\.cause) == [.valueChanged])
    #expect(found[0].column == "nationality")
    #expect(found[0].old == "TW")
    #expect(found[0].new == "ID")
    #expect(found[0].before == "non-roc")
  }

  @Test func aPersonalColumnIsNamedWithoutValues() throws {
    let found = try lines(
      4,
      new: changed {
        $0.students[0].nationality = "TW"
        $0.students[0].name = "陳美麗"
        $0.students[0].college = "醫學院"
      })
    #expect(found.map(\.column) == ["name", "nationality"])
    #expect(found[0].old == nil)
    #expect(found[0].new == nil)
  }

  @Test func aRowThatFailedTheFirstRuleIsStillTheSameRow() throws {
    let old = changed { $0.trips[0].year = 2024 }
    let found = try lines(9, old: old, new: .first)
    #expect(found.map(\.cause) == [.valueChanged])
    #expect(found[0].column == "year")
    #expect(found[0].old == "2024")
    #expect(found[0].before == "period")
  }

  @Test func aRowWithoutAKeyIsPairedByWhatItSays() throws {
    // The second trip has no number; other rows are put before it.
    let found = try lines(
      9,
      new: changed {
        $0.trips[1].country = "VN"
        $0.trips.insert(.init(id: nil, student: "S5", country: "TW"), at: 0)
      })
    #expect(found.map(\.key) == ["S5"])
    #expect(found.map(\.cause) == [.rowAdded] || found.map(\.cause) == [.valueChanged])
  }

  @Test func theLookedUpRowChanged() throws {
    let found = try lines(9, new: changed { $0.students[3].nationality = "JP" })
    #expect(found.map(\.cause) == [.valueChanged])
    #expect(found[0].lookup == "students")
    #expect(found[0].column == "nationality")
    #expect(found[0].direction == .went)
    #expect(found[0].after == "roc-national")
  }

  @Test func theLookedUpRowIsNew() throws {
    let found = try lines(
      9, new: changed { $0.students.append(.init(id: "S9", nationality: "TW")) })
    #expect(found.map(\.key) == ["S9"])
    #expect(found.map(\.cause) == [.rowAdded])
    #expect(found[0].lookup == "students")
    #expect(found[0].before == "unknown-person")
  }

  @Test func newlyRejectedByIdentifier() throws {
    let place = SourceLocation(file: "students.csv", line: 3)
    let found = try lines(
      4,
      new: changed {
        $0.students.remove(at: 1)
        $0.rejected = [
          RejectedRows(
            source: "students", columns: ["academic_year", "semester", "student_id"],
            rows: [.init(location: place, code: "invalid-date", identifiers: ["114", "1", "S2"])])
        ]
      })
    #expect(found.map(\.cause) == [.newlyRejected])
    #expect(found[0].definition == "invalid-date")
    #expect(found[0].location == place)
  }

  @Test func noLongerRejectedByPlace() throws {
    // Only a finding tells: line 2 of the trips was rejected.
    let old = changed {
      $0.trips.removeFirst()
      $0.findings.append(
        Finding(
          .endBeforeStart, source: "student_mobility",
          location: SourceLocation(file: "student_mobility.csv", line: 2), column: "end"))
    }
    let found = try lines(9, old: old, new: .first)
    #expect(found.map(\.cause) == [.noLongerRejected])
    #expect(found[0].before == "end-before-start")
    #expect(found[0].after == "counted")
  }

  @Test func theLookedUpRowIsNewlyRejected() throws {
    let found = try lines(
      9,
      new: changed {
        $0.students.remove(at: 3)
        $0.rejected = [
          RejectedRows(
            source: "students", columns: ["student_id"],
            rows: [
              .init(
                location: SourceLocation(file: "students.csv", line: 5), code: "unmapped-status",
                identifiers: ["S4"])
            ])
        ]
      })
    // The identifier is what the trip counts for.
    #expect(found.map(\.cause) == [.newlyRejected])
    #expect(found[0].lookup == "students")
    #expect(found[0].definition == "unmapped-status")
  }

  @Test func aRuleChanged() throws {
    let found = try lines(
      4,
      new: changed {
        $0.suspendedCounts = true
        $0.definitions[0] = UsedFile(name: "kpis/kpi-04/2020-08-01.yaml", sha256: "zz")
        $0.definitions[1] = UsedFile(name: "kpis/kpi-09/2020-08-01.yaml", sha256: "zz")
      })
    #expect(found.map(\.key) == ["S3"])
    #expect(found.map(\.cause) == [.ruleChanged])
    #expect(found[0].definition == "kpis/kpi-04/2020-08-01.yaml")
    #expect(found[0].before == "enrolled")
  }

  @Test func theProgramChanged() throws {
    let found = try lines(4, new: changed { $0.suspendedCounts = true })
    #expect(found.map(\.cause) == [.programChanged])
  }

  @Test func aCorrectionExplains() throws {
    let correction = AppliedCorrection(
      source: "students", key: "114|1|S4", column: "nationality", old: "TW", new: "JP",
      reason: "依護照", approvedBy: "陳組長",
      location: SourceLocation(file: "students.csv", line: 5))
    let new = changed {
      $0.students[3].nationality = "JP"
      $0.corrections = [correction]
    }
    #expect(try lines(4, new: new).map(\.correction) == ["依護照 (陳組長)"])
    // The trip's rule looked the same row up.
    #expect(try lines(9, new: new).map(\.correction) == ["依護照 (陳組長)"])
    #expect(try lines(4, old: new, new: .first).map(\.correction) == ["withdrawn: 依護照 (陳組長)"])
  }

  @Test func aPersonCountedThroughAnotherRowNeitherCameNorWent() throws {
    let old = changed { $0.trips.append(.init(id: "T9", student: "S4", country: "VN")) }
    #expect(try lines(9, old: old, new: .first) == [])
  }

  @Test func anUnavailableKPIHasANote() throws {
    let place = try Workplace()
    try place.publish(.first)
    var draft = Sample.first.draft()
    draft.kpis[0].status = .unavailable
    draft.kpis[0].value = nil
    draft.kpis[0].reason = "缺少來源檔案 students.csv"
    draft.evidence.removeFirst()
    let result = try place.open().publish(
      Sample.record(day: 2), draft, rendering: Sample.rendering, clock: { "" }
    ).result
    let change = try #require(result.restatement?.changes.first)
    #expect(change.old == 2)
    #expect(change.new == nil)
    #expect(change.note == "缺少來源檔案 students.csv")
    #expect(result.restatement?.changes.count == 1)
  }
}
