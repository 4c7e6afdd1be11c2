import Campus
import Definitions

/// A set of codes that a rule or a breakdown derives from a row.
class DerivedSet {
  let list: CodeList

  init(list: CodeList) { self.list = list }

  /// Puts the members of a row into an array that serves row after row; false, and none, when the
  /// set is missing.
  func find(_ row: Int, day: Int32, into members: inout [Int32]) -> Bool {
    members.removeAll(keepingCapacity: true)
    return false
  }
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

  override func find(_ row: Int, day: Int32, into members: inout [Int32]) -> Bool {
    members.removeAll(keepingCapacity: true)
    let value = participants.values[row]
    guard value != TableColumn.missing else { return false }
    members += participants.sets[Int(value)]
    if let own, own.values[row] != TableColumn.missing {
      let excluded = own.sets[Int(own.values[row])]
      members.removeAll(where: excluded.contains)
    }
    return true
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

  override func find(_ row: Int, day: Int32, into members: inout [Int32]) -> Bool {
    members.removeAll(keepingCapacity: true)
    let value = values[row]
    guard value != TableColumn.missing, day != TableColumn.missing else { return false }
    let date = CalendarDate(dayNumber: day)
    // Behind the partners stand the institutions that are none.
    for institution in sets[Int(value)]
    where Int(institution) < partners.count && partners[Int(institution)].isInForce(on: date) {
      members.append(institution)
    }
    return true
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

  override func find(_ row: Int, day: Int32, into members: inout [Int32]) -> Bool {
    guard partnersInForce.find(row, day: day, into: &members) else { return false }
    for index in members.indices { members[index] = countryOfPartner[Int(members[index])] }
    // Two partners of one country are one country.
    if members.count > 1 { members = Set(members).sorted() }
    return true
  }
}
