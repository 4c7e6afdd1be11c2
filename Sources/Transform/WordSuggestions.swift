import Campus
import Definitions

/// The known words that unknown ones were probably meant to be.
///
/// To find one takes a walk over the whole list, so that a column of nothing but unknown words
/// could hold up a night: after some hundred different ones there are no more suggestions.
struct WordSuggestions {
  private static let most = 500

  private var nearest: [String: String?] = [:]

  /// The problem with the nearest word of the column's list, if it is one of an unknown word that
  /// may be quoted.
  mutating func completed(_ problem: Problem, of column: ColumnContract?) -> Problem {
    guard case .unmapped(let value?, let name, nil) = problem, let list = column?.type.codeList
    else { return problem }
    return .unmapped(value: value, list: name, nearest: suggestion(for: value, in: list))
  }

  private mutating func suggestion(for word: String, in list: CodeList) -> String? {
    let key = list.name + "\n" + word
    if let known = nearest[key] { return known }
    guard nearest.count < WordSuggestions.most else { return nil }
    let words = list.entries.flatMap { [$0.label, $0.code, $0.english] }
    let found = NearestWord.to(word, among: words)
    nearest[key] = .some(found)
    return found
  }
}

extension ColumnContract.ValueType {
  /// The list that a coded column's words are on.
  fileprivate var codeList: CodeList? {
    switch self {
    case .code(let list), .codes(let list, _, _): list
    default: nil
    }
  }
}
