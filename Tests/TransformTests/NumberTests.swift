import Campus
import Definitions
import Testing

struct NumberTests {
  @Test(arguments: [
    ("0", "0"), ("9462", "9462"), ("9,462", "9462"), ("9,462 ", "9462"), ("１１４", "114"),
    ("９,４６2", "9462"), ("９，４６２", "9462"), ("１１４．０", "114"), ("114.0", "114"),
    ("114.000000000000000000000", "114"), ("0114", "114"),
    ("1,234,567", "1234567"), ("2147483647", "2147483647"), ("-", nil), ("", nil), ("NULL", nil),
  ])
  func `whole numbers`(_ spelling: String, _ number: String?) {
    #expect(reading(spelling, as: .integer) == number)
  }

  @Test(arguments: [
    "?", "+1", "-1", "－1", "1-", "94,62", "9,4620", ",462", "9,", "1234,567", "1,,234", "114.5",
    "114.", ".0", "1.0.0", "1e3", "1 000", "1,000.000,000", "2147483648", "18446744073709551616",
    "99999999999999999999999999999999999999", "²", "①", "一", "٣", "1.0000000000000000001", "0x1",
    "1\u{0}2",
  ])
  func `no whole number`(_ spelling: String) {
    let code = spelling.contains("\u{0}") ? "!bad-character" : "!invalid-integer"
    #expect(reading(spelling, as: .integer) == code)
  }

  @Test(arguments: [
    ("0", "0"), ("128", "128"), ("1.50", "1.5"), ("001.5", "1.5"), ("9,462.25", "9462.25"),
    ("１.５", "1.5"), ("0.000000000000000001", "0.000000000000000001"),
    ("0.1000000000000000000000", "0.1"), ("18446744073709551615", "18446744073709551615"),
    ("—", nil),
  ])
  func `decimals`(_ spelling: String, _ number: String?) {
    #expect(reading(spelling, as: .decimal) == number)
  }

  @Test(arguments: [
    "?", "-1.5", "1.", ".5", "1,5", "1.5.0", "0.0000000000000000001", "1e2", "18446744073709551616",
    "1.5%", "1/2", "NaN",
  ])
  func `no decimal`(_ spelling: String) {
    #expect(reading(spelling, as: .decimal) == "!invalid-decimal")
  }

  @Test(arguments: [
    ("114", "2025"), ("1", "1912"), ("199", "2110"), ("1900", "1900"), ("9999", "9999"),
    ("2025.0", "2025"), ("2,025", "2025"), ("0", "!invalid-year"), ("200", "!invalid-year"),
    ("1899", "!invalid-year"), ("10000", "!invalid-year"), ("114年", "!invalid-year"),
  ])
  func `years`(_ spelling: String, _ year: String) {
    #expect(reading(spelling, as: .year) == year)
  }

  @Test(arguments: [
    ("114", "114"), ("2025", "114"), ("1912", "1"), ("2110", "199"), ("1", "1"), ("199", "199"),
    ("0", "!invalid-academic-year"), ("200", "!invalid-academic-year"),
    ("1911", "!invalid-academic-year"), ("2111", "!invalid-academic-year"),
    ("2147483647", "!invalid-academic-year"),
  ])
  func `academic years`(_ spelling: String, _ year: String) {
    #expect(reading(spelling, as: .academicYear) == year)
  }

  @Test func `months and semesters`() {
    #expect(reading("12", as: .month) == "12")
    #expect(reading("08", as: .month) == "8")
    #expect(reading("0", as: .month) == "!invalid-month")
    #expect(reading("13", as: .month) == "!invalid-month")
    #expect(reading("２.0", as: .semester) == "2")
    #expect(reading("0", as: .semester) == "!invalid-semester")
    #expect(reading("3", as: .semester) == "!invalid-semester")
  }

  @Test func `a headcount that is missing is zero, one that is not available is not`() {
    for missing in ["", "-", "－", "—", "NULL"] {
      #expect(reading(missing, as: .headcount) == "0")
    }
    #expect(reading("…", as: .headcount) == "!not-available")
    #expect(reading(" ... ", as: .headcount) == "!not-available")
    #expect(reading("… 5", as: .headcount) == "!invalid-headcount")
    #expect(reading("…", as: .decimal) == "!not-available")
  }
}
