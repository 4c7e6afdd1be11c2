import Campus
import Glibc

/// A progress line on standard error when that is a terminal, never in a pipe.
final class Progress: Sendable {
  private let console: Console
  private let steps: Int
  private let shown: Bool
  private let begun = Guarded(0)

  init(steps: Int, quiet: Bool, console: Console) {
    self.console = console
    self.steps = steps
    shown = !quiet && isatty(STDERR_FILENO) == 1
  }

  /// Names the work that begins now.
  func begin(_ name: String) {
    guard shown else { return }
    let done = begun.withLock { begun in
      defer { begun += 1 }
      return begun
    }
    let width = 24
    let filled = steps == 0 ? width : min(width, done * width / steps)
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    console.err("\r\u{1B}[K\(bar) \(done)/\(steps) \(name)")
  }

  /// Clears the line.
  func end() {
    if shown { console.err("\r\u{1B}[K") }
  }
}
