#!/bin/sh
# Runs the reference over the hand-made folders in cases/ and compares with what is expected there.
#
#   cases.sh [CODES_DIR]
#
# A case may bring code lists of its own (cases/<name>/codes), which take the place of the given ones.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
codes=$(cd "${1:-$here/../../../pipelines/codes}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
for case in "$here"/cases/*/; do
  name=$(basename "$case")
  mkdir "$work/$name"
  cp "$codes"/*.csv "$work/$name/"
  if [ -d "$case/codes" ]; then cp "$case"/codes/*.csv "$work/$name/"; fi
  if "$here/reference.sh" "$case/plain" "$work/$name" >"$work/$name.tsv" \
    && diff "$case/expected.tsv" "$work/$name.tsv"; then
    echo "$name: ok"
  else
    echo "$name: FAILED"
    failed=1
  fi
done
exit $failed
