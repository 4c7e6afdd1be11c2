-- Code lists: what a code cell may hold. sources.md sections 2 and 3.
CREATE TEMP TABLE permitted(list TEXT, code TEXT, PRIMARY KEY (list, code)) WITHOUT ROWID;
INSERT OR IGNORE INTO permitted SELECT 'countries', iso2 FROM list_countries;
INSERT OR IGNORE INTO permitted SELECT 'programme', code FROM list_programme;
INSERT OR IGNORE INTO permitted SELECT 'day_night', code FROM list_day_night;
INSERT OR IGNORE INTO permitted SELECT 'status', code FROM list_status;
INSERT OR IGNORE INTO permitted SELECT 'identity', code FROM list_identity;
INSERT OR IGNORE INTO permitted SELECT 'route', code FROM list_route;
INSERT OR IGNORE INTO permitted SELECT 'gender', code FROM list_gender;
INSERT OR IGNORE INTO permitted SELECT 'employment', code FROM list_employment;
INSERT OR IGNORE INTO permitted SELECT 'rank', code FROM list_rank;
INSERT OR IGNORE INTO permitted SELECT 'researcher_category', code FROM list_researcher_category;
INSERT OR IGNORE INTO permitted SELECT 'scheme', code FROM list_scheme;
INSERT OR IGNORE INTO permitted SELECT 'capacity', code FROM list_capacity;
INSERT OR IGNORE INTO permitted SELECT 'activity_kind', code FROM list_activity_kind;
INSERT OR IGNORE INTO permitted SELECT 'location', code FROM list_location;
INSERT OR IGNORE INTO permitted SELECT 'mobility_kind', code FROM list_mobility_kind;
INSERT OR IGNORE INTO permitted SELECT 'visit_role', code FROM list_visit_role;
INSERT OR IGNORE INTO permitted SELECT 'visit_kind', code FROM list_visit_kind;
INSERT OR IGNORE INTO permitted SELECT 'index_database', code FROM list_index_database;
INSERT OR IGNORE INTO permitted SELECT 'cross_border', code FROM list_cross_border;
INSERT OR IGNORE INTO permitted SELECT 'book_category', code FROM list_book_category;
INSERT OR IGNORE INTO permitted SELECT 'project_kind', code FROM list_project_kind;
DELETE FROM permitted WHERE code = '';

-- The same lists for optional columns: an empty cell is a missing value and valid.
CREATE TEMP TABLE permitted_or_missing(list TEXT, code TEXT, PRIMARY KEY (list, code)) WITHOUT ROWID;
INSERT INTO permitted_or_missing SELECT list, code FROM permitted;
INSERT INTO permitted_or_missing SELECT DISTINCT list, '' FROM permitted;

-- Whole sources that the exports lack hold nothing.
DELETE FROM raw_students WHERE ('students', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_faculty WHERE ('faculty', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_researchers WHERE ('researchers', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_faculty_exchanges
  WHERE ('faculty_exchanges', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_faculty_activities
  WHERE ('faculty_activities', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_visiting_scholars
  WHERE ('visiting_scholars', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_student_mobility
  WHERE ('student_mobility', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_international_visits
  WHERE ('international_visits', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_publications WHERE ('publications', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_books WHERE ('books', '') IN (SELECT source, "column" FROM raw_absent);
DELETE FROM raw_projects WHERE ('projects', '') IN (SELECT source, "column" FROM raw_absent);
