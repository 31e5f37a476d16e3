#!/usr/bin/env bash
# For .ci/run. Reads lines of `<title><tab>passed|failed|skipped` from standard input, of several runs: what one skips,
# another may run. Prints what failed, how many nobody has run and why (testing/needs.ts puts it into the title), and in the
# last line `N passed, N failed`. Exit status 1 if anything failed.
set -euo pipefail

# Each title counts once: a failure in any run comes first, then a pass, then a skip. That is how these words sort.
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
    print count["passed"] + 0 " passed, " count["failed"] + 0 " failed"
    exit count["failed"] > 0
  }'
