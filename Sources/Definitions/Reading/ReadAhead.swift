import Campus

/// The folders of YAML, listed and parsed on two threads while the code lists are read: most of the
/// time goes into parsing, and no file needs another for it.
///
/// Tells nobody what is wrong: who asks for a listing or a file finds the fault in it, in the order
/// of asking.
struct ReadAhead {
  typealias Listing = Result<[FolderFiles.Entry], FolderFiles.Unreadable>

  private struct Folder: Sendable {
    let path: String
    let listing: Listing
    let files: [ReadFile<YAMLNode>]

    init(_ path: String, _ listing: Listing, in files: FolderFiles) {
      self.path = path
      self.listing = listing
      var open: OpenFolder?
      self.files = ReadAhead.entries(listing).filter { !$0.isFolder && $0.name.hasSuffix(".yaml") }
        .map { entry in
          let file = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
          return ReadFile(yaml: file, in: files, keeping: &open)
        }
    }
  }

  private let folders: Set<String>
  private var begun: StartedJobs<Folder>?
  private var listings: [String: Listing] = [:]
  private var files: [String: ReadFile<YAMLNode>] = [:]

  /// Begins with what is known: folders of KPIs, and those of pipelines that have tables.
  init(_ files: FolderFiles) {
    let root = files.listing(of: "")
    let kpis = files.listing(of: "kpis")
    let pipelines = Set(
      ReadAhead.entries(root).filter { $0.name.hasSuffix(".yaml") }.map { $0.name.dropLast(5) })
    let paths =
      ["sources", "reports"] + ReadAhead.folders(kpis).map { "kpis/\($0)" }
      + ReadAhead.folders(root).filter { pipelines.contains($0[...]) }.map { "\($0)/sources" }
    folders = Set(paths)
    listings = ["": root, "kpis": kpis]
    var jobs: [@Sendable () throws -> Folder] = paths.map { path in
      { Folder(path, files.listing(of: path), in: files) }
    }
    jobs.append { Folder("", root, in: files) }
    // To begin a third thread takes longer than it saves.
    begun = Workers(count: min(2, Workers.usualCount)).start(jobs)
  }

  /// What a folder holds, when it was listed. The first to ask for more than the beginning waits for
  /// all.
  mutating func listing(of folder: String) -> Listing? {
    if folders.contains(folder) { wait() }
    return listings[folder]
  }

  /// A file, when it was parsed; to be asked for once.
  mutating func takeFile(_ path: String) -> ReadFile<YAMLNode>? {
    wait()
    return files.removeValue(forKey: path)
  }

  private mutating func wait() {
    guard let jobs = begun else { return }
    begun = nil
    // No job throws; what was not read ahead is read by whoever asks for it.
    for folder in (try? jobs.values()) ?? [] {
      listings[folder.path] = folder.listing
      for file in folder.files { files[file.path] = file }
    }
  }

  private static func folders(_ listing: Listing) -> [String] {
    entries(listing).filter(\.isFolder).map(\.name)
  }

  private static func entries(_ listing: Listing) -> [FolderFiles.Entry] {
    (try? listing.get()) ?? []
  }
}
