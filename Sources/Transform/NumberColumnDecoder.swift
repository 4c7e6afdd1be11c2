import Campus

/// A column whose values are numbers of 32 bits.
///
/// Its types are named one by one, since behind `any ColumnDecoder` a generic type is not made into
/// code of its own and takes twice the time.
protocol NumberColumnDecoder: ColumnDecoder {
  associatedtype Cells: CellReader
  var place: ColumnPlace { get }
  var reader: Cells { get }
  /// What a missing value means; `Reading.missing` when nothing.
  var whenMissing: Int32 { get }

  /// The value of a cell: that of the reader.
  mutating func value(_ cells: ColumnCells, _ row: Int) -> Int32
}

extension NumberColumnDecoder {
  mutating func decode(_ cells: ColumnCells, into batch: inout DecodedBatch) {
    var hasInvalid = false
    var hasMissing = false
    let values = [Int32](count: cells.count) { values in
      for row in 0..<cells.count {
        var value = value(cells, row)
        if value == Reading.missing { value = whenMissing }
        hasInvalid = hasInvalid || value == Reading.invalid
        hasMissing = hasMissing || value == Reading.missing
        values[row] = value
      }
    }
    if hasInvalid || (hasMissing && place.required) { report(cells, values, into: &batch) }
    batch.columns[place.index] = .numbers(values)
  }

  private func report(_ cells: ColumnCells, _ values: [Int32], into batch: inout DecodedBatch) {
    for (row, value) in values.enumerated() {
      if value == Reading.invalid {
        let problem = reader.problem(in: cells[row], quoting: place.quoting)
        batch.reject(row, column: place.index, problem)
      } else if value == Reading.missing, place.required {
        batch.reject(row, column: place.index, .missingValue)
      }
    }
  }
}

/// A column whose spellings are few, so that each is read once.
protocol RememberingColumnDecoder: NumberColumnDecoder {
  var known: KnownNumbers { get set }
}

extension RememberingColumnDecoder {
  @inline(__always)
  mutating func value(_ cells: ColumnCells, _ row: Int) -> Int32 {
    known.value(cells, row, reader)
  }
}

/// A column of codes.
struct CodeColumnDecoder: RememberingColumnDecoder {
  let place: ColumnPlace
  let reader: CodeReader
  let whenMissing: Int32
  var known = KnownNumbers()

  init(_ place: ColumnPlace, _ list: CodeList, whenMissing: Int32) {
    self.place = place
    self.whenMissing = whenMissing
    reader = CodeReader(list: list)
  }
}

/// A column of yes and no.
struct FlagColumnDecoder: RememberingColumnDecoder {
  let place: ColumnPlace
  let reader = FlagReader()
  let whenMissing: Int32 = 0
  var known = KnownNumbers()

  init(_ place: ColumnPlace) { self.place = place }
}

/// A column of whole numbers of some kind.
struct IntegerColumnDecoder: RememberingColumnDecoder {
  let place: ColumnPlace
  let reader: NumberReader
  let whenMissing: Int32
  var known = KnownNumbers()

  init(_ place: ColumnPlace, _ kind: NumberReader.Kind) {
    self.place = place
    whenMissing = kind == .headcount ? 0 : Reading.missing
    reader = NumberReader(kind: kind)
  }
}

/// A column of dates. Each is read afresh, for there are too many to remember.
struct DateColumnDecoder: NumberColumnDecoder {
  let place: ColumnPlace
  let reader = DateReader()
  let whenMissing = Reading.missing

  init(_ place: ColumnPlace) { self.place = place }

  @inline(__always)
  mutating func value(_ cells: ColumnCells, _ row: Int) -> Int32 { reader.read(cells[row]) }
}
