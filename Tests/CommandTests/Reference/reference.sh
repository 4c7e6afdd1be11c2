#!/bin/sh
# The fourteen KPIs counted a second time, in SQL and from the specification alone.
#
#   reference.sh PLAIN_DIR [CODES_DIR]
#
# PLAIN_DIR holds the plain exports (<source>.csv, absent.csv, period.csv), CODES_DIR the code
# lists (default: pipelines/codes of this project). Prints the table of 99-output.sql. Needs sqlite3.
set -eu

if [ $# -lt 1 ] || [ $# -gt 2 ]; then
  echo "usage: reference.sh PLAIN_DIR [CODES_DIR]" >&2
  exit 64
fi
here=$(cd "$(dirname "$0")" && pwd)
plain=$(cd "$1" && pwd)
codes=$(cd "${2:-$here/../../../pipelines/codes}" && pwd)

sources="students faculty researchers faculty_exchanges faculty_activities visiting_scholars
  student_mobility international_visits publications books projects"
lists="countries programme day_night status identity route gender employment rank
  researcher_category scheme capacity activity_kind location mobility_kind visit_role visit_kind
  index_database cross_border book_category project_kind benchmark_partners"

# A missing file would only be a message on standard error to the tool: it must end the run here.
for name in $sources absent period; do
  [ -r "$plain/$name.csv" ] || { echo "reference.sh: $plain/$name.csv: not readable" >&2; exit 66; }
done
for name in $lists; do
  [ -r "$codes/$name.csv" ] || { echo "reference.sh: $codes/$name.csv: not readable" >&2; exit 66; }
done

# Relative names only, so that no path has to be quoted for the tool.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$plain" "$work/plain"
ln -s "$codes" "$work/codes"
ln -s "$here" "$work/sql"
cd "$work"
{
  echo ".bail on"
  for name in $sources absent period; do echo ".import --csv plain/$name.csv raw_$name"; done
  for name in $lists; do echo ".import --csv codes/$name.csv list_$name"; done
  echo "PRAGMA temp_store = MEMORY;"
  echo "BEGIN;"
  for file in sql/[0-8]*.sql sql/kpi-*.sql sql/9*.sql; do echo ".read $file"; done
} >driver.sql
sqlite3 -batch -bail -init /dev/null :memory: <driver.sql
