import CLibFuzzer
import Glibc

/// One harness under libFuzzer: `HARNESS=dates campus-fuzz CORPUS… -max_total_time=60`.
///
/// The harness is named by the environment and not by an argument, for libFuzzer hands its arguments
/// on to processes of its own.
@main
struct CampusFuzz {
  static func main() {
    guard let harness = chosen else {
      print("help: HARNESS is one of \(Harness.all.map(\.name).joined(separator: " "))")
      exit(64)
    }
    // libFuzzer takes a C function, which holds nothing.
    running = harness
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { data, size in
        do {
          try CampusFuzz.running?.check(UnsafeBufferPointer(start: data, count: size))
        } catch {
          // A trap is what libFuzzer takes for a crash.
          fatalError("\(error)")
        }
        return 0
      })
  }

  private nonisolated(unsafe) static var running: Harness?

  private static var chosen: Harness? {
    let name = getenv("HARNESS").map { String(cString: $0) }
    return Harness.all.first { $0.name == name }
  }
}
