/// The tables of schema 1. Days are ISO texts, so that PostgreSQL takes the statements as well
/// once STRICT, BLOB and the JSON operators are replaced.
enum FirstTables {
  static let runs = """
    CREATE TABLE store (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      identity TEXT NOT NULL
    ) STRICT;
    INSERT INTO store VALUES (1, lower(hex(randomblob(16))));

    -- One line for each run, failed ones too. A run without a revision published nothing.
    CREATE TABLE runs (
      run INTEGER PRIMARY KEY,
      pipeline TEXT NOT NULL,
      period_from TEXT NOT NULL,
      period_to TEXT NOT NULL,
      revision INTEGER,
      school_code TEXT NOT NULL,
      school_name TEXT NOT NULL,
      school_establishment TEXT,
      school_category TEXT,
      started TEXT NOT NULL,
      ended TEXT NOT NULL,
      exit_code INTEGER NOT NULL,
      message TEXT,
      program TEXT NOT NULL,
      -- What the reports depend on beside the data, so that they can be written again.
      language TEXT NOT NULL,
      options TEXT NOT NULL,
      previous_run INTEGER REFERENCES runs (run),
      purged TEXT,
      UNIQUE (pipeline, period_from, period_to, revision)
    ) STRICT;

    CREATE TABLE inputs (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      source TEXT NOT NULL,
      file TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      encoding TEXT NOT NULL,
      rows_read INTEGER NOT NULL,
      rows_rejected INTEGER NOT NULL,
      rows_duplicate INTEGER NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE definitions_used (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      PRIMARY KEY (run, path)
    ) STRICT, WITHOUT ROWID;
    """

  static let values = """
    CREATE TABLE kpi_values (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      english TEXT NOT NULL,
      data_source TEXT NOT NULL,
      unit TEXT NOT NULL,
      definition TEXT NOT NULL,
      definition_text TEXT NOT NULL,
      status TEXT NOT NULL,
      reason TEXT,
      value INTEGER,
      target INTEGER,
      reference_date TEXT,
      rows_read INTEGER,
      rows_rejected INTEGER,
      rows_duplicate INTEGER,
      rows_excluded INTEGER,
      rows_counted INTEGER,
      PRIMARY KEY (run, kpi)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE figures (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      figure TEXT NOT NULL,
      label TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE observations (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      reference_date TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE breakdowns (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      dimension TEXT NOT NULL,
      code TEXT NOT NULL,
      label TEXT NOT NULL,
      value INTEGER NOT NULL,
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE exclusions (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      rule TEXT NOT NULL,
      reason TEXT NOT NULL,
      rows_excluded INTEGER NOT NULL,
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE kpi_warnings (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      code TEXT NOT NULL,
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE open_readings (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      reading TEXT NOT NULL,
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;
    """

  static let evidence = """
    CREATE TABLE findings (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      severity TEXT NOT NULL,
      code TEXT NOT NULL,
      source TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      column_name TEXT NOT NULL,
      message_english TEXT NOT NULL,
      message_chinese TEXT NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;

    -- One line for each counted row: what it counts for, and what the rules looked at, as JSON.
    CREATE TABLE evidence (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      key TEXT NOT NULL,
      columns TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;

    -- What was decided on every row, for the differences of two runs: columns packed by
    -- ColumnPacking. Columns that several KPIs or runs share are held once.
    CREATE TABLE decisions (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      source TEXT NOT NULL,
      counts_rows INTEGER NOT NULL,
      rules TEXT NOT NULL,
      event_columns TEXT NOT NULL,
      PRIMARY KEY (run, kpi)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE packed_columns (
      packed INTEGER PRIMARY KEY,
      digest INTEGER NOT NULL,
      size INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE INDEX packed_columns_by_digest ON packed_columns (digest, size);

    CREATE TABLE decision_columns (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      role TEXT NOT NULL,
      lookup TEXT,
      name TEXT NOT NULL,
      personal INTEGER NOT NULL,
      decides INTEGER NOT NULL,
      packed INTEGER NOT NULL REFERENCES packed_columns (packed),
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX decision_columns_by_packed ON decision_columns (packed);

    CREATE TABLE rejected_columns (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      source TEXT NOT NULL,
      position INTEGER NOT NULL,
      role TEXT NOT NULL,
      name TEXT NOT NULL,
      packed INTEGER NOT NULL REFERENCES packed_columns (packed),
      PRIMARY KEY (run, source, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rejected_columns_by_packed ON rejected_columns (packed);
    """

  static let records = """
    -- The ministry's detail tables: the cells of each column packed by ColumnPacking.
    CREATE TABLE details (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      id TEXT NOT NULL,
      kpi INTEGER NOT NULL,
      title TEXT NOT NULL,
      notes TEXT NOT NULL,
      total INTEGER NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE detail_columns (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      detail INTEGER NOT NULL,
      position INTEGER NOT NULL,
      heading TEXT NOT NULL,
      kind TEXT NOT NULL,
      packed INTEGER NOT NULL REFERENCES packed_columns (packed),
      PRIMARY KEY (run, detail, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX detail_columns_by_packed ON detail_columns (packed);

    CREATE TABLE corrections (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      source TEXT NOT NULL,
      key TEXT NOT NULL,
      column_name TEXT NOT NULL,
      old TEXT NOT NULL,
      new TEXT NOT NULL,
      reason TEXT NOT NULL,
      approved_by TEXT NOT NULL,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;

    -- What changed since the revision before.
    CREATE TABLE restatements (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      old INTEGER,
      new INTEGER,
      old_definition TEXT NOT NULL,
      new_definition TEXT NOT NULL,
      note TEXT,
      PRIMARY KEY (run, kpi)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE restatement_causes (
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      position INTEGER NOT NULL,
      direction TEXT NOT NULL,
      key TEXT NOT NULL,
      cause TEXT NOT NULL,
      lookup TEXT,
      column_name TEXT,
      old TEXT,
      new TEXT,
      before TEXT NOT NULL,
      after TEXT NOT NULL,
      definition TEXT,
      file TEXT NOT NULL,
      line INTEGER NOT NULL,
      correction TEXT,
      PRIMARY KEY (run, kpi, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE annotations (
      annotation INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES runs (run) ON DELETE CASCADE,
      kpi INTEGER NOT NULL,
      note TEXT NOT NULL,
      added TEXT NOT NULL
    ) STRICT;
    CREATE INDEX annotations_by_run ON annotations (run);

    -- A record of every deletion of evidence.
    CREATE TABLE purges (
      purge INTEGER PRIMARY KEY,
      purged TEXT NOT NULL,
      before TEXT NOT NULL,
      runs INTEGER NOT NULL,
      evidence_rows INTEGER NOT NULL,
      findings INTEGER NOT NULL,
      inputs INTEGER NOT NULL
    ) STRICT;
    """
}
