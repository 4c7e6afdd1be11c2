import Campus

/// The difference of two revisions, for programs.
package enum RestatementJSON {
  package static func text(_ restatement: Restatement) -> String {
    JSONValue.object([
      ("old_revision", .integer(restatement.oldRevision)),
      ("new_revision", .integer(restatement.newRevision)),
      ("changes", .array(restatement.changes.map(change))),
      (
        "corrections",
        .array(
          restatement.corrections.map {
            .object([
              ("source", .string($0.source)), ("key", .string($0.key)),
              ("column", .string($0.column)), ("reason", .string($0.reason)),
              ("approved_by", .string($0.approvedBy)),
            ])
          })
      ),
    ]).text() + "\n"
  }

  private static func change(_ change: Restatement.Change) -> JSONValue {
    .object([
      ("kpi", .string(change.id)), ("old", .optional(change.old)), ("new", .optional(change.new)),
      ("old_definition", .string(change.oldDefinition)),
      ("new_definition", .string(change.newDefinition)), ("note", .optional(change.note)),
      ("keys", .array(change.lines.map(line))),
    ])
  }

  private static func line(_ line: Restatement.Line) -> JSONValue {
    .object([
      ("direction", .string(line.direction.rawValue)), ("key", .string(line.key)),
      ("cause", .string(line.cause.rawValue)), ("source", .optional(line.lookup)),
      ("column", .optional(line.column)), ("old", .optional(line.old)),
      ("new", .optional(line.new)), ("before", .string(line.before)),
      ("after", .string(line.after)), ("definition", .optional(line.definition)),
      ("file", .string(line.location.file)), ("line", .integer(line.location.line)),
      ("correction", .optional(line.correction)),
    ])
  }
}
