import Campus

/// Which files of a folder are read, and as what.
extension FolderReader {
  /// The names of a folder's files without their ending; anything else there would be read by
  /// nobody, which is a problem.
  mutating func stems(
    in folder: String, ending: String, isName: (String) -> Bool = Names.isBare
  ) -> [String] {
    var names: [String] = []
    for entry in entries(of: folder) where !FolderReader.isReadme(entry) {
      let path = "\(folder)/\(entry.name)"
      guard entry.name.hasSuffix(ending), !entry.isFolder else {
        tell(.unexpectedFile, path)
        continue
      }
      let name = String(entry.name.dropLast(ending.utf8.count))
      guard isName(name) else {
        tell(.invalidFileName(expected: .bareName), path)
        continue
      }
      names.append(name)
    }
    return names
  }

  /// The files of a folder by the day in their name, in the order of the days. Two of one day there
  /// cannot be: they would have one name.
  mutating func versions(in folder: String) -> [(path: String, date: CalendarDate)] {
    var versions: [(path: String, date: CalendarDate)] = []
    for entry in entries(of: folder) where !FolderReader.isReadme(entry) {
      let path = "\(folder)/\(entry.name)"
      guard entry.name.hasSuffix(".yaml"), !entry.isFolder else {
        tell(.unexpectedFile, path)
        continue
      }
      guard let date = CalendarDate(iso: entry.name.dropLast(5)) else {
        tell(.invalidFileName(expected: .dateFileName), path)
        continue
      }
      versions.append((path, date))
    }
    return versions.sorted { $0.date < $1.date }
  }

  static func isReadme(_ entry: FolderFiles.Entry) -> Bool {
    !entry.isFolder && entry.name.hasPrefix("README")
  }
}
