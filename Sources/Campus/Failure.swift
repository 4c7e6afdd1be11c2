/// How a run ends, by sysexits (product.md). Whatever is not `published` has published nothing.
package enum ExitStatus: Int32, CaseIterable, Sendable {
  case published = 0
  case usage = 64
  case dataStoppedPublication = 65
  case inputMissing = 66
  case bug = 70
  case outputCannotBeCreated = 73
  case readOrWriteFailed = 74
  case lockHeld = 75
  case invalidDefinitions = 78
}

/// A broken world: it ends the run with its exit status and leaves the old state as it was.
package struct Failure: Error, Hashable, Sendable {
  package let status: ExitStatus
  /// What happened, with the path and the cause.
  package let message: String
  /// What to do next.
  package let help: String?

  package init(_ status: ExitStatus, _ message: String, help: String? = nil) {
    self.status = status
    self.message = message
    self.help = help
  }
}
