/// Every sentence the program says, in one language. One file implements it for each language, so
/// that the compiler finds what a language lacks.
package protocol Wording: Sendable {
  /// What was found, without location and code.
  func message(_ finding: Finding) -> String
  /// What to do about it.
  func help(_ finding: Finding) -> String
  var error: String { get }
  var warning: String { get }
  /// `and 127 more`, and where they are when findings.csv is written.
  func andMore(_ count: Int, code: String, stored: Bool) -> String
}

extension Language {
  package var wording: any Wording {
    switch self {
    case .english: EnglishWording()
    case .traditionalChinese: TraditionalChineseWording()
    }
  }
}
