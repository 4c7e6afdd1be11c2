import Campus
import Definitions
import Testing

@testable import Count

@Suite struct ItemColumnTests {
  private static func table(_ content: TableColumn.Content, _ values: [Int32]) -> Table {
    var table = Table(source: "works")
    table.columns["work"] = TableColumn(content: content, values: values)
    table.lines = values.indices.map { Int32($0 + 2) }
    return table
  }

  private static let list = CodeList(
    name: "kinds",
    entries: (0..<250).map { .init(code: "\($0)", label: "", english: "") }, words: [:])

  /// As many items as distinct values, and one more for each row that has none.
  @Test(arguments: [
    table(.codes(list), [249, 3, .min, 249, .min]), table(.flags, [1, 0, .min, 1, .min]),
    table(.dates, [-4000, 20_000, .min, -4000, .min]),
    table(.integers, [-1, .max, .min, -1, .min]),
    table(.decimals([1, 2]), [1, 0, .min, 1, .min]),
    table(.sets([[], [1]], list), [1, 0, .min, 1, .min]),
  ])
  func valuesOfAnyKindAreItems(table: Table) {
    let items = ItemColumn(of: table, .distinct("work"))
    let numbers = items.items(of: [0, 1, 2, 3, 4])
    #expect(numbers == (0..<5).map { items[$0] })
    #expect(numbers[0] == numbers[3])
    #expect(Set(numbers).count == 4)
    #expect(numbers.allSatisfy { (0..<items.capacity).contains(Int($0)) })
    #expect(items.set(of: [0, 1, 2, 3, 4]).count == 4)
    #expect(CountedItems(numbers).count == 4)
  }

  @Test func eventsAreTheirRows() {
    let items = ItemColumn(of: ItemColumnTests.table(.flags, [1, 1, 1]), .rows)
    #expect(items.items(of: [0, 2]) == [0, 2])
    #expect(items.capacity == 3)
    #expect(items[1] == 1)
  }
}
