/// Version 3: the evidence in blocks, a few hundred rows of the database instead of one for each row
/// that was counted, which took a sixth of a run and most of the file.
enum EvidenceBlocks {
  static let table = """
    -- Counted rows of one file, as JSON: [[key, {column: value, …}, line], …].
    CREATE TABLE evidence_blocks (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      first_position INTEGER NOT NULL,
      row_count INTEGER NOT NULL,
      file TEXT NOT NULL,
      counted TEXT NOT NULL,
      PRIMARY KEY (run, kpi, first_position)
    ) STRICT;

    INSERT INTO evidence_blocks
      SELECT run, kpi, position, 1, file, json_array(json_array(key, json(columns), line))
      FROM evidence;
    DROP TABLE evidence;
    """

  /// The rows as they stood in the table before.
  static let view = """
    CREATE VIEW evidence AS
      SELECT b.run, b.kpi, b.first_position + one.key AS position,
        json_extract(one.value, '$[0]') AS key, json_extract(one.value, '$[1]') AS columns,
        b.file, json_extract(one.value, '$[2]') AS line
      FROM evidence_blocks AS b, json_each(b.counted) AS one;
    """
}
