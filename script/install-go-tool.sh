#!/usr/bin/env bash
# Installs a tool that is written in Go, unless this version is already installed, and prints its path.
# Usage: script/install-go-tool.sh act|actionlint
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  act) module=github.com/nektos/act version=v0.2.89 ;;
  actionlint) module=github.com/rhysd/actionlint/cmd/actionlint version=v1.7.12 ;;
  *) echo "usage: $0 act|actionlint" >&2 && exit 1 ;;
esac

folder="$PWD/node_modules/.cache/go-tools/$1-$version"
if [ ! -x "$folder/$1" ]; then
  command -v go >/dev/null || { echo "$1 is built from source: install Go first" >&2; exit 1; }
  echo "go install $module@$version (a minute or so, the first time)" >&2
  GOBIN="$folder" go install "$module@$version"
fi
echo "$folder/$1"
