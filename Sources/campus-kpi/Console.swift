import Campus
import Glibc

/// Standard output carries results, standard error everything else.
struct Console {
  let language: Language

  var wording: any Wording { language.wording }

  func out(_ text: String) throws { try Console.write(text, to: STDOUT_FILENO) }

  /// What cannot be said on standard error is lost, and the run goes on.
  func err(_ text: String) { try? Console.write(text, to: STDERR_FILENO) }

  func fail(_ failure: Failure) {
    fail(failure.message, help: failure.help)
  }

  func fail(_ problem: UsageProblem) {
    fail(language.usage.message(problem), help: language.usage.help(problem))
  }

  private func fail(_ message: String, help: String?) {
    // A mistyped command line may bring an address with a password where none belongs.
    err("campus-kpi: \(wording.error): \(DatabaseAddress.masked(message))\n")
    if let help { err("help: \(help)\n") }
  }

  func out(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try Console.write(bytes, to: STDOUT_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) throws {
    var copy = text
    try copy.withUTF8 { try write($0, to: descriptor) }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) throws {
    var offset = 0
    while offset < bytes.count, let base = bytes.baseAddress {
      let written = Glibc.write(descriptor, base + offset, bytes.count - offset)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        throw Failure(
          .readOrWriteFailed,
          "cannot write to standard output: \(String(cString: strerror(errno)))")
      }
      offset += written
    }
  }

  /// The first that is set gives the locale.
  static let localeVariables = ["LC_ALL", "LC_MESSAGES", "LANG"]

  /// `--language`, else the locale.
  static func language(option: String?, environment: (String) -> String?) throws -> Language {
    switch option {
    case nil: language(ofLocale: environment)
    case "zh", "zh-TW", "zh_TW": .traditionalChinese
    case "en": .english
    case let word?: throw UsageProblem.unknown(.language, word, among: [])
    }
  }

  static func language(ofLocale environment: (String) -> String?) -> Language {
    let locale = localeVariables.lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("zh") ? .traditionalChinese : .english
  }
}
