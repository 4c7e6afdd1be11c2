/// publications: one row per teacher and article; several rows of an article may disagree.
struct PublicationRows: RowMaker {
  let world: World
  let table = SourceTable.publications
  let layout = Layout.shared

  private static let crossBorders = Weights(38, 22, 12, 28)

  func fill(_ row: inout Row, _ place: Place) {
    var article = entityStream(place)
    var random = rowStream(place)
    addIdentity(&row, place.entity, &article, &random)
    if random.once(in: 20) {
      row.missing()
    } else {
      addTeacher(teacher(&random), &random, to: &row)
    }
    row.addPoolText(TextPools.titles, &article)
    row.addPoolText(TextPools.journals, &article)
    addIndexes(&row, &article, &random)
    let usual = world.publicationMonth(&article)
    let month = random.once(in: 16) ? world.publicationMonth(&random) : usual
    row.add(month / 12)
    row.add(month % 12 + 1)
    // The teachers of one article answer for themselves.
    row.addCode(&random, PublicationRows.crossBorders, missingPercent: 35)
    row.add(set: partnerCountries(&random))
    let usualPartners = institutions(&article)
    row.add(set: random.once(in: 6) ? institutions(&random) : usualPartners)
  }

  /// A DOI, an article number or both. A row that lacks the DOI of its article is another article.
  private func addIdentity(
    _ row: inout Row, _ entity: Int, _ article: inout RandomStream, _ random: inout RandomStream
  ) {
    let kind = article.below(10)
    let style = article.below(4)
    let forgets = random.once(in: 24)
    if kind < 7, !(forgets && kind < 3) {
      let start = row.texts.count
      switch style {
      case 0: row.texts.append("10.1002/(sici)1097-4571(2025)")
      case 1: row.texts.append("10.1038/s41586-025-")
      case 2: row.texts.append("10.6210/jntnu.")
      default: row.texts.append("10.1371/journal.pone.")
      }
      row.texts.append(decimal: entity, width: 6)
      row.endText(from: start)
    } else {
      row.missing()
    }
    if kind < 3 || kind >= 7 {
      row.add(identifier: "WOS:", entity, width: 12)
    } else {
      row.missing()
    }
  }

  private func addIndexes(
    _ row: inout Row, _ article: inout RandomStream, _ random: inout RandomStream
  ) {
    var set: UInt64 = 0
    for place in 0..<6 where article.below(4) == 0 { set |= 1 << UInt64(place) }
    if article.once(in: 4) || set == 0 { set |= 1 << 6 }
    if random.once(in: 10) { set = 1 << UInt64(random.below(7)) }
    row.add(set: set)
  }

  /// None; TW only; CN, HK and MO only, with TW or without; with others beyond them.
  private func partnerCountries(_ random: inout RandomStream) -> UInt64 {
    let kind = random.below(8)
    let near = UInt64(1 + random.below(7)) << 1
    let far =
      UInt64(1) << UInt64(Country.foreign(&random)) | UInt64(1) << UInt64(Country.foreign(&random))
    let taiwan = UInt64(random.below(2))
    switch kind {
    case 0: return 0
    case 1: return 1
    case 2, 3: return near | taiwan
    case 4: return near | far | taiwan
    case 5: return UInt64(1) << UInt64(Country.stateless) | taiwan
    default: return far | taiwan
    }
  }

  /// One benchmark partner, several at once, others, or none.
  private func institutions(_ random: inout RandomStream) -> UInt64 {
    let kind = random.below(8)
    let partner = UInt64(1) << UInt64(random.below(Institution.partners))
    let second = UInt64(1) << UInt64(random.below(Institution.partners))
    let others = Institution.pool.count - Institution.partners
    let other = UInt64(1) << UInt64(Institution.partners + random.below(others))
    switch kind {
    case 0, 1: return partner
    case 2: return partner | second
    case 3: return partner | other
    case 4, 5: return other
    default: return 0
    }
  }
}
