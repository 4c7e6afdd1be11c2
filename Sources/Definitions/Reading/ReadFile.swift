/// A file of `pipelines/` as it was read, and what it holds or why nobody can tell.
///
/// Reading it looks at nothing else and tells nobody, so that any thread can do it.
struct ReadFile<Content: Sendable>: Sendable {
  let path: String
  /// As they are on disk, for the trace of a run; nil when they cannot be read.
  let bytes: [UInt8]?
  let content: Result<Content, Fault>
}

/// Why the content of a file is not known.
enum Fault: Error {
  case unreadable(FolderFiles.Unreadable)
  case invalid(line: Int, kind: DefinitionProblem.Kind)
}

extension ReadFile<[UInt8]> {
  /// Reads UTF-8; without its byte order mark, which spreadsheet programs write.
  init(text path: String, in files: FolderFiles, keeping folder: inout OpenFolder?) {
    self.path = path
    do throws(FolderFiles.Unreadable) {
      let bytes = try files.read(path, keeping: &folder)
      let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
      self.bytes = bytes
      content =
        ReadFile.lineOfInvalidUTF8(text).map { .failure(.invalid(line: $0, kind: .notUTF8)) }
        ?? .success(text)
    } catch {
      bytes = nil
      content = .failure(.unreadable(error))
    }
  }

  /// The line of the first bytes that are no UTF-8, or nil when all are.
  private static func lineOfInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var line = 1
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}

extension ReadFile<YAMLNode> {
  /// Reads and parses YAML.
  init(yaml path: String, in files: FolderFiles, keeping folder: inout OpenFolder?) {
    let file = ReadFile<[UInt8]>(text: path, in: files, keeping: &folder)
    self.path = path
    bytes = file.bytes
    content = file.content.flatMap { text in
      do throws(YAMLReader.Refusal) {
        return .success(try YAMLReader.read(text))
      } catch {
        return .failure(.invalid(line: error.line, kind: error.kind))
      }
    }
  }
}
