/// The tables of schema 2: the detail tables in the ministry's layouts, column by column, as they are
/// many cells of few words.
enum DetailTables {
  static let statements = """
    CREATE TABLE detail_tables (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      notes TEXT NOT NULL,
      lines INTEGER NOT NULL,
      lines_sum INTEGER NOT NULL,
      PRIMARY KEY (run, kpi)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE detail_columns (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      heading TEXT NOT NULL,
      kind TEXT NOT NULL,
      packed INTEGER NOT NULL REFERENCES packed_columns (packed),
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX detail_columns_by_packed ON detail_columns (packed);
    """
}
