import Glibc

/// Another program run without a shell, in a process group of its own, with an environment of its own,
/// no input and no output. Our files are opened with `O_CLOEXEC`, so that it holds none of them.
struct ChildProcess {
  enum End: Equatable {
    /// The exit status; 128 and the signal when a signal ended it.
    case exited(Int32)
    case timedOut
    case notStarted(Int32)
  }

  /// An absolute path.
  let program: String
  let arguments: [String]
  let environment: [String]

  /// Waits for the end; kills the program and its children after so many seconds.
  func run(seconds: Int) -> End {
    var process: pid_t = 0
    let code = spawn(&process)
    guard code == 0 else { return .notStarted(code) }
    let end = wait(for: process, seconds: seconds)
    // What the program left running goes with it.
    kill(-process, SIGKILL)
    return end
  }

  private func spawn(_ process: inout pid_t) -> Int32 {
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    return ChildProcess.withStrings([program] + arguments) { arguments in
      ChildProcess.withStrings(environment) { environment in
        posix_spawn(&process, program, &actions, &attributes, arguments, environment)
      }
    }
  }

  private func wait(for process: pid_t, seconds: Int) -> End {
    var status: Int32 = 0
    let steps = seconds * 50
    for _ in 0...steps {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { return .exited(ChildProcess.exitStatus(status)) }
      if ended < 0, errno != EINTR { return .exited(127) }
      usleep(20_000)
    }
    kill(-process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .timedOut
  }

  private static func exitStatus(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// The strings as C takes them, closed by a null pointer.
  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }
}
