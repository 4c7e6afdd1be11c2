import Campus
import SeededRandomness
import Testing

@testable import Transform

struct DateTests {
  @Test(arguments: [
    "2025-08-01", "2025/8/1", "2025.08.01", "20250801", "114/08/01", "114-8-1", "114.08.01",
    "1140801", "民國114年8月1日", "114年8月1日", "2025年8月1日", "２０２５-０８-０１", "１１４年８月１日",
    "２０２５／０８／０１", "１１４．８．１", "２０２５－０８－０１ ０８：００",
    "２０２50801", " 2025-08-01\u{3000}", "\u{FEFF}2025-8-01", "2025-08-01 00:00",
    "2025-08-01 23:59:59",
    "2025-08-01 8:05:07.123", "2025-08-01T00:00:00", "2025/8/1 上午 12:00:00", "2025/8/1 下午12:00:00",
    "2025/8/1 12:00:00 AM", "2025/8/1 12:00:00PM", "2025/8/1 PM 3:00", "2025/8/1 3:00 上午",
    "1140801 00:00:00", "民國114年8月1日 下午 3:05", "2025-08-01  00:00", "2025-08-01T上午 08:00",
    "2025-08-01\u{3000}08:00",
  ])
  func `spellings of 1 August 2025`(_ spelling: String) {
    #expect(reading(spelling, as: .date) == "2025-08-01")
  }

  @Test(arguments: [
    ("760518", "1987-05-18"), ("76/5/18", "1987-05-18"), ("076.05.18", "1987-05-18"),
    ("0760518", "1987-05-18"), ("76年5月18日", "1987-05-18"), ("民國76年5月18日", "1987-05-18"),
    ("113/2/29", "2024-02-29"), ("1900-01-01", "1900-01-01"), ("9999-12-31", "9999-12-31"),
    ("010101", "1912-01-01"), ("199/12/31", "2110-12-31"), ("19000228", "1900-02-28"),
  ])
  func `other days`(_ spelling: String, _ day: String) {
    #expect(reading(spelling, as: .date) == day)
  }

  @Test(arguments: [
    "?", "0", "2025", "2025-08", "2025-13-01", "2025-00-10", "2025-08-32", "2025-08-00",
    "114-02-30", "114/2/29", "2025-02-29", "19000229", "2025-8/1", "2025/8-1", "114.8/1", "5/8/1",
    "00/1/1", "000101", "0000101", "200/1/1", "214/08/01", "999/1/1", "1899-12-31", "0114/08/01",
    "1140/8/1", "18991231", "01140801", "2140801", "11408011", "202508011", "12025-08-01",
    "民國2025年8月1日", "民國114/8/1", "民國1140801", "民國5年8月1日", "114年8月", "114年8月1", "8月1日",
    "114年008月1日", "2025-008-01", "2025-08-001", "-2025-08-01", "+2025-08-01", "2025 08 01",
    "2025-08-01T", "2025-08-01 x", "2025-08-01x", "2025-08-01 8", "2025-08-01 24:00",
    "2025-08-01 08:60", "2025-08-01 08:00:61", "2025-08-01 08:00:00.", "2025-08-01 08:00Z",
    "2025-08-01T08:00:00+08:00", "2025-08-01 AM 08:00 AM", "2025-08-01 上午", "2025-08-0108:00",
    "2025-08-01,", "2025/8/1/", "2025−08−01", "99999999999999999999", "……", "…", "1/8/2025",
    "01-08-2025", "45870", "45870.0",
  ])
  func `no day`(_ spelling: String) {
    #expect(reading(spelling, as: .date) == "!invalid-date")
  }

  @Test(arguments: ["", " ", "-", "－", "—", "NULL", " \u{3000}\u{FEFF}\u{A0}-\u{2003}\t\n"])
  func `no value`(_ spelling: String) {
    #expect(reading(spelling, as: .date) == nil)
  }

  /// Ten bytes are read at once; whoever reads them one after another finds the same day.
  @Test(arguments: 0..<20) func `ten bytes at once`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = Array("0123456789-/.:TX ".utf8) + [0, 0x2F, 0x3A, 0x7F, 0x80, 0xB0, 0xFF]
    for _ in 0..<3_000 {
      let separator = bytes[10 + random.below(3)]
      var cell: [UInt8] = (0..<10).map { place in
        [4, 7].contains(place) ? separator : bytes[random.below(random.below(9) == 0 ? 3 : 2)]
      }
      cell[0] = bytes[1 + random.below(2)]
      if random.below(2) == 0 { cell[random.below(10)] = bytes[random.below(bytes.count)] }
      cell.withUnsafeBufferPointer {
        let day = DateSpelling.scannedDay($0)
        let plain = DateSpelling.plainDay($0)
        #expect(plain == day || plain == nil, "seed \(seed): \(cell)")
        #expect(DateSpelling.day($0) == day)
      }
    }
  }

  @Test func `every day of three centuries at once`() {
    for number in stride(from: Int32(-25_567), to: 84_000, by: 1) {
      let day = CalendarDate(dayNumber: number)
      let cell = Array(day.description.utf8)
      #expect(cell.withUnsafeBufferPointer(DateSpelling.plainDay) == day)
    }
  }
}
