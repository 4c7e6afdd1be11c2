import Campus

/// The day asked about, which is the row's own, lies in the period.
final class DayInPeriod: Predicate {
  private let period: ClosedRange<Int32>

  init(_ period: ReportingPeriod) {
    self.period = period.from.dayNumber...period.to.dayNumber
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    let missing = TableColumn.missing
    for (offset, day) in asked.days.enumerated() {
      truths[offset] = day == missing ? .unknown : Truth(period.contains(day))
    }
  }
}

/// The span of the row and the period overlap.
final class SpanInPeriod: Predicate {
  private let starts: ColumnValues
  private let ends: ColumnValues
  private let period: ClosedRange<Int32>

  init(_ starts: ColumnValues, _ ends: ColumnValues, _ period: ReportingPeriod) {
    self.starts = starts
    self.ends = ends
    self.period = period.from.dayNumber...period.to.dayNumber
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    asked.judge(into: truths) { row, _ in
      let (start, end) = (starts[row], ends[row])
      guard start != TableColumn.missing, end != TableColumn.missing else { return .unknown }
      return Truth(start <= period.upperBound && end >= period.lowerBound)
    }
  }
}

/// The row belongs to the semester of the reference date in question: the day asked about, which is
/// the reference date of the row's semester, is this one.
final class AtReferenceDate: Predicate {
  private let referenceDay: Int32

  init(_ date: CalendarDate) { referenceDay = date.dayNumber }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    for (offset, day) in asked.days.enumerated() { truths[offset] = Truth(day == referenceDay) }
  }
}

/// `end − start + 1` within bounds.
final class DaysWithin: Predicate {
  private let starts: ColumnValues
  private let ends: ColumnValues
  private let bounds: ClosedRange<Int>

  init(_ starts: ColumnValues, _ ends: ColumnValues, _ bounds: ClosedRange<Int>) {
    self.starts = starts
    self.ends = ends
    self.bounds = bounds
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    asked.judge(into: truths) { row, _ in
      let (start, end) = (starts[row], ends[row])
      guard start != TableColumn.missing, end != TableColumn.missing else { return .unknown }
      return Truth(bounds.contains(Int(end) - Int(start) + 1))
    }
  }
}

/// Completed years on the day of the event within bounds.
final class AgeWithin: Predicate {
  private let births: ColumnValues
  private let bounds: ClosedRange<Int>

  init(_ births: ColumnValues, _ bounds: ClosedRange<Int>) {
    self.births = births
    self.bounds = bounds
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    asked.judge(into: truths) { row, day in
      let birth = births[row]
      guard birth != TableColumn.missing, day != TableColumn.missing else { return .unknown }
      let age = CalendarDate(dayNumber: birth).completedYears(on: CalendarDate(dayNumber: day))
      return Truth(bounds.contains(age))
    }
  }
}

/// The span from start to end is within some months (民法 §121).
final class WithinMonths: Predicate {
  private let starts: ColumnValues
  private let ends: ColumnValues
  private let months: Int

  init(_ starts: ColumnValues, _ ends: ColumnValues, _ months: Int) {
    self.starts = starts
    self.ends = ends
    self.months = months
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    asked.judge(into: truths) { row, _ in
      let (start, end) = (starts[row], ends[row])
      guard start != TableColumn.missing, end != TableColumn.missing else { return .unknown }
      let limit = CalendarDate(dayNumber: start).limit(ofMonths: months)
      return Truth(end < limit.dayNumber)
    }
  }
}

/// The number of members of a derived set within bounds.
final class MembersWithin: Predicate {
  private let members: DerivedSet
  private let bounds: ClosedRange<Int>

  init(_ members: DerivedSet, _ bounds: ClosedRange<Int>) {
    self.members = members
    self.bounds = bounds
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    var found: [Int32] = []
    asked.judge(into: truths) { row, day in
      guard members.find(row, day: day, into: &found) else { return .unknown }
      return Truth(bounds.contains(found.count))
    }
  }
}

/// A derived set has a member that is on the list, or one that is not.
final class MembersHold: Predicate {
  private let members: DerivedSet
  private let listed: Set<Int32>
  private let wantListed: Bool

  init(_ members: DerivedSet, listed: Set<Int32>, wantListed: Bool) {
    self.members = members
    self.listed = listed
    self.wantListed = wantListed
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    var found: [Int32] = []
    asked.judge(into: truths) { row, day in
      guard members.find(row, day: day, into: &found) else { return .unknown }
      return Truth(found.contains { listed.contains($0) == wantListed })
    }
  }
}
