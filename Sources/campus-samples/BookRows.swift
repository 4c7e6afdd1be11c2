/// books: one row per teacher and book.
struct BookRows: RowMaker {
  let world: World
  let table = SourceTable.books
  let layout = Layout.shared

  private static let categories = Weights(55, 15, 20, 10)
  private static let crossBorders = Weights(30, 15, 15, 40)

  func fill(_ row: inout Row, _ place: Place) {
    var book = entityStream(place)
    var random = rowStream(place)
    addIdentity(&row, place.entity, &book)
    addTeacher(teacher(&random), &random, to: &row)
    row.addPoolText(TextPools.titles, &book)
    row.addCode(&book, BookRows.categories)
    row.add(flag: random.chance(82))
    row.addPoolText(TextPools.languages, &book)
    row.addPoolText(TextPools.publishers, &book)
    let country = Country.any(&book, taiwanPercent: 35)
    if book.once(in: 5) { row.missing() } else { row.add(country) }
    let usual = world.publicationMonth(&book)
    let month = random.once(in: 16) ? world.publicationMonth(&random) : usual
    row.add(month / 12)
    row.add(month % 12 + 1)
    row.addCode(&random, BookRows.crossBorders, missingPercent: 35)
  }

  private func addIdentity(_ row: inout Row, _ entity: Int, _ book: inout RandomStream) {
    let kind = book.below(10)
    if kind < 6 {
      row.add(identifier: "978986", entity, width: 7)
    } else if kind < 8 {
      let start = row.texts.count
      row.texts.append(decimal: entity, width: 9)
      row.texts.append("X")
      row.endText(from: start)
    } else {
      row.missing()
    }
    if kind >= 8 || kind < 3 { row.add(identifier: "BK", entity, width: 5) } else { row.missing() }
  }
}
