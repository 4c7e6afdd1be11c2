import Campus
import Definitions
import Extract

/// The work on the sources that have files, begun with the largest: the small ones then fill the
/// time of the threads that would have to wait.
struct SourceJobs<Outcome: Sendable> {
  private var jobs: [(order: Int, size: Int, run: @Sendable () throws -> Outcome)] = []

  init(
    of contracts: [SourceContract], in folder: InputFolder,
    _ work: @escaping @Sendable (SourceContract) throws -> Outcome
  ) {
    for (order, contract) in contracts.enumerated() {
      let files = folder.files(of: contract.name)
      guard !files.isEmpty else { continue }
      let size = files.reduce(0) { $0 + $1.size }
      jobs.append((order, size, { try work(contract) }))
    }
  }

  /// What came of each source, in the order of the sources.
  func run(_ workers: Workers) throws -> [Outcome] {
    let begun = jobs.sorted { ($0.size, $1.order) > ($1.size, $0.order) }
    let outcomes = try workers.run(begun.map(\.run))
    return zip(begun, outcomes).sorted { $0.0.order < $1.0.order }.map(\.1)
  }
}
