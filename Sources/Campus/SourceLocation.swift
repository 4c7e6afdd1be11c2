/// A place in an input: the file's name (never its path) and the physical line, from 1.
package struct SourceLocation: Hashable, Comparable, Sendable {
  package let file: String
  /// 0 when the whole file is meant.
  package let line: Int

  package init(file: String, line: Int = 0) {
    self.file = file
    self.line = line
  }

  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line) < (right.file, right.line)
  }
}

extension SourceLocation: CustomStringConvertible {
  package var description: String { line == 0 ? file : "\(file):\(line)" }
}
