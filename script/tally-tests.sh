#!/usr/bin/env bash
# For .ci/run. Reads lines `<title><tab>passed|failed|skipped` of several test runs from standard input: a test that one run
# skips, another may execute. Prints the failed tests, how many tests no run has executed and why (which testing/needs.ts
# writes into the title), and, as the last line, `N passed, N failed, N skipped`. The exit status is 1 if a test failed.
set -euo pipefail

# Each title counts once: as failed if it failed in any run, otherwise as passed if it passed in any. The words sort like that.
LC_ALL=C sort --unique | awk -F '\t' '
  seen[$1]++ { next }
  { count[$2]++ }
  $2 == "failed" { print "failed: " $1 }
  $2 == "skipped" {
    why = match($1, /\[needs [^]]+\]/) ? substr($1, RSTART + 1, RLENGTH - 2) : "no reason given: " $1
    skipped[why]++
  }
  END {
    for (why in skipped) print skipped[why] " skipped: " why
    some = count["skipped"] > 0 ? ", " count["skipped"] " skipped" : ""
    print count["passed"] + 0 " passed, " count["failed"] + 0 " failed" some
    exit count["failed"] > 0
  }'
