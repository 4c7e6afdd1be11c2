/// The cells of one column of a detail table: each distinct cell once, and for every line a number.
package struct DetailCells: Hashable, Sendable {
  /// The number of a line without a cell.
  package static var missing: Int32 { -1 }

  /// None of them is `.missing`.
  package private(set) var distinct: [DetailTable.Cell]
  /// For each line the number of its cell among the distinct ones, or `missing`.
  package private(set) var numbers: [Int32]

  package init(distinct: [DetailTable.Cell], numbers: [Int32]) {
    self.distinct = distinct
    self.numbers = numbers
  }

  /// One cell a line.
  package init(_ cells: [DetailTable.Cell]) {
    self.init(distinct: [], numbers: [])
    var known: [DetailTable.Cell: Int32] = [:]
    numbers = cells.map { cell in
      if cell == .missing { return DetailCells.missing }
      if let number = known[cell] { return number }
      distinct.append(cell)
      known[cell] = Int32(distinct.count - 1)
      return Int32(distinct.count - 1)
    }
  }

  /// A cell for each of many values, numbered in the order in which they are first seen.
  package init(values: [Int32], cell: (Int32) -> DetailTable.Cell) {
    let numbered = NumberedValues(values)
    var distinct: [DetailTable.Cell] = []
    let numbers = numbered.distinct.map { value in
      let cell = cell(value)
      if cell == .missing { return DetailCells.missing }
      distinct.append(cell)
      return Int32(distinct.count - 1)
    }
    let isComplete = distinct.count == numbers.count
    self.init(
      distinct: distinct,
      numbers: isComplete ? numbered.numbers : numbered.numbers.map { numbers[Int($0)] })
  }

  /// Some of the lines, in the order asked for.
  package func lines(_ indexes: [Int]) -> DetailCells {
    DetailCells(values: indexes.map { numbers[$0] }) { number in
      number == DetailCells.missing ? .missing : distinct[Int(number)]
    }
  }

  package subscript(line: Int) -> DetailTable.Cell {
    numbers[line] == DetailCells.missing ? .missing : distinct[Int(numbers[line])]
  }
}
