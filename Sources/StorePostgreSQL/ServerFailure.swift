import CLibpq
import Campus

/// What PostgreSQL reports, as failures of a run.
struct ServerFailure {
  let address: ServerAddress

  func failure(_ cause: String, status: ExitStatus = .readOrWriteFailed, help: String? = nil)
    -> Failure
  {
    Failure(
      status, "cannot use the PostgreSQL database \(address.shown): \(address.masked(cause))",
      help: help)
  }

  /// A connection that could not be made or that broke.
  func lost(_ connection: OpaquePointer?) -> Failure {
    let cause = PQerrorMessage(connection).map { String(cString: $0) } ?? "out of memory"
    return failure(
      cause, help: "see that the server runs and takes this user; nothing was published")
  }

  /// A statement that failed. The server's words are repeated only where they tell of the server
  /// and not of a row.
  func refused(_ result: OpaquePointer?, _ connection: OpaquePointer?) -> Failure {
    guard let state = PQresultErrorField(result, ServerFailure.state).map({ String(cString: $0) })
    else { return lost(connection) }
    let words =
      PQresultErrorField(result, ServerFailure.primary).map { String(cString: $0) } ?? ""
    switch state.prefix(2) {
    case "42" where state == "42501", "25" where state == "25006":
      return failure(
        words, status: .outputCannotBeCreated,
        help: "its user needs CREATE on the database, or a schema campus_kpi of its own")
    case "55" where state == "55P03", "40":
      return failure(
        words, status: .lockHeld, help: "another program holds the tables; run again later")
    case "53":
      return failure(words, help: "free some space on the server and run again")
    case "08", "28", "3D", "57", "58": return failure(words)
    default: return failure("SQLSTATE \(state)")
    }
  }

  /// `PG_DIAG_SQLSTATE` and `PG_DIAG_MESSAGE_PRIMARY`, which C spells as characters.
  private static let state = Int32(UInt8(ascii: "C"))
  private static let primary = Int32(UInt8(ascii: "M"))
}
