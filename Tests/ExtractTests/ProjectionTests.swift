import Campus
import SeededRandomness
import Testing

@testable import Extract

/// A reader that hands libcsv only the fields that are kept must read as one that hands it all.
struct ProjectionTests {
  struct Row: Equatable {
    let line: Int
    let fieldCount: Int
    let keptCells: [String]
    let isBlank: Bool
    let isFooter: Bool
  }

  struct Reading: Equatable {
    var rows: [Row] = []
    var refusal: RecordReader.Progress?
    /// Whether a fresh reader could go on behind each block.
    var isBetweenRows: [Bool] = []
  }

  @Test func randomTextWithFieldsThatAreNotKept() throws {
    let cells = [
      "", "", "a", "甲", " b ", "註", "註：說明", "\u{3000}", "　x", "\t", "\"q\"", "\"x,y\"", "\"\n\"",
      "\"", "long enough for words of eight bytes", "臺北市大安區羅斯福路四段一號",
    ]
    let ends = ["\n", "\n", "\r\n", "\r", "\n\n", ","]
    var projected = 0
    for seed in UInt64(1)...4_000 {
      var randomness = SplitMix64(seed: seed)
      let kept = (0..<Int.random(in: 1...9, using: &randomness)).map { _ in
        Bool.random(using: &randomness)
      }
      guard kept.contains(true), kept.contains(false) else { continue }
      var text = ""
      for _ in 0..<Int.random(in: 1...8, using: &randomness) {
        // Now and then a row is shorter or longer than the header.
        let isRagged = Int.random(in: 0..<6, using: &randomness) == 0
        let count = isRagged ? Int.random(in: 1...10, using: &randomness) : kept.count
        // Quotes are what the scan must not pass over, and stop everything if they stand in all.
        let choice = Bool.random(using: &randomness) ? cells.filter { !$0.contains("\"") } : cells
        text +=
          (0..<count).map { _ in choice.randomElement(using: &randomness) ?? "" }
          .joined(separator: ",") + (ends.randomElement(using: &randomness) ?? "\n")
      }
      let bytes = Array(text.utf8)
      let cut = Int.random(in: 0...bytes.count, using: &randomness)
      for blocks in [[bytes], [Array(bytes[..<cut]), Array(bytes[cut...])]] {
        let expected = try Self.read(blocks, kept, projects: false)
        #expect(
          try Self.read(blocks, kept, projects: true) == expected,
          "seed \(seed), cut \(cut), kept \(kept): \(text.debugDescription)")
        projected += expected.rows.count
      }
    }
    #expect(projected > 10_000)
  }

  /// What is not kept and never fed shows that libcsv did not see the fields.
  @Test func libcsvDoesNotSeeWhatIsNotKept() throws {
    var scanner = FieldScanner()
    func isOrdinary(_ line: String, fields: Int) -> Bool {
      Array(line.utf8).withUnsafeBufferPointer {
        scanner.isOrdinary($0, fields: fields, separator: UInt8(ascii: ","))
      }
    }
    #expect(isOrdinary("a,b,c", fields: 3))
    #expect(scanner[0] == 0..<1 && scanner[1] == 2..<3 && scanner[2] == 4..<5)
    #expect(isOrdinary("甲乙丙丁戊,,,a,b,國立臺灣大學,", fields: 7))
    #expect(scanner[5] == 22..<40 && scanner[6] == 41..<41)
    for line in ["a,b", "a,b,c,d", "a,\"b\",c", "a,,", ",,", "註,,", "　,a,　"] {
      #expect(!isOrdinary(line, fields: 3), "\(line)")
    }
  }

  private static func read(_ blocks: [[UInt8]], _ kept: [Bool], projects: Bool) throws -> Reading {
    var reader = try RecordReader(separator: UInt8(ascii: ","))
    let collector = reader.row
    collector.pointee.keep(kept)
    if !projects { collector.pointee.projectedWidth = 0 }
    var reading = Reading()
    func take(_ line: Int) -> Bool {
      let row = collector.pointee
      reading.rows.append(
        Row(
          line: line, fieldCount: row.fieldCount,
          keptCells: (0..<row.keptCellsOfRow).map {
            String(decoding: row.cell($0), as: UTF8.self)
          }, isBlank: row.isBlank, isFooter: row.isFooter))
      collector.pointee.dropRow()
      return true
    }
    for block in blocks {
      let progress = try block.withUnsafeBufferPointer { try reader.read($0, take: take) }
      guard progress == .goOn else {
        reading.refusal = progress
        return reading
      }
      reading.isBetweenRows.append(reader.isBetweenRows)
    }
    let progress = try reader.finish(take: take)
    if progress != .goOn { reading.refusal = progress }
    return reading
  }
}
