/// Makes the rows of one source: each from its place alone.
protocol RowMaker: Sendable {
  var table: SourceTable { get }
  var layout: Layout { get }
  var world: World { get }

  /// Appends the cells of a place's row to a cleared row, in the contract's order.
  func fill(_ row: inout Row, _ place: Place)
}

extension RowMaker {
  /// The stream of an entity: what all its rows share.
  func entityStream(_ place: Place) -> RandomStream {
    world.stream(.person, table, place.entity)
  }

  /// The stream of one row.
  func rowStream(_ place: Place) -> RandomStream {
    world.stream(.row, table, place.entity, place.part)
  }

  /// Whether this source has names outside CP950: one in three, so that the others can be written
  /// in every encoding.
  var hasRareCharacters: Bool {
    var random = world.stream(.rareCharacters, table, 0)
    return random.once(in: 3)
  }
}

/// The cells that several sources share.
extension Row {
  mutating func addPoolText(
    _ pool: [[UInt8]], _ random: inout RandomStream, missingPercent: Int = 4
  ) {
    let missing = random.chance(missingPercent)
    let place = random.below(pool.count)
    if missing { self.missing() } else { add(text: pool[place]) }
  }

  /// A person's name: Chinese, foreign, seldom with a user-defined or a rare character.
  mutating func addName(_ random: inout RandomStream, rare: Bool, foreign: Bool) {
    let kind = random.below(200)
    let first = random.below(TextPools.surnames.count)
    let second = random.below(TextPools.givenNames.count)
    let place = random.below(60)
    if kind < 3 { return missing() }
    if rare, kind < 13 {
      return add(text: TextPools.rareNames[place % TextPools.rareNames.count])
    }
    if foreign { return add(text: TextPools.foreignNames[place % TextPools.foreignNames.count]) }
    let start = texts.count
    texts.append(TextPools.surnames[first])
    if kind == 199 { texts.append(TextPools.userDefined) }
    texts.append(TextPools.givenNames[second])
    endText(from: start)
  }

  mutating func addCode(_ random: inout RandomStream, _ weights: Weights, missingPercent: Int = 0) {
    let missing = random.chance(missingPercent)
    let code = random.pick(weights)
    if missing { self.missing() } else { add(code) }
  }

  mutating func addFlag(_ random: inout RandomStream, yesPercent: Int) {
    add(flag: random.chance(yesPercent))
  }

  /// The key of an event: now and then missing, and then the event's rows are never merged.
  mutating func addOptionalKey(_ prefix: StaticString, _ entity: Int, _ random: inout RandomStream)
  {
    if random.once(in: 8) { missing() } else { add(identifier: prefix, entity, width: 6) }
  }

  /// A set of a few countries around the limit of three: TW is in it in two of three.
  mutating func addCountries(_ random: inout RandomStream) -> UInt64 {
    let set = CountrySet.around(three: &random)
    add(set: set)
    return set
  }
}

/// Sets of countries as bits at their places in the pool.
enum CountrySet {
  private static let sizes = Weights(6, 6, 28, 34, 16, 10)

  static func around(three random: inout RandomStream) -> UInt64 {
    let size = random.pick(sizes)
    var set: UInt64 = 0
    if size > 0, random.below(3) > 0 { set = 1 << UInt64(Country.taiwan) }
    while set.nonzeroBitCount < size {
      set |= 1 << UInt64(Country.any(&random, taiwanPercent: 0))
    }
    return set
  }
}
