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
      #expect(column.array == expected)
      #expect(ColumnValues(expected, absent: -1).array == expected)
      let rows = expected.indices.map { Int32($0) }.reversed() + [-1, 0, 0]
      let values = rows.map { $0 < 0 ? TableColumn.missing : expected[Int($0)] }
      #expect(column.values(at: rows) == values)
      var copied = [Int32](repeating: 0, count: expected.count)
      copied.withUnsafeMutableBufferPointer { column.copy(1..<expected.count, into: $0) }
      #expect(copied == expected[1...] + [0])
    }
    column.removeAll { $0 % 2 == 0 }
    #expect(Array(column) == expected.indices.filter { $0 % 2 == 1 }.map { expected[$0] })
  }

  @Test(arguments: [-1, 254, 255, 256, 65_534, 65_535, 65_536, Int32.max, Int32.min + 1])
  func oneValue(_ value: Int32) {
    for absent in [TableColumn.missing, -1] {
      let column = ColumnValues([value, absent], absent: absent)
      #expect(Array(column) == [value, absent])
      #expect(column.values(at: [1, -7, 0]) == [absent, absent, value])
    }
  }
}
