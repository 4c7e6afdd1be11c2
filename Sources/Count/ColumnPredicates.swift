import Campus

/// A column whose distinct values were judged beforehand: codes, flags, sets, texts.
final class JudgedValues: Predicate {
  private let values: ColumnValues
  private let truthOfValue: [Truth]

  /// `holds` has one entry for each distinct value of the column.
  init(_ values: ColumnValues, holds: [Bool]) {
    self.values = values
    truthOfValue = holds.map(Truth.init)
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    let missing = TableColumn.missing
    for (offset, value) in asked.values(of: values).enumerated() {
      truths[offset] = value == missing ? .unknown : truthOfValue[Int(value)]
    }
  }
}

/// A whole number within bounds.
final class NumberWithin: Predicate {
  private let values: ColumnValues
  private let bounds: ClosedRange<Int>

  init(_ values: ColumnValues, _ bounds: ClosedRange<Int>) {
    self.values = values
    self.bounds = bounds
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    let missing = TableColumn.missing
    for (offset, value) in asked.values(of: values).enumerated() {
      truths[offset] = value == missing ? .unknown : Truth(bounds.contains(Int(value)))
    }
  }
}

/// Whether a column has a value.
final class HasValue: Predicate {
  private let values: ColumnValues

  init(_ values: ColumnValues) { self.values = values }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    let missing = TableColumn.missing
    for (offset, value) in asked.values(of: values).enumerated() {
      truths[offset] = Truth(value != missing)
    }
  }
}

/// A test on a column that the exports lack, whose values are all missing.
final class Constant: Predicate {
  private let truth: Truth

  init(_ truth: Truth) { self.truth = truth }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    truths.update(repeating: truth)
  }
}

/// A date that is not before the day asked about.
final class NotBeforeDay: Predicate {
  private let values: ColumnValues

  init(_ values: ColumnValues) { self.values = values }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    let missing = TableColumn.missing
    for (offset, value) in asked.values(of: values).enumerated() {
      let day = asked.days[offset]
      truths[offset] = value == missing || day == missing ? .unknown : Truth(value >= day)
    }
  }
}

/// One decimal times a factor is at least another: a third of the credits, exactly.
final class TimesAtLeast: Predicate {
  private let values: ColumnValues
  private let distinct: [Int128]
  private let factor: Int128
  private let otherValues: ColumnValues
  private let otherDistinct: [Int128]

  init(
    _ values: ColumnValues, _ distinct: [Int128], factor: Int, _ otherValues: ColumnValues,
    _ otherDistinct: [Int128]
  ) {
    self.values = values
    self.distinct = distinct
    self.factor = Int128(factor)
    self.otherValues = otherValues
    self.otherDistinct = otherDistinct
  }

  override func evaluate(_ asked: AskedRows, into truths: Truths) {
    asked.judge(into: truths) { row, _ in
      let (value, other) = (values[row], otherValues[row])
      guard value != TableColumn.missing, other != TableColumn.missing else { return .unknown }
      // A product too large for 128 bits is larger than any other value.
      let (product, overflow) = distinct[Int(value)].multipliedReportingOverflow(by: factor)
      return Truth(overflow || product >= otherDistinct[Int(other)])
    }
  }
}
