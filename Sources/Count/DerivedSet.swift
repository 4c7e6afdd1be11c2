import Campus
import Definitions

/// A set of codes that a rule or a breakdown derives from a row; nil when it is missing.
class DerivedSet {
  let list: CodeList

  init(list: CodeList) { self.list = list }

  func members(_ row: Int, day: Int32) -> [Int32]? { nil }
}

/// The participating countries without those that only the school's own foreign staff and students
/// stand for: 若參與之境外人士為舉辦學校校內外籍師生者，則不可列入前揭國別(地區)數之計算。
final class CountriesWithoutOwn: DerivedSet {
  private let participants: (values: ColumnValues, sets: [[Int32]])
  private let own: (values: ColumnValues, sets: [[Int32]])?

  init(
    list: CodeList, participants: (values: ColumnValues, sets: [[Int32]]),
    own: (values: ColumnValues, sets: [[Int32]])?
  ) {
    self.participants = participants
    self.own = own
    super.init(list: list)
  }

  override func members(_ row: Int, day: Int32) -> [Int32]? {
    let value = participants.values[row]
    guard value != TableColumn.missing else { return nil }
    let countries = participants.sets[Int(value)]
    guard let own, own.values[row] != TableColumn.missing else { return countries }
    let excluded = own.sets[Int(own.values[row])]
    return countries.filter { !excluded.contains($0) }
  }
}

/// The benchmark partners among the partner institutions that are in force on the day.
final class PartnersInForce: DerivedSet {
  private let values: ColumnValues
  private let sets: [[Int32]]
  private let partners: [BenchmarkPartner]

  init(list: CodeList, values: ColumnValues, sets: [[Int32]], partners: [BenchmarkPartner]) {
    self.values = values
    self.sets = sets
    self.partners = partners
    super.init(list: list)
  }

  override func members(_ row: Int, day: Int32) -> [Int32]? {
    let value = values[row]
    guard value != TableColumn.missing, day != TableColumn.missing else { return nil }
    let date = CalendarDate(dayNumber: day)
    // Behind the partners stand the institutions that are none.
    return sets[Int(value)].filter {
      Int($0) < partners.count && partners[Int($0)].isInForce(on: date)
    }
  }
}

/// The countries of the benchmark partners in force.
final class PartnerCountries: DerivedSet {
  private let partnersInForce: PartnersInForce
  private let countryOfPartner: [Int32]

  init(list: CodeList, partnersInForce: PartnersInForce, countryOfPartner: [Int32]) {
    self.partnersInForce = partnersInForce
    self.countryOfPartner = countryOfPartner
    super.init(list: list)
  }

  override func members(_ row: Int, day: Int32) -> [Int32]? {
    guard let partners = partnersInForce.members(row, day: day) else { return nil }
    return Set(partners.map { countryOfPartner[Int($0)] }).sorted()
  }
}
