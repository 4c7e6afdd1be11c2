/// Another database that holds a copy of the tables, such as an office's PostgreSQL.
///
/// The store is what counts: the copy follows it, is made equal to it at the start of every run, and
/// is committed after it. A publication therefore goes so:
///
/// 1. the tables of the new revision are written, in a transaction of the store that stays open;
/// 2. `prepare`: the copy takes them, in a transaction that stays open too. A server that is away,
///    full or foreign stops here, and neither side has published anything;
/// 3. the store commits, 4. the copy commits, 5. the link is switched.
///
/// A commit of the copy that fails takes the revision back from the store, as a link that cannot be
/// switched does: what does not end with 0 has published nothing. Killed between 3 and 4 the store
/// has the revision, and the next run gives it to the copy before anything else. The other order
/// would leave the copy with a revision that nothing else knows and that vanishes later.
package protocol StoreCopy: AnyObject {
  /// Makes the copy equal to the tables, in a transaction that stays open. What throws leaves the
  /// copy as it was.
  /// - Parameter run: a run whose rows are copied whatever the copy holds of it.
  func prepare(_ tables: CopiedTables, renewing run: Int?) throws

  func commit() throws

  /// Gives up what was prepared; nothing when nothing was.
  func rollBack()

  /// After a purge: the space of deleted rows is written anew, so that they are gone.
  func giveBackSpace() throws
}
