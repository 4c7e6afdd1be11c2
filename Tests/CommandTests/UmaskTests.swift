import Foundation
import Testing

/// What a run writes is its user's alone, and its user can read it, whatever the umask.
@Suite struct UmaskTests {
  @Test(arguments: ["000", "022", "077", "777"])
  func everyFileIsPrivateAndReadable(umask: String) throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    for name in ["", "input"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o777], ofItemAtPath: folder.path(name))
    }
    // Root may open what a mode forbids: another user shows it, where there is one who may run this.
    let run = try Program.shell(
      """
      as='setpriv --reuid 65534 --regid 65534 --clear-groups'
      $as campus-kpi --version > /dev/null 2>&1 || as=
      umask \(umask)
      exec $as campus-kpi run nightly --quiet --input '\(folder.path)/input' \
        --output '\(folder.path)/output' --period \(University.period)
      """)
    #expect(run.status == 0, "\(run.error)")
    let modes = try Program.shell(
      "find output -type f -printf '%m ' -o -type d -printf '%m '", in: folder.url)
    #expect(Set(modes.output.split(separator: " ")) == ["600", "700"])
  }
}
