import Glibc

/// Where the definitions of an office lie.
enum DefinitionsLocation {
  /// Where the Debian package puts them.
  static let installed = "/etc/campus-kpi/pipelines"
  private static let usual = "pipelines"

  /// The folder that `--pipelines` names, else `pipelines` where the program is called, else the
  /// installed one; where there is none, the usual name, for the message.
  static func path(_ arguments: Arguments) -> String {
    if let named = arguments[CommandOption.pipelines.name] { return named }
    return !isFolder(usual) && isFolder(installed) ? installed : usual
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What relative paths in the pipeline files are relative to, empty or ending in `/`: the folder
  /// above the definitions. For the installed ones that is the folder of the call, because nothing is
  /// written below `/etc`.
  static func base(of folder: String) -> String {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: true)
    let root = folder.hasPrefix("/") ? "/" : ""
    if root + parts.joined(separator: "/") == installed { return "" }
    let parent = root + parts.dropLast().joined(separator: "/")
    return parent.isEmpty || parent == "/" ? parent : parent + "/"
  }
}
