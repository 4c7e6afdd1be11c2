import Glibc

/// Writes the exports folder: every source in one or more files.
final class Exporter {
  private let options: Options
  private let absences: Absences
  private let folder: String
  private let words: WordBook
  private let codes: CP950Table
  private let seed: UInt64
  private var manifest = "file,rows,sha256\n"

  /// Nil when only the plain rows are asked for.
  init?(_ options: Options, _ world: World, _ absences: Absences) throws {
    guard options.spelling != .plainOnly else { return nil }
    self.options = options
    self.absences = absences
    folder = options.output + "/exports"
    seed = options.spellingSeed ?? options.seed
    codes = CP950Table()
    words = try WordBook(folder: options.codes, codes)
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw Stop.output(folder, errno) }
    try removeOldExports()
  }

  /// Starts a source; nil when its file is lacking.
  func begin(_ source: SourceRows) throws -> SourceExport? {
    guard source.exists else { return nil }
    var random = RandomStream(seed: seed, topic: .split, source.table.number)
    var parts = options.split ?? (options.spelling == .varied ? 0 : 1)
    if parts == 0 { parts = 1 + random.below(3) }
    let order = options.shuffleSeed.map {
      RowOrder(count: source.count, seed: $0, table: source.table.number)
    }
    return SourceExport(exporter: self, source: source, parts: parts, order: order)
  }

  /// Opens one of a source's files.
  func open(_ source: SourceRows, part: Int) throws -> ExportFile {
    let number = source.table.number * 1000 + part
    var random = RandomStream(seed: seed, topic: .file, number)
    let encoding = self.encoding(of: source, &random)
    let style =
      options.spelling == .varied
      ? FileStyle(source, absences: absences, encoding: encoding, table: codes, random: &random)
      : canonical(source, encoding)
    let speller = CellSpeller(
      words: words, varied: options.spelling == .varied,
      random: RandomStream(seed: seed, topic: .spelling, number))
    let suffix = part == 0 ? "" : options.spelling == .varied && part == 1 ? "-補報" : "-\(part + 1)"
    return try ExportFile(
      folder: folder, name: source.table.name + suffix + ".csv", style: style, source: source,
      speller: speller, codes: codes, digest: options.manifest)
  }

  func close(_ file: inout ExportFile) throws {
    let digest = try file.finish()
    manifest += "\(file.name),\(file.rows),\(digest ?? "")\n"
  }

  /// Writes what belongs to no source: the manifest, and in varied exports files that nobody reads
  /// and empty tables.
  func finish() throws {
    if options.spelling == .varied {
      var random = RandomStream(seed: seed, topic: .extras)
      if random.once(in: 4) {
        try write("學年度,學期,學號\n114,1,不應讀取\n", to: "students_old.csv")
      }
      if random.once(in: 4) { try write("這個檔案不是匯出檔\n", to: "readme.txt") }
      for table in SourceTable.all where random.once(in: 8) && !absences.lacks(table) {
        try write("無相關統計資料\n", to: table.name + "-z.csv")
        manifest += table.name + "-z.csv,0,\n"
      }
    }
    if options.manifest { try write(manifest, to: "manifest.csv") }
  }

  private func canonical(_ source: SourceRows, _ encoding: FileEncoding) -> FileStyle {
    var style = FileStyle(source, programmeIsLevel: absences.programmeIsLevel)
    style.encoding = encoding
    return style
  }

  /// The encoding of a file: CP950 only when the source has no character outside it.
  private func encoding(of source: SourceRows, _ random: inout RandomStream) -> FileEncoding {
    let draw = random.below(5)
    let choice: FileEncoding
    switch options.encoding ?? (options.spelling == .varied ? .varied : .utf8) {
    case .utf8: choice = .utf8
    case .utf8WithMark: choice = .utf8WithMark
    case .cp950: choice = .cp950
    case .utf16le: choice = .utf16le
    case .utf16be: choice = .utf16be
    case .varied: choice = [.utf8, .utf8WithMark, .cp950, .utf16le, .utf16be][draw]
    }
    return choice == .cp950 && source.maker.hasRareCharacters ? .utf8 : choice
  }

  private func write(_ text: String, to name: String) throws {
    let file = try OutputFile(path: "\(folder)/\(name)")
    file.buffer.append(text)
    _ = try file.finish()
  }

  /// Exports of an earlier run would be read as further files of a source.
  private func removeOldExports() throws {
    guard let directory = opendir(folder) else { throw Stop.output(folder, errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".csv") || name == "readme.txt" { names.append(name) }
    }
    for name in names where unlink("\(folder)/\(name)") != 0 {
      throw Stop.output("\(folder)/\(name)", errno)
    }
  }
}

/// One source on its way into its files.
struct SourceExport {
  private let exporter: Exporter
  private let source: SourceRows
  private let parts: Int
  private let order: RowOrder?
  private var file: ExportFile?
  private var part = 0
  private var written = 0

  init(exporter: Exporter, source: SourceRows, parts: Int, order: RowOrder?) {
    self.exporter = exporter
    self.source = source
    self.parts = parts
    self.order = order
  }

  /// Whether rows are written in the order of the plain rows.
  var isInOrder: Bool { order == nil }

  func number(at position: Int) -> Int { order?.row(at: position) ?? position }

  mutating func write(_ row: borrowing Row) throws {
    while file == nil || written == source.count * (part + 1) / parts {
      try next()
    }
    try file?.write(row)
    written += 1
  }

  mutating func finish() throws {
    // Files that got no row still stand there, with their header.
    while file == nil || part < parts - 1 { try next() }
    if file != nil { try exporter.close(&file!) }
  }

  private mutating func next() throws {
    if file != nil {
      try exporter.close(&file!)
      part += 1
    }
    file = try exporter.open(source, part: part)
  }
}
