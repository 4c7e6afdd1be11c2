import Campus
import Definitions
import Foundation
import SeededRandomness
import Testing

@testable import Extract

/// Several threads must read a file as one does, wherever it is cut.
struct SharingTests {
  /// The rows of a file with all that was found, lines counted from the beginning of the file.
  struct Reading: Equatable {
    var summaries: [FileSummary] = []
    var findings: [String] = []
    var rows: [String] = []
  }

  @Test func randomTextInStretchesOfAnySize() throws {
    let alphabet = [
      "a", "註", "註a", ",", ",", ",", "\"", "\"", "\"\"", " ", "\n", "\n", "\n", "\r", "\r\n",
      "\"b\nc\"", "\"\n\"",
    ]
    let place = try Workplace()
    for seed in UInt64(1)...400 {
      var randomness = SplitMix64(seed: seed)
      var text = seed % 3 == 0 ? "標題\n\n學號,姓名,x\n" : "學號,姓名\n"
      for _ in 0..<Int.random(in: 0...60, using: &randomness) {
        text += alphabet.randomElement(using: &randomness) ?? ""
      }
      let encoding = [String.Encoding.utf8, .utf16LittleEndian, .utf16BigEndian][Int(seed % 3)]
      let mark = encoding == .utf8 ? "" : "\u{FEFF}"
      let file = try place.write(
        "people.csv", Array((mark + text).data(using: encoding) ?? Data()))
      let expected = try Self.read(file, nil)
      for (threads, size) in [(1, 2), (2, 8), (3, 30), (2, 64)] {
        let sharing = TableFile.Sharing(
          workers: Workers(count: threads), smallestFile: 0, stretchSize: size)
        #expect(
          try Self.read(file, sharing) == expected,
          "seed \(seed), \(threads) threads, \(size) bytes: \(text.debugDescription)")
      }
    }
  }

  /// Inside quotes stands a whole table: each stretch looks sound by itself, and is not.
  @Test func quotedTableIsNotTakenForRows() throws {
    let place = try Workplace()
    let inner = String(repeating: "A9,李\nA8,陳\n", count: 200)
    let text = "學號,姓名\nA1,\"\(inner)\"\nA2,王\nA3\n註：附註\nA4,林\n"
    let file = try place.write("people.csv", Array(text.utf8))
    let expected = try Self.read(file, nil)
    #expect(expected.rows.count == 2)
    #expect(expected.findings == ["people.csv:404 field-count"])
    for size in [16, 100, 512, 4096] {
      let sharing = TableFile.Sharing(
        workers: Workers(count: 2), smallestFile: 0, stretchSize: size)
      #expect(try Self.read(file, sharing) == expected, "\(size) bytes")
    }
  }

  /// What stands below the footer is not read, though others have begun to.
  @Test func errorsBelowTheFooterAreNotFound() throws {
    let place = try Workplace()
    let rows = String(repeating: "A1,王\n", count: 100)
    let below = String(repeating: "too,many,fields\n\"open,\n", count: 100)
    let file = try place.write(
      "people.csv", Array("學號,姓名\n\(rows)說明：完\n\(below)".utf8))
    let expected = try Self.read(file, nil)
    #expect(expected.findings.isEmpty && expected.rows.count == 100)
    let sharing = TableFile.Sharing(workers: Workers(count: 3), smallestFile: 0, stretchSize: 64)
    #expect(try Self.read(file, sharing) == expected)
  }

  /// Files side by side, each read by whoever is idle: what make sanitize looks for races in.
  @Test func threadsHelpEachOther() throws {
    let place = try Workplace()
    let files = try (1...4).map { number in
      let rows = (0..<number * 700).map { "A\($0),\"王\n\($0)\"\n" }.joined()
      return try place.write("people-\(number).csv", "學號,姓名\n" + rows)
    }
    let workers = Workers(count: 4)
    let sharing = TableFile.Sharing(workers: workers, smallestFile: 0, stretchSize: 1024)
    let readings = try workers.run(files.map { file in { try Self.read(file, sharing) } })
    for (file, reading) in zip(files, readings) {
      #expect(try Self.read(file, nil) == reading)
    }
  }

  private static func read(_ file: InputFile, _ sharing: TableFile.Sharing?) throws -> Reading {
    var reading = Reading()
    func note(_ finding: Finding, _ before: Int) {
      let place = SourceLocation(
        file: finding.location.file, line: finding.location.line + before)
      reading.findings.append("\(place) \(finding.code)")
    }
    func note(_ batch: RecordBatch, _ before: Int) {
      for finding in batch.findings { note(finding, before) }
      let width = batch.columns.count
      for record in 0..<batch.recordCount {
        let cells = (record * width..<(record + 1) * width).map {
          String(decoding: batch.cell($0), as: UTF8.self)
        }
        reading.rows.append("\(batch.lines[record] + before): \(cells)")
      }
    }
    let extractor = SourceExtractor(contract: .people)
    if let sharing {
      reading.summaries = try extractor.extract(
        files: [file], manifest: nil, sharing: sharing, report: { note($0, 0) },
        decode: { $0 }, consume: { note($0, $1) })
    } else {
      reading.summaries = try extractor.extract(
        files: [file], manifest: nil, report: { note($0, 0) }, consume: { note($0, 0) })
      // The batches hold the findings too.
      reading.findings = []
      _ = try extractor.extract(
        files: [file], manifest: nil, report: { note($0, 0) }, consume: { _ in })
    }
    return reading
  }
}
