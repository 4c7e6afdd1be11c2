import Glibc

/// A word of a code list as it may stand in an export.
struct Word: Sendable {
  let bytes: [UInt8]
  /// CP950 has all its characters.
  let inCP950: Bool
  /// It holds nothing that separates the items of a set.
  let fitsSet: Bool
  /// It is on no list, a name that must stand as it is.
  let isVerbatim: Bool

  init(_ text: String, _ table: CP950Table, isVerbatim: Bool = false) {
    self.isVerbatim = isVerbatim
    bytes = Array(text.utf8)
    inCP950 = text.unicodeScalars.allSatisfy { table.code(of: $0) != nil }
    fitsSet = !text.unicodeScalars.contains { ",，;；、|｜/／\n".unicodeScalars.contains($0) }
  }
}

/// The words of every code that rows use, read from the code lists; the first is the label.
struct WordBook: Sendable {
  private var words: [CodeName: [[Word]]] = [:]

  /// Reads the lists of a folder. Throws when one is missing or lacks a code of the contract.
  init(folder: String, _ table: CP950Table) throws {
    for name in CodeName.allCases {
      let path = "\(folder)/\(name.rawValue).csv"
      let rows = try WordBook.readTable(path)
      var found: [String: [String]] = [:]
      for row in rows.dropFirst() {
        let (code, words) = WordBook.words(of: row, name)
        found[code] = words
      }
      words[name] = try name.codes.map { code in
        if let words = found[code] { return words.map { Word($0, table) } }
        guard name == .benchmarkPartners else {
          throw Stop.input("\(path): there is no code `\(code)`")
        }
        return [Word(code, table, isVerbatim: true)]
      }
    }
  }

  subscript(name: CodeName) -> [[Word]] { words[name] ?? [] }

  /// A row's code and the words that mean it.
  private static func words(of row: [String], _ name: CodeName) -> (String, [String]) {
    func list(_ place: Int) -> [String] {
      row.count > place ? row[place].split(separator: ";").map(String.init) : []
    }
    switch name {
    case .countries:
      guard row.count > 6 else { return ("", []) }
      var words = [row[3], row[0], row[4]]
      if !row[1].isEmpty { words += [row[1], "NAT" + row[1]] }
      return (row[0], words.filter { !$0.isEmpty } + list(2) + list(6))
    case .benchmarkPartners:
      return (row[0], [row[0]] + list(1))
    default:
      guard row.count > 1 else { return ("", []) }
      return (row[0], [row[1], row[0]] + list(3))
    }
  }

  /// A CSV file of a code list: comma, quotes doubled inside quotes, lines in LF or CRLF.
  private static func readTable(_ path: String) throws -> [[String]] {
    let bytes = try readFile(path)
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if quoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if place < bytes.count, bytes[place] == byte {
          field.append(byte)
          place += 1
        } else {
          quoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): quoted = true
      case UInt8(ascii: ","), 10:
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 10 {
          rows.append(row)
          row = []
        }
      case 13: break
      default: field.append(byte)
      }
    }
    if !field.isEmpty || !row.isEmpty {
      rows.append(row + [String(decoding: field, as: UTF8.self)])
    }
    return rows.filter { $0 != [""] }
  }

  private static func readFile(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Stop.input("\(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &part, part.count)
      guard count >= 0 else { throw Stop.input("\(path): \(String(cString: strerror(errno)))") }
      if count == 0 { return bytes }
      bytes += part[0..<count]
    }
  }
}
