/// What the command line asks for.
struct Options {
  enum SpellingStyle: String {
    case plainOnly = "plain-only"
    case canonical, varied
  }
  enum EncodingChoice: String {
    case utf8 = "utf-8"
    case utf8WithMark = "utf-8-bom"
    case cp950
    case utf16le = "utf-16le"
    case utf16be = "utf-16be"
    case varied
  }

  var output = ""
  var seed: UInt64 = 1
  var spellingSeed: UInt64?
  var students = 200
  var minimum = 12
  /// In parts of ten thousand; nil when the rows are clean.
  var dirtyShare: Int?
  var spelling = SpellingStyle.canonical
  var encoding: EncodingChoice?
  var absences = Absences()
  var absentRandom = false
  var shuffleSeed: UInt64?
  /// Files of a source; 0 is one to three by chance.
  var split: Int?
  var period: (from: Int, to: Int)?
  var randomPeriod = false
  var codes = "pipelines/codes"
  var manifest = false
  var help = false

  static let usage = """
    usage: campus-samples --output DIR [options]

    Writes the exports of a made-up university: DIR/plain (what a correct reader makes of them)
    and DIR/exports (the same rows in the spellings of real exports). The same options give the
    same bytes.

    what the rows hold
      --seed N             the seed of the content (default 1)
      --students ROWS      rows of the students source (default 200); the others in proportion
      --minimum ROWS       the fewest rows of every other source (default 12)
      --period FROM..TO    the days that are counted (default 2025-08-01..2025-12-31), or `random`
      --dirty              some rows are faulty, below 4 % of every source
      --dirty-share PER    that share in per cent, with up to two decimals (implies --dirty)
      --absent NAME...     `source.column`, `source` or `students.programme=等級別`: not exported
      --absent-random      leaves out up to three columns or sources

    how the exports are spelled; none of these changes a count
      --spelling STYLE     plain-only, canonical (default) or varied
      --spelling-seed N    the seed of the spellings (default: the seed)
      --encoding NAME      utf-8, utf-8-bom, cp950, utf-16le, utf-16be or varied
      --shuffle-seed N     the exports' rows in another order
      --split N            each source over N files, or `varied`
      --codes DIR          the code lists with the words (default pipelines/codes)
      --manifest           writes exports/manifest.csv

    """

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let option = rest.popFirst() {
      switch option {
      case "--help", "-h": help = true
      case "--output": output = try Options.value(option, &rest)
      case "--seed": seed = try Options.number(option, &rest)
      case "--spelling-seed": spellingSeed = try Options.number(option, &rest)
      case "--shuffle-seed": shuffleSeed = try Options.number(option, &rest)
      case "--students": students = try Options.number(option, &rest)
      case "--minimum": minimum = try Options.number(option, &rest)
      case "--dirty": dirtyShare = dirtyShare ?? 375
      case "--dirty-share": dirtyShare = try Options.share(option, &rest)
      case "--absent-random": absentRandom = true
      case "--manifest": manifest = true
      case "--codes": codes = try Options.value(option, &rest)
      case "--absent":
        repeat {
          try absences.add(try Options.value(option, &rest))
        } while rest.first?.hasPrefix("--") == false
      case "--spelling": spelling = try Options.choice(option, &rest)
      case "--encoding":
        let choice: EncodingChoice = try Options.choice(option, &rest)
        encoding = choice
      case "--split":
        let text = try Options.value(option, &rest)
        guard text == "varied" || (1...100).contains(Int(text) ?? 0) else {
          throw Stop.usage("--split takes a number from 1 to 100, or `varied`")
        }
        split = Int(text) ?? 0
      case "--period": try readPeriod(try Options.value(option, &rest))
      default: throw Stop.usage("unknown option `\(option)`")
      }
    }
    if output.isEmpty, !help { throw Stop.usage("--output is missing") }
  }

  private mutating func readPeriod(_ text: String) throws {
    if text == "random" {
      randomPeriod = true
      return
    }
    let bytes = Array(text.utf8)
    guard bytes.count == 22, text.dropFirst(10).hasPrefix(".."),
      let from = CivilDay.parse(text.prefix(10)), let to = CivilDay.parse(text.suffix(10)),
      from <= to
    else { throw Stop.usage("--period takes two days: 2025-08-01..2025-12-31") }
    period = (from, to)
  }

  private static func value(_ option: String, _ rest: inout ArraySlice<String>) throws -> String {
    guard let value = rest.popFirst(), !value.hasPrefix("--") else {
      throw Stop.usage("\(option) needs a value")
    }
    return value
  }

  private static func number<Number: FixedWidthInteger>(
    _ option: String, _ rest: inout ArraySlice<String>
  ) throws -> Number {
    guard let number = Number(try value(option, &rest)), number >= 0 else {
      throw Stop.usage("\(option) takes a whole number")
    }
    return number
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ option: String, _ rest: inout ArraySlice<String>
  ) throws -> Choice {
    let text = try value(option, &rest)
    guard let choice = Choice(rawValue: text) else {
      throw Stop.usage("\(option) does not know `\(text)`")
    }
    return choice
  }

  /// A percentage with up to two decimals, in parts of ten thousand.
  private static func share(_ option: String, _ rest: inout ArraySlice<String>) throws -> Int {
    let parts = try value(option, &rest).split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    guard parts.count <= 2, fraction.utf8.count <= 2, let whole = Int(parts[0]),
      let hundredths = Int((fraction + "00").prefix(2)), whole >= 0,
      (1...5000).contains(whole * 100 + hundredths)
    else { throw Stop.usage("\(option) takes a percentage up to 50") }
    return whole * 100 + hundredths
  }
}
