import Campus
import SeededRandomness
import Testing

@testable import Extract

/// A second reader, one character at a time, must read random text as the first one does.
struct DifferentialTests {
  /// What either reader makes of a text.
  enum Reading: Equatable {
    case rows([Row])
    case refused(Problem, line: Int, after: [Row])
  }

  struct Row: Equatable {
    let line: Int
    let cells: [String]
  }

  @Test func randomText() throws {
    let alphabet = [
      "a", "註", ",", ",", "\"", "\"", "\"\"", " ", "\t", "\n", "\r", "\r\n", "\u{3000}",
    ]
    for seed in UInt64(1)...6000 {
      var randomness = SplitMix64(seed: seed)
      var text = ""
      for _ in 0..<Int.random(in: 0...24, using: &randomness) {
        text.unicodeScalars.append(
          contentsOf: (alphabet.randomElement(using: &randomness) ?? "").unicodeScalars)
      }
      let bytes = Array(text.utf8)
      let expected = Self.readSlowly(text)
      #expect(try Self.read([bytes]) == expected, "seed \(seed): \(text.debugDescription)")
      // Wherever the blocks end, the result is the same.
      let cut = Int.random(in: 0...bytes.count, using: &randomness)
      let blocks = [Array(bytes[..<cut]), Array(bytes[cut...])]
      #expect(try Self.read(blocks) == expected, "seed \(seed), cut \(cut)")
      #expect(try Self.read(bytes.map { [$0] }) == expected, "seed \(seed), single bytes")
    }
  }

  private static func read(_ blocks: [[UInt8]]) throws -> Reading {
    var reader = try RecordReader(separator: UInt8(ascii: ","))
    let collector = reader.row
    var rows: [Row] = []
    func take(_ line: Int) -> Bool {
      let cells = (0..<collector.pointee.keptCellsOfRow).map {
        String(decoding: collector.pointee.cell($0), as: UTF8.self)
      }
      rows.append(Row(line: line, cells: cells))
      collector.pointee.dropRow()
      return true
    }
    for block in blocks {
      let progress = try block.withUnsafeBufferPointer { try reader.read($0, take: take) }
      if case .refused(let problem, let line) = progress {
        return .refused(problem, line: line, after: rows)
      }
    }
    if case .refused(let problem, let line) = try reader.finish(take: take) {
      return .refused(problem, line: line, after: rows)
    }
    return .rows(rows)
  }

  /// RFC 4180 with blanks and tabs dropped around values, as sources.md, section 1 has it.
  private static func readSlowly(_ text: String) -> Reading {
    let scalars = Array(text.unicodeScalars)
    var rows: [Row] = []
    var cells: [String] = []
    var (position, line, rowLine) = (0, 1, 1)

    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
    func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
    func passBreak() {
      let isPair =
        scalars[position] == "\r" && position + 1 < scalars.count && scalars[position + 1] == "\n"
      position += isPair ? 2 : 1
      line += 1
    }

    while true {
      while position < scalars.count, isBlank(scalars[position]) { position += 1 }
      if cells.isEmpty {
        if position == scalars.count { return .rows(rows) }
        if isBreak(scalars[position]) {
          passBreak()
          continue
        }
        rowLine = line
      }
      let fieldLine = line
      var value = String.UnicodeScalarView()
      if position < scalars.count, scalars[position] == "\"" {
        position += 1
        while true {
          guard position < scalars.count else {
            return .refused(.unclosedQuote, line: fieldLine, after: rows)
          }
          if scalars[position] == "\"" {
            position += 1
            guard position < scalars.count, scalars[position] == "\"" else { break }
            value.append("\"")
            position += 1
          } else if isBreak(scalars[position]) {
            let start = position
            passBreak()
            value.append(contentsOf: scalars[start..<position])
          } else {
            value.append(scalars[position])
            position += 1
          }
        }
        while position < scalars.count, isBlank(scalars[position]) { position += 1 }
        if position < scalars.count, scalars[position] != ",", !isBreak(scalars[position]) {
          return .refused(.textAfterQuote, line: fieldLine, after: rows)
        }
      } else {
        while position < scalars.count, scalars[position] != ",", !isBreak(scalars[position]) {
          if scalars[position] == "\"" {
            return .refused(.quoteInsideField, line: fieldLine, after: rows)
          }
          value.append(scalars[position])
          position += 1
        }
        while let last = value.last, isBlank(last) { value.removeLast() }
      }
      cells.append(String(value))
      if position < scalars.count, scalars[position] == "," {
        position += 1
        continue
      }
      rows.append(Row(line: rowLine, cells: cells))
      cells = []
      if position == scalars.count { return .rows(rows) }
      passBreak()
    }
  }
}
