import CLibpq
import Campus
import Glibc

/// The one door to libpq: a connection whose every result is checked.
final class Connection {
  private let handle: OpaquePointer
  let errors: ServerFailure

  /// Connects. What the address leaves open comes from libpq's environment and `~/.pgpass`.
  init(_ address: ServerAddress) throws {
    errors = ServerFailure(address: address)
    // What stands before the address gives way to it, what stands after it does not.
    let parameters = [
      ("connect_timeout", "10"), ("tcp_user_timeout", "60000"), ("dbname", address.url),
      ("client_encoding", "UTF8"), ("fallback_application_name", "campus-kpi"),
    ]
    guard
      let opened = CStrings.withArrays(
        parameters.map(\.0), parameters.map(\.1), { PQconnectdbParams($0, $1, 1) })
    else { throw errors.lost(nil) }
    guard PQstatus(opened) == CONNECTION_OK else {
      defer { PQfinish(opened) }
      throw errors.lost(opened)
    }
    handle = opened
    // A notice is no result, and standard error belongs to the run.
    PQsetNoticeProcessor(handle, { _, _ in }, nil)
    guard PQparameterStatus(handle, "server_encoding").map({ String(cString: $0) }) == "UTF8"
    else {
      throw errors.failure(
        "it is not encoded in UTF-8", status: .outputCannotBeCreated,
        help: "create the database with ENCODING 'UTF8'")
    }
    try execute("SET search_path = campus_kpi")
    try execute("SET lock_timeout = '10s'")
    try execute("SET standard_conforming_strings = on")
  }

  deinit { PQfinish(handle) }

  /// Runs statements that return nothing.
  func execute(_ sql: String) throws {
    let result = PQexec(handle, sql)
    defer { PQclear(result) }
    guard PQresultStatus(result) == PGRES_COMMAND_OK else {
      throw errors.refused(result, handle)
    }
  }

  /// Commits. A transaction that had failed is rolled back by COMMIT, which calls that a success.
  func commit() throws {
    guard PQtransactionStatus(handle) != PQTRANS_INERROR else {
      throw errors.failure("the transaction had failed")
    }
    try execute("COMMIT")
  }

  /// Every row of one query; parameters are sent beside it, as text.
  func rows(_ sql: String, _ parameters: [String] = []) throws -> [[String?]] {
    let result = CStrings.withArrays(parameters, []) { values, _ in
      PQexecParams(handle, sql, Int32(parameters.count), nil, values, nil, nil, 0)
    }
    defer { PQclear(result) }
    let status = PQresultStatus(result)
    guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
      throw errors.refused(result, handle)
    }
    return (0..<PQntuples(result)).map { row in
      (0..<PQnfields(result)).map { column in
        guard PQgetisnull(result, row, column) == 0, let value = PQgetvalue(result, row, column)
        else { return nil }
        return String(cString: value)
      }
    }
  }

  /// Fills a table with rows in COPY's text format.
  /// - Parameter fill: hands on bytes, in pieces of any size.
  func copyIn(_ table: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws {
    let begun = PQexec(handle, "COPY \(table) FROM STDIN")
    defer { PQclear(begun) }
    guard PQresultStatus(begun) == PGRES_COPY_IN else { throw errors.refused(begun, handle) }
    do {
      try fill { bytes in
        let sent = bytes.withUnsafeBytes {
          PQputCopyData(
            handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count))
        }
        guard sent == 1 else { throw errors.lost(handle) }
      }
    } catch {
      PQputCopyEnd(handle, "given up")
      try? endCopy()
      throw error
    }
    guard PQputCopyEnd(handle, nil) == 1 else { throw errors.lost(handle) }
    try endCopy()
  }

  /// The rows of a query, each a line in COPY's text format with its end.
  func copyOut(_ query: String) throws -> [[UInt8]] {
    let begun = PQexec(handle, "COPY (\(query)) TO STDOUT")
    defer { PQclear(begun) }
    guard PQresultStatus(begun) == PGRES_COPY_OUT else { throw errors.refused(begun, handle) }
    var lines: [[UInt8]] = []
    while true {
      var buffer: UnsafeMutablePointer<CChar>?
      let length = PQgetCopyData(handle, &buffer, 0)
      guard length > 0, let buffer else {
        if length == -2 { throw errors.lost(handle) }
        try endCopy()
        return lines
      }
      defer { PQfreemem(buffer) }
      lines.append(Array(UnsafeRawBufferPointer(start: buffer, count: Int(length))))
    }
  }

  private func endCopy() throws {
    var failure: Failure?
    while let result = PQgetResult(handle) {
      defer { PQclear(result) }
      let status = PQresultStatus(result)
      if status != PGRES_COMMAND_OK, failure == nil { failure = errors.refused(result, handle) }
      // A connection that broke within a copy would go on saying so.
      if PQstatus(handle) != CONNECTION_OK { break }
    }
    if let failure { throw failure }
  }
}

/// Arrays of C strings for the time of a call.
private enum CStrings {
  typealias Pointers = UnsafePointer<UnsafePointer<CChar>?>

  /// Both arrays end with a null pointer.
  static func withArrays<Result>(
    _ first: [String], _ second: [String], _ body: (Pointers?, Pointers?) -> Result
  ) -> Result {
    let lists = [first, second].map { list -> [UnsafePointer<CChar>?] in
      list.map { UnsafePointer(strdup($0)) } + [nil]
    }
    defer { for list in lists { for text in list { free(UnsafeMutablePointer(mutating: text)) } } }
    return lists[0].withUnsafeBufferPointer { first in
      lists[1].withUnsafeBufferPointer { second in body(first.baseAddress, second.baseAddress) }
    }
  }
}
