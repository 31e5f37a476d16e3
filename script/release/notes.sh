#!/usr/bin/env bash
# Prints the section of a version in CHANGELOG.md (https://keepachangelog.com) without its heading, as notes for the release.
# Fails if there is no such section, or nothing in it. Usage: script/release/notes.sh 1.2.3 [<folder of the repository>]
set -euo pipefail
version=$1
changelog=${2:-.}/CHANGELOG.md

[ -f "$changelog" ] || { echo "there is no $changelog" >&2; exit 1; }
# A heading is `## [1.2.3] - 2026-11-26`, or without brackets; the link definitions at the end belong to no section.
notes=$(awk -v version="$version" '
  /^## / { inside = ($2 == version || $2 == "[" version "]"); next }
  inside && !/^\[[^]]+\]: / { print }' "$changelog" | sed -e '/./,$!d')
[[ $notes =~ [^[:space:]] ]] || { echo "$changelog has no notes for $version: add \`## [$version] - <date>\`, and what changed" >&2; exit 1; }
printf '%s\n' "$notes"
