/// A person's nationalities: ROC only, dual with ROC either way round, HK, MO, CN, stateless,
/// foreign, foreign twice.
struct Citizenship {
  var first: Int
  var second: Int?

  private static let kinds = Weights(40, 5, 5, 5, 4, 6, 3, 27, 5)

  init(_ random: inout RandomStream) {
    let kind = random.pick(Citizenship.kinds)
    let country = Country.foreign(&random)
    let other = Country.foreign(&random)
    switch kind {
    case 0: (first, second) = (Country.taiwan, nil)
    case 1: (first, second) = (Country.taiwan, country)
    case 2: (first, second) = (country, Country.taiwan)
    case 3: (first, second) = (Country.hongKong, nil)
    case 4: (first, second) = (Country.macao, nil)
    case 5: (first, second) = (Country.mainland, nil)
    case 6: (first, second) = (Country.stateless, nil)
    case 7: (first, second) = (country, nil)
    default: (first, second) = (country, other)
    }
  }

  var isROC: Bool { first == Country.taiwan || second == Country.taiwan }
}
