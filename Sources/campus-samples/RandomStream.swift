/// SplitMix64, keyed: every row, person or article draws from a stream of its own, so any row can
/// be made without the rows before it, in any order and in constant memory.
struct RandomStream {
  private var state: UInt64

  /// The stream of one thing: what it is (`topic`), and up to two numbers that name it.
  init(seed: UInt64, topic: Topic, _ first: Int = 0, _ second: Int = 0) {
    var key = RandomStream.mix(seed &+ topic.rawValue &* 0x9E37_79B9_7F4A_7C15)
    key = RandomStream.mix(key ^ UInt64(bitPattern: Int64(first)))
    state = RandomStream.mix(key &+ UInt64(bitPattern: Int64(second)) &* 0xD1B5_4A32_D192_ED03)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return RandomStream.mix(state)
  }

  /// A number from 0 up to but not including `limit`; `limit` is above zero.
  mutating func below(_ limit: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  /// True once in `count` draws.
  mutating func once(in count: Int) -> Bool { below(count) == 0 }

  /// True in `percent` of a hundred draws.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick(_ weights: Weights) -> Int {
    Int(weights.table[Int(truncatingIfNeeded: next() >> 32) & 127])
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What a stream of random numbers is for. Topics from `spelling` on never change a row's content.
enum Topic: UInt64 {
  case layout = 1
  case person, row, event, fault, absent, period, rareCharacters
  case spelling = 64
  case file, extras, split, order
}

/// Relative weights of the choices 0, 1, 2 …, as a table of 128 equally likely draws.
struct Weights: Sendable {
  let table: [UInt8]

  /// The weights may have any sum; every weight above zero gets at least one of the 128 draws.
  init(_ weights: Int...) {
    let total = max(1, weights.reduce(0, +))
    var table: [UInt8] = []
    for (choice, weight) in weights.enumerated() where weight > 0 {
      let draws = max(1, weight * 128 / total)
      table += [UInt8](repeating: UInt8(choice), count: draws)
    }
    let heaviest = UInt8(weights.indices.max { weights[$0] < weights[$1] } ?? 0)
    while table.count < 128 { table.append(heaviest) }
    while table.count > 128, let spare = table.firstIndex(of: heaviest) { table.remove(at: spare) }
    self.table = table
  }
}
