import Campus
import Definitions

/// Raw records in, typed columns and the problems of their cells out (sources.md, section 2).
///
/// It knows no batch but the one it is given, and remembers nothing but spellings: several decoders
/// may work on batches of one source at the same time.
struct BatchDecoder: Sendable {
  private let contract: SourceContract
  private var columns: [any ColumnDecoder]
  private let corrections: [CodeCorrection]
  private let start: Int?
  private let end: Int?
  private let readsIdentity: Bool

  /// A decoder for a source that hands on the columns, and the identity, whose names are to be read.
  init(contract: SourceContract, reading names: Set<String>) {
    self.contract = contract
    let identity = contract.identity?.firstOf ?? []
    columns = contract.columns.enumerated().map { index, column in
      BatchDecoder.decoder(
        of: column,
        at: ColumnPlace(
          index: index, required: column.required, quoting: !column.personal,
          isNeeded: column.required || !contract.key.isEmpty || names.contains(column.name)
            || identity.contains(index),
          isCompared: !contract.key.isEmpty))
    }
    corrections = contract.columns.indices.compactMap { CodeCorrection(of: $0, in: contract) }
    func date(_ name: String) -> Int? {
      contract.columns.firstIndex { column in
        if case .date = column.type { column.name == name } else { false }
      }
    }
    start = date("start")
    end = date("end")
    readsIdentity = contract.identity.map { names.contains($0.name) } ?? false
  }

  /// Reads a batch.
  mutating func decode(_ batch: RecordBatch) -> DecodedBatch {
    var decoded = DecodedBatch(batch, columnCount: contract.columns.count)
    decoded.hasKey = !contract.key.isEmpty && contract.key.allSatisfy(batch.columns.contains)
    if !contract.key.isEmpty {
      decoded.fingerprints = Array(repeating: RowFingerprint(), count: batch.recordCount)
    }
    batch.withRows { rows in
      for index in columns.indices {
        let position = batch.columns.firstIndex(of: index)
        let cells = position.map { rows.cells(at: $0) } ?? rows.emptyCells
        columns[index].decode(cells, into: &decoded)
      }
      rejectBadCharacters(rows, &decoded)
    }
    for correction in corrections { correction.apply(to: &decoded) }
    fingerprintNumbers(&decoded)
    rejectReversedSpans(&decoded)
    identify(&decoded)
    sortProblems(&decoded)
    return decoded
  }

  private static func decoder(of column: ColumnContract, at place: ColumnPlace)
    -> any ColumnDecoder
  {
    switch column.type {
    case .text: TextColumnDecoder(place: place, folding: .text)
    case .identifier: TextColumnDecoder(place: place, folding: .identifier)
    case .doi: TextColumnDecoder(place: place, folding: .doi)
    case .isbn: TextColumnDecoder(place: place, folding: .isbn)
    case .code(let list): CodeColumnDecoder(place, list, whenMissing: whenMissing(column))
    case .codes(let list, let isOpen, let slashSeparates):
      SetColumnDecoder(
        place: place,
        reader: SetReader(list: list, isOpen: isOpen, slashSeparates: slashSeparates))
    case .date: DateColumnDecoder(place)
    case .yesNo: FlagColumnDecoder(place)
    case .decimal: DecimalColumnDecoder(place)
    case .integer: IntegerColumnDecoder(place, .integer)
    case .headcount: IntegerColumnDecoder(place, .headcount)
    case .year: IntegerColumnDecoder(place, .year)
    case .month: IntegerColumnDecoder(place, .month)
    case .semester: IntegerColumnDecoder(place, .semester)
    case .academicYear: IntegerColumnDecoder(place, .academicYear)
    }
  }

  /// What a missing value of a column means; `Reading.missing` when nothing.
  private static func whenMissing(_ column: ColumnContract) -> Int32 {
    switch column.type {
    case .yesNo, .headcount: 0
    case .code: column.missingMeans.map(Int32.init) ?? Reading.missing
    default: Reading.missing
    }
  }

  /// U+FFFD or NUL: what the cell said is lost, whatever else it may seem to say.
  private func rejectBadCharacters(_ rows: RecordRows, _ decoded: inout DecodedBatch) {
    guard rows.bytes.holdsBadCharacter else { return }
    var bad: Set<[Int]> = []
    for (position, column) in rows.columns.enumerated() {
      let cells = rows.cells(at: position)
      for row in 0..<cells.count where cells[row].holdsBadCharacter { bad.insert([row, column]) }
    }
    decoded.problems.removeAll { problem in
      problem.column.map { bad.contains([problem.row, $0]) } ?? false
    }
    for cell in bad { decoded.reject(cell[0], column: cell[1], .badCharacter) }
  }

  private func fingerprintNumbers(_ decoded: inout DecodedBatch) {
    guard !decoded.fingerprints.isEmpty else { return }
    for (index, column) in contract.columns.enumerated() {
      guard case .numbers(let values) = decoded.columns[index] else { continue }
      let nothing = BatchDecoder.whenMissing(column)
      decoded.fingerprints.withUnsafeMutableBufferPointer { fingerprints in
        for (row, value) in values.enumerated() where value != nothing {
          fingerprints[row].add(value, column: index)
        }
      }
    }
  }

  private func rejectReversedSpans(_ decoded: inout DecodedBatch) {
    guard let start, let end, case .numbers(let starts) = decoded.columns[start],
      case .numbers(let ends) = decoded.columns[end]
    else { return }
    for row in starts.indices
    where ends[row] < starts[row] && ends[row] > Reading.invalid {
      decoded.reject(row, column: end, .endBeforeStart)
    }
  }

  /// Finds the item of each row: the first of the identity's columns that has a value. The column
  /// is marked in the bytes, since a DOI and a number that look alike are not the same item.
  private func identify(_ decoded: inout DecodedBatch) {
    guard let identity = contract.identity else { return }
    var sources: [[ByteSlice]] = []
    for column in identity.firstOf {
      if case .strings(let strings) = decoded.columns[column] { sources.append(strings.slices) }
    }
    let names = identity.firstOf.map { contract.columns[$0].name }
    var identities: [ByteSlice] = []
    for row in 0..<decoded.rowCount {
      guard let mark = sources.firstIndex(where: { !$0[row].isMissing }) else {
        decoded.reject(row, column: nil, .missingIdentity(columns: names))
        if readsIdentity { identities.append(.missing) }
        continue
      }
      guard readsIdentity else { continue }
      let slice = sources[mark][row]
      let start = decoded.folded.count
      if slice.isFolded {
        // Byte by byte: a slice of the array would have the whole of it copied.
        for place in slice.range { decoded.folded.append(decoded.folded[place]) }
      } else {
        decoded.folded += decoded.raw[slice.range]
      }
      decoded.folded.append(UInt8(truncatingIfNeeded: mark))
      identities.append(
        ByteSlice(start: start, count: decoded.folded.count - start, isFolded: true))
    }
    decoded.identities = DecodedBatch.Strings(
      slices: identities, hashes: decoded.hashes(of: identities))
  }

  /// Puts the problems into reading order, and what concerns the whole row after its cells.
  private func sortProblems(_ decoded: inout DecodedBatch) {
    guard decoded.problems.count > 1 else { return }
    let order = decoded.problems.enumerated().sorted { left, right in
      let leftColumn = left.element.column ?? Int.max
      let rightColumn = right.element.column ?? Int.max
      return (left.element.row, leftColumn, left.offset)
        < (right.element.row, rightColumn, right.offset)
    }
    decoded.problems = order.map(\.element)
  }
}
