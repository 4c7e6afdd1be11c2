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
    // A mistyped command line may bring an address with a password where none belongs.
    let message = DatabaseAddress.masked(failure.message)
    err("campus-kpi: \(wording.error): \(message)\n")
    if let help = failure.help { err("help: \(help)\n") }
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

  /// `--language`, else the locale: LC_ALL, LC_MESSAGES, LANG.
  static func language(option: String?, environment: (String) -> String?) throws -> Language {
    if let option {
      switch option {
      case "zh", "zh-TW", "zh_TW": return .traditionalChinese
      case "en": return .english
      default: throw Failure(.usage, "unknown language '\(option)'", help: "use zh or en")
      }
    }
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? ""
    return locale.hasPrefix("zh") ? .traditionalChinese : .english
  }
}
