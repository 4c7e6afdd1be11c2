/// The views of schema 1: what a person sees who opens the database with `sqlite3`.
enum FirstViews {
  static var all: [String] {
    [history] + counted.map { source, columns in countedView(source, columns) }
  }

  private static let history = """
    CREATE VIEW run_history AS
      SELECT run, pipeline, period_from || '..' || period_to AS period, revision, started, ended,
        exit_code, message, program, purged
      FROM runs ORDER BY run;

    CREATE VIEW latest_runs AS
      SELECT run, pipeline, period_from || '..' || period_to AS period, revision
      FROM runs AS this
      WHERE revision IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM runs AS later
        WHERE later.pipeline = this.pipeline AND later.period_from = this.period_from
          AND later.period_to = this.period_to AND later.revision > this.revision);

    CREATE VIEW kpi_history AS
      SELECT r.pipeline, r.period_from || '..' || r.period_to AS period, r.revision, v.kpi, v.id,
        v.title, v.status, v.value, v.unit, v.target, v.definition, r.run, r.started
      FROM runs AS r JOIN kpi_values AS v USING (run)
      WHERE r.revision IS NOT NULL
      ORDER BY r.pipeline, r.period_from, r.period_to, v.kpi, r.revision;

    CREATE VIEW latest_values AS
      SELECT l.pipeline, l.period, l.revision, v.kpi, v.id, v.title, v.status, v.value, v.unit,
        v.target, v.reference_date, v.reason
      FROM latest_runs AS l JOIN kpi_values AS v USING (run)
      ORDER BY l.pipeline, l.period, v.kpi;

    CREATE VIEW latest_figures AS
      SELECT l.pipeline, l.period, l.revision, f.kpi, f.figure, f.label, f.value
      FROM latest_runs AS l JOIN figures AS f USING (run)
      ORDER BY l.pipeline, l.period, f.kpi, f.position;

    CREATE VIEW latest_breakdowns AS
      SELECT l.pipeline, l.period, l.revision, b.kpi, b.dimension, b.code, b.label, b.value
      FROM latest_runs AS l JOIN breakdowns AS b USING (run)
      ORDER BY l.pipeline, l.period, b.kpi, b.position;

    CREATE VIEW excluded_rows AS
      SELECT l.pipeline, l.period, l.revision, e.kpi, e.rule, e.reason, e.rows_excluded
      FROM latest_runs AS l JOIN exclusions AS e USING (run)
      ORDER BY l.pipeline, l.period, e.kpi, e.position;

    CREATE VIEW row_funnel AS
      SELECT l.pipeline, l.period, l.revision, v.kpi, v.id, v.rows_read, v.rows_rejected,
        v.rows_duplicate, v.rows_excluded, v.rows_counted
      FROM latest_runs AS l JOIN kpi_values AS v USING (run)
      ORDER BY l.pipeline, l.period, v.kpi;

    CREATE VIEW latest_findings AS
      SELECT l.pipeline, l.period, l.revision, f.severity, f.code, f.source, f.file, f.line,
        f.column_name, f.message_chinese, f.message_english
      FROM latest_runs AS l JOIN findings AS f USING (run)
      ORDER BY l.pipeline, l.period, f.position;

    CREATE VIEW counted_rows AS
      SELECT l.pipeline, l.period, l.revision, e.kpi, d.source, e.key, e.columns, e.file, e.line
      FROM latest_runs AS l JOIN evidence AS e USING (run)
        JOIN decisions AS d ON d.run = e.run AND d.kpi = e.kpi
      ORDER BY l.pipeline, l.period, e.kpi, e.position;

    CREATE VIEW what_changed AS
      SELECT r.pipeline, r.period_from || '..' || r.period_to AS period, r.revision, s.kpi, s.old,
        s.new, c.direction, c.key, c.cause, c.lookup, c.column_name, c.old AS old_value,
        c.new AS new_value, c.before, c.after, c.definition, c.file, c.line, c.correction
      FROM runs AS r JOIN restatements AS s USING (run)
        LEFT JOIN restatement_causes AS c ON c.run = s.run AND c.kpi = s.kpi
      ORDER BY r.run, s.kpi, c.position;
    """

  /// The sources of sources.md, each with what its evidence is usually asked for.
  private static let counted: [(source: String, columns: [String])] = [
    ("students", ["programme", "nationality", "identity", "gender", "college"]),
    ("faculty", ["appointed_on", "rank", "nationality", "scheme", "gender", "college"]),
    ("researchers", ["appointed_on", "category", "nationality", "scheme", "gender"]),
    ("faculty_exchanges", ["start", "country", "faculty.college"]),
    ("faculty_activities", ["start", "kind", "location", "country", "faculty.college"]),
    ("visiting_scholars", ["start", "kind", "nationality", "institution_country"]),
    ("student_mobility", ["start", "end", "kind", "country", "students.programme"]),
    ("international_visits", ["start", "role", "kind", "country"]),
    ("publications", ["year", "month", "indexes", "cross_border", "partner_institutions"]),
    ("books", ["year", "month", "category", "language", "publisher_country"]),
    ("projects", ["start", "end", "kind", "partner_country"]),
  ]

  private static let viewNames = [
    "students": "counted_students", "faculty": "counted_teachers",
    "researchers": "counted_researchers", "faculty_exchanges": "counted_exchange_teachers",
    "faculty_activities": "counted_teacher_activities",
    "visiting_scholars": "counted_visiting_scholars",
    "student_mobility": "counted_student_trips",
    "international_visits": "counted_international_visits",
    "publications": "counted_articles", "books": "counted_books",
    "projects": "counted_projects",
  ]

  private static func countedView(_ source: String, _ columns: [String]) -> String {
    let values = columns.map { column in
      let title = column.split(separator: ".").last.map(String.init) ?? column
      return "json_extract(e.columns, '$.\"\(column)\"') AS \"\(title)\""
    }
    return """
      CREATE VIEW \(viewNames[source] ?? "counted_" + source) AS
        SELECT l.pipeline, l.period, l.revision, e.kpi, e.key, \(values.joined(separator: ", ")),
          e.file, e.line
        FROM latest_runs AS l JOIN evidence AS e USING (run)
          JOIN decisions AS d ON d.run = e.run AND d.kpi = e.kpi
        WHERE d.source = '\(source)'
        ORDER BY l.pipeline, l.period, e.kpi, e.position;
      """
  }
}
