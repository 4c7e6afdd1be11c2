import Campus
import Glibc
import Testing

@testable import Store

/// A throw-away directory, gone with the test.
final class Workplace {
  let path: String

  init() throws {
    var template = Array("/tmp/campus-kpi-store-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Workplace.remove(path) }

  var database: String { path + "/kpi.sqlite" }
  var output: String { path + "/out" }
  var period: String { output + "/nightly/" + Sample.period.description }

  /// Opens the store, with patience: a process that another test is just starting has inherited the
  /// locks of this one, and holds them until it runs its own program.
  func open(copy: (any StoreCopy)? = nil) throws -> Store {
    for _ in 0..<100 {
      do {
        return try Store.open(database: database, output: output, copy: copy)
      } catch let failure as Failure where failure.status == .lockHeld {
        usleep(10_000)
      }
    }
    return try Store.open(database: database, output: output, copy: copy)
  }

  /// Publishes a sample and returns what came of it.
  @discardableResult
  func publish(_ sample: Sample, day: Int = 1) throws -> (run: Int, result: RunResult) {
    let store = try open()
    return try store.publish(
      Sample.record(day: day), sample.draft(), rendering: Sample.rendering,
      clock: { "2025-09-\(padded(day, 2))T03:00:09+08:00" })
  }

  func names(_ folder: String) -> [String] {
    (try? Folder(path: folder).entries()) ?? []
  }

  func text(_ file: String) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }

  func bytes(_ file: String) throws -> [UInt8] {
    let stream = try #require(fopen(file, "r"))
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { return bytes }
      bytes += buffer[0..<count]
    }
  }

  func write(_ bytes: [UInt8], to file: String) throws {
    let stream = try #require(fopen(file, "w"))
    defer { fclose(stream) }
    #expect(fwrite(bytes, 1, bytes.count, stream) == bytes.count)
  }

  func mode(_ file: String) -> mode_t {
    var status = stat()
    return lstat(file, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  func link(_ file: String) -> String? {
    try? Folder(path: FilePath.parent(file)).target(
      of: String(file.split(separator: "/").last ?? ""))
  }

  private static func remove(_ path: String) {
    if let folder = try? Folder(path: FilePath.parent(path)) {
      try? folder.remove(String(path.split(separator: "/").last ?? ""))
    }
  }
}

/// Whether bytes stand somewhere in others.
func holds(_ bytes: [UInt8], _ text: String) -> Bool {
  let wanted = Array(text.utf8)
  guard let first = wanted.first, bytes.count >= wanted.count else { return false }
  return bytes.withUnsafeBufferPointer { bytes in
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      var length = 1
      while length < wanted.count, bytes[start + length] == wanted[length] { length += 1 }
      if length == wanted.count { return true }
    }
    return false
  }
}
