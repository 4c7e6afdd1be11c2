import Foundation
import Testing

/// What a run writes is its user's alone, and its user can read it, whatever the umask.
@Suite struct UmaskTests {
  @Test(arguments: ["000", "022", "077", "777"])
  func everyFileIsPrivateAndReadable(umask: String) throws {
    let folder = try TemporaryFolder()
    try University().write(to: folder)
    // Root may open what nobody may: another user shows what the mode allows.
    let isRoot = geteuid() == 0
    let user = isRoot ? "setpriv --reuid 65534 --regid 65534 --clear-groups" : ""
    for name in ["", "input"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o777], ofItemAtPath: folder.path(name))
    }
    let run = try Program.shell(
      "umask \(umask); exec \(user) campus-kpi run nightly --quiet --input '\(folder.path)/input' "
        + "--output '\(folder.path)/output' --period \(University.period)")
    #expect(run.status == 0, "\(run.error)")
    let modes = try Program.shell(
      "find output -type f -printf '%m ' -o -type d -printf '%m '", in: folder.url)
    #expect(Set(modes.output.split(separator: " ")) == ["600", "700"])
  }
}
