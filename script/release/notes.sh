#!/usr/bin/env bash
# Prints the section of a version in CHANGELOG.md (https://keepachangelog.com) without its heading, as notes for the release.
# Fails if there is no such section, or no text in it but headings. Usage: script/release/notes.sh 1.2.3 [<folder of the repository>]
set -euo pipefail
version=$1
changelog=${2:-.}/CHANGELOG.md

[ -f "$changelog" ] || { echo "there is no $changelog" >&2; exit 1; }
# A heading is `## [1.2.3] - 2026-11-26`, with a link behind the brackets, or without brackets. Nothing in a code block is a heading;
# the link definitions at the end belong to no section.
notes=$(awk -v version="$version" '
  # Whether a text begins with these words, and they end there.
  function begins(text, words) { return index(text, words) == 1 && substr(text, length(words) + 1) ~ /^([ \t(]|$)/ }

  { sub(/\r$/, "") }
  # The start of a code block: three or more signs. A line with more such signs later has only code in it.
  fence == "" && match($0, /^[ \t]*(```+|~~~+)/) {
    mark = substr($0, RSTART, RLENGTH)
    gsub(/[ \t]/, "", mark)
    if (substr(mark, 1, 1) == "~" || index(substr($0, RLENGTH + 1), "`") == 0) { fence = mark; if (inside) print; next }
  }
  # Its end has the same signs, as many at least, and nothing else.
  fence != "" {
    end = $0
    gsub(/[ \t]/, "", end)
    if (index(end, fence) == 1) { gsub(substr(fence, 1, 1), "", end); if (end == "") fence = "" }
    if (inside) print
    next
  }
  /^##[ \t]/ {
    heading = $0
    sub(/^##[ \t]+/, "", heading)
    inside = begins(heading, version) || begins(heading, "[" version "]")
    next
  }
  inside && !/^\[[^]]+\]: / { print }' "$changelog" | sed -e '/./,$!d')
# At least one line is neither blank nor a heading.
grep --quiet --invert-match --extended-regexp '^(#+([[:space:]].*)?|[[:space:]]*)$' <<<"$notes" ||
  { echo "$changelog has no notes for $version: add \`## [$version] - <date>\`, and what changed" >&2; exit 1; }
printf '%s\n' "$notes"
