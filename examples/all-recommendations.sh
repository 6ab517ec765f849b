#!/bin/sh
# Every recommendation of a library: a CSV to keep track in, and a Markdown page to read.
#
#   all-recommendations.sh [LIBRARY [FOLDER]]
#
# LIBRARY is the folder of the briefs, by default `briefs`. The files go to FOLDER, by default the current one, and
# replace those of an earlier run. Further columns, filters and formats: briefkit list --help
set -eu

library=${1:-briefs}
folder=${2:-.}
csv=$folder/recommendations.csv
page=$folder/recommendations.md

mkdir -p "$folder"
briefkit list recommendations --library "$library" --output "$csv"
briefkit list recommendations --library "$library" --output "$page"
actors=$(briefkit list actors --library "$library" --format markdown)
printf '\n%s\n' "$actors" | sed 's/^# Actors/## Who is asked to act/' >>"$page"
printf 'wrote %s and %s\n' "$csv" "$page" >&2
