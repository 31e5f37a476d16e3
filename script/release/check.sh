#!/usr/bin/env bash
# Checks that a tag can be released: it is vX.Y.Z with the version of package.json and package-lock.json, and CHANGELOG.md has
# notes for that version. Prints the version. Usage: script/release/check.sh v1.2.3 [<folder of the repository>]
set -euo pipefail
tag=$1
folder=${2:-.}
scripts=$(dirname "$0")

fail() { echo "$1" >&2; exit 1; }

[[ $tag =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "a release needs a tag like v1.2.3, not \"$tag\""
for file in package.json package-lock.json; do
  version=$(node -p 'JSON.parse(fs.readFileSync(process.argv[1], "utf8")).version' "$folder/$file")
  [ "$tag" = "v$version" ] || fail "the tag is $tag, but $file says $version: run \`npm version --no-git-tag-version ${tag#v}\`"
done
"$scripts/notes.sh" "${tag#v}" "$folder" >/dev/null
echo "${tag#v}"
