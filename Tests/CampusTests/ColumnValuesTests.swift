import Testing

@testable import Campus

struct ColumnValuesTests {
  @Test func valuesStayWhatTheyAreAsTheColumnGrowsWider() {
    let steps: [[Int32]] = [
      [0, 254, TableColumn.missing], [255], [TableColumn.missing, 65_534], [65_535, 7], [-1],
      [Int32.max, TableColumn.missing],
    ]
    var column = ColumnValues()
    var expected: [Int32] = []
    for step in steps {
      column.append(contentsOf: step)
      expected += step
      #expect(Array(column) == expected)
      #expect(column.copy(1..<expected.count) == Array(expected[1...]))
      var seen: [Int32] = []
      column.forEach(in: 0..<expected.count) { offset, value in
        #expect(offset == seen.count)
        seen.append(value)
      }
      #expect(seen == expected)
    }
    column.removeAll { $0 % 2 == 0 }
    #expect(Array(column) == expected.indices.filter { $0 % 2 == 1 }.map { expected[$0] })
  }

  @Test(arguments: [-1, 254, 255, 256, 65_534, 65_535, 65_536, Int32.max, Int32.min + 1])
  func oneValue(_ value: Int32) {
    #expect(Array(ColumnValues([value, TableColumn.missing])) == [value, TableColumn.missing])
  }
}
