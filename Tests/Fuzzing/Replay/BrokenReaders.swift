import Campus

@testable import Definitions
@testable import Extract
@testable import Transform

extension Harness {
  /// Each harness over a reader with a mistake that somebody might make.
  static let broken = [
    // Takes what stands before a quote for a part of it.
    rewrittenCSV { bytes, separator, encoding in
      var listing = try Listing.of(bytes, separator, encoding)
      listing.records = listing.records.map { cells in
        cells.map { cell in cell.contains("\"") ? String(cell.dropFirst()) : cell }
      }
      return listing
    },
    // Loses the row that a cut goes through.
    stretches { table, sharing in
      var read = try ReadTable(table, sharing)
      if sharing != nil, read.rows.count > 1 { read.rows.removeLast() }
      return read
    },
    // Counts no line breaks inside quotes.
    twoReaders { bytes throws(CSVText.Refusal) in
      var before = 0
      return try CSVText.rows(bytes).map { row in
        let line = row.line - before
        before += row.fields.reduce(0) { $0 + $1.unicodeScalars.count { $0 == "\n" } }
        return CSVText.Row(line: line, fields: row.fields)
      }
    },
    // Takes one byte order for the other.
    encodings { try TextCodec($0 == .utf16le ? .utf16be : $0) },
    // Takes six digits for a year of the common era.
    dates { bytes in
      let day = DateSpelling.day(bytes.trimmed)
      return bytes.count == 6 ? day.map { CalendarDate(dayNumber: $0.dayNumber + 4018) } : day
    },
    // Takes a decimal point for a separator of thousands.
    numbers { NumberSpelling($0.trimmed).map { $0.units - $0.units % FixedPoint.one } },
    // Does not know the separators of full width.
    sets { list, isOpen, slash in
      let read = setReader(list, isOpen, slash)
      return { bytes in
        String(decoding: bytes, as: UTF8.self).contains("；") ? nil : read(bytes)
      }
    },
    // Drops a leading zero.
    identifiers { folding, cell in
      let bytes = folded(folding, cell)
      return bytes.first == UInt8(ascii: "0") ? Array(bytes.dropFirst()) : bytes
    },
    // Loses the last key of a mapping.
    yaml { bytes throws(YAMLReader.Refusal) in
      let root = try YAMLReader.read(bytes)
      guard case .mapping(let entries) = root.content, entries.count > 1 else { return root }
      return YAMLNode(line: root.line, content: .mapping(entries.dropLast()))
    },
    // Gives the words of an entry to the next one.
    codeLists(read: { bytes, problems in
      CodeListFile.read(bytes, name: "words", problems: problems).map { list in
        CodeList(
          name: list.name, entries: list.entries,
          words: FoldedWords(
            list.words.elements.map { ($0.word, ($0.index + 1) % list.entries.count) }))
      }
    }),
  ]
}
