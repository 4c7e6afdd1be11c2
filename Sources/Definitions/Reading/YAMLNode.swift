/// A value of a definition file with the line it begins on. Every scalar is text: what it means is
/// for the schema to say, so `NO` stays Norway and `0612` keeps its zero.
struct YAMLNode: Sendable {
  /// One key of a mapping.
  struct Entry: Sendable {
    let key: String
    let line: Int
    let value: YAMLNode
  }

  enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  let line: Int
  let content: Content

  var scalar: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }
}
