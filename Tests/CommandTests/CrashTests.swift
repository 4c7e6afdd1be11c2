import Foundation
import Testing

/// A program that crashes leaves nothing behind that its user did not ask for.
@Suite struct CrashTests {
  /// The memory of a run holds the exports, persons and all.
  @Test func aCrashLeavesNoCore() throws {
    let folder = try TemporaryFolder()
    // More than a pipe holds: the program waits until the limits have been read.
    try folder.write(String(repeating: "a,b\n", count: 100_000), to: "rows.csv")
    let outcome = try Program.shell(
      """
      ulimit -S -c "$(ulimit -H -c)"
      mkfifo rows
      campus-kpi preview rows.csv --all --format json > rows &
      exec 3< rows
      head -c 1 <&3 > first
      grep 'Max core file size' "/proc/$!/limits"
      kill -9 $!
      """, in: folder.url)
    #expect(outcome.output.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"])
  }
}
