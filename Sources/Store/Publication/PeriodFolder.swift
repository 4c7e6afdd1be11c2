import Campus

/// `OUT/<pipeline>/<period>/`: the revisions of one period, and `current`, a link to the latest.
///
/// A revision becomes visible in three steps: it is written as `.tmp-revision-N`, renamed to
/// `revision-N` while a file in it still says that it is not committed, and linked to after the
/// database has committed it. What a crash leaves can thus be told from what is published.
struct PeriodFolder {
  static let currentName = "current"
  static let currentTemporary = ".tmp-current"
  static let uncommittedName = ".uncommitted"
  static let keptPrefix = ".kept-"

  let folder: Folder

  static func temporaryName(_ revision: Int) -> String { ".tmp-revision-\(revision)" }
  static func revisionName(_ revision: Int) -> String { "revision-\(revision)" }

  /// The revision that a folder's name says, or nil.
  static func revision(named name: String) -> Int? {
    guard name.hasPrefix("revision-"), let number = Int(name.dropFirst(9)), number > 0,
      revisionName(number) == name
    else { return nil }
    return number
  }

  /// An empty folder to write a revision into.
  func begin(_ revision: Int, identity: String) throws -> RevisionFolder {
    guard folder.kind(of: PeriodFolder.revisionName(revision)) == .nothing else {
      throw Failure(
        .outputCannotBeCreated,
        "\(folder.path)/\(PeriodFolder.revisionName(revision)) is already there, and this "
          + "database knows nothing of it",
        help: "give --output another folder, or --database the file it belongs to")
    }
    let name = PeriodFolder.temporaryName(revision)
    try folder.remove(name)
    let made = try folder.makeFolder(name)
    let revisionFolder = RevisionFolder(made)
    try revisionFolder.write(identity + "\n", to: PeriodFolder.uncommittedName)
    return revisionFolder
  }

  /// Makes the written revision lasting and gives it its name.
  func place(_ revision: Int) throws {
    let name = PeriodFolder.temporaryName(revision)
    try folder.folder(name).seal()
    try folder.rename(name, to: PeriodFolder.revisionName(revision))
    try folder.synchronise()
    // The link is ready before the commit, so that only a rename is left to do after it.
    try folder.remove(PeriodFolder.currentTemporary)
    try folder.link(
      PeriodFolder.currentTemporary, to: PeriodFolder.revisionName(revision))
  }

  /// After the commit: takes the mark away and switches the link.
  func reveal(_ revision: Int) throws {
    let placed = try folder.folder(PeriodFolder.revisionName(revision))
    try placed.remove(PeriodFolder.uncommittedName)
    try placed.synchronise()
    try folder.rename(PeriodFolder.currentTemporary, to: PeriodFolder.currentName)
    try folder.synchronise()
  }

  /// Takes back a revision that was not committed.
  func withdraw(_ revision: Int, identity: String) throws {
    try folder.remove(PeriodFolder.currentTemporary)
    try folder.remove(PeriodFolder.temporaryName(revision))
    for name in try folder.entries() where name.hasPrefix(PeriodFolder.keptPrefix) {
      try healReplacement(name)
    }
    let name = PeriodFolder.revisionName(revision)
    if folder.kind(of: name) == .folder, try isUncommitted(name, identity) {
      try folder.remove(name)
    }
  }

  /// An empty folder to write a published revision into again.
  func beginAgain(_ revision: Int) throws -> RevisionFolder {
    let name = PeriodFolder.temporaryName(revision)
    try folder.remove(name)
    return RevisionFolder(try folder.makeFolder(name))
  }

  /// Puts the rewritten revision in the place of the old one, which is kept until it is there.
  func replace(_ revision: Int) throws {
    let written = PeriodFolder.temporaryName(revision)
    let name = PeriodFolder.revisionName(revision)
    let kept = PeriodFolder.keptPrefix + name
    try folder.folder(written).seal()
    if folder.kind(of: name) == .folder { try folder.rename(name, to: kept) }
    try folder.rename(written, to: name)
    try folder.synchronise()
    try folder.remove(kept)
    try folder.synchronise()
  }

  /// A revision that was to be replaced and was not comes back.
  private func healReplacement(_ name: String) throws {
    let replaced = String(name.dropFirst(PeriodFolder.keptPrefix.count))
    if folder.kind(of: replaced) == .nothing {
      try folder.rename(name, to: replaced)
    } else {
      try folder.remove(name)
    }
    try folder.synchronise()
  }

  /// Brings the folder into the state that the database says is published.
  /// - Parameters:
  ///   - committed: the published revisions of this period.
  ///   - purged: those of them whose evidence was deleted.
  ///   - identity: of the database; what belongs to another one is not touched.
  func heal(committed: Set<Int>, purged: Set<Int>, identity: String) throws {
    for name in try folder.entries() where name.hasPrefix(PeriodFolder.keptPrefix) {
      try healReplacement(name)
    }
    var present: [Int] = []
    for name in try folder.entries() {
      if name.hasPrefix(".tmp-") {
        try folder.remove(name)
      } else if let revision = PeriodFolder.revision(named: name),
        folder.kind(of: name) == .folder
      {
        if try heal(revision, isCommitted: committed.contains(revision), identity: identity) {
          present.append(revision)
        }
        if purged.contains(revision) { try removeEvidence(of: revision) }
      }
    }
    let latest = present.filter(committed.contains).max()
    if let latest, folder.target(of: PeriodFolder.currentName) != PeriodFolder.revisionName(latest)
    {
      try folder.link(PeriodFolder.currentTemporary, to: PeriodFolder.revisionName(latest))
      try folder.rename(PeriodFolder.currentTemporary, to: PeriodFolder.currentName)
      try folder.synchronise()
    }
  }

  /// Whether the revision stays.
  private func heal(_ revision: Int, isCommitted: Bool, identity: String) throws -> Bool {
    let name = PeriodFolder.revisionName(revision)
    guard try isUncommitted(name, identity) else { return true }
    let inner = try folder.folder(name)
    if isCommitted {
      try inner.remove(PeriodFolder.uncommittedName)
      try inner.synchronise()
    } else {
      try folder.remove(name)
      try folder.synchronise()
    }
    return isCommitted
  }

  /// Whether a folder bears the mark of a publication of this database that has not ended.
  private func isUncommitted(_ name: String, _ identity: String) throws -> Bool {
    try folder.folder(name).read(PeriodFolder.uncommittedName, limit: 64)
      == Array((identity + "\n").utf8)
  }

  /// The parts of a revision that hold personal data.
  static let evidenceNames = ["evidence", "restatement.csv"]

  func removeEvidence(of revision: Int) throws {
    let name = PeriodFolder.revisionName(revision)
    guard folder.kind(of: name) == .folder else { return }
    let inner = try folder.folder(name)
    for evidence in PeriodFolder.evidenceNames where inner.kind(of: evidence) != .nothing {
      try inner.remove(evidence)
      try inner.synchronise()
    }
  }
}
