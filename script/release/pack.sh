#!/usr/bin/env bash
# Makes the assets of a release: an archive of what a workflow or npm uses of that commit, always with the same bytes, and
# SHA256SUMS with the digests of the archive and of each file that users run. Usage: script/release/pack.sh v1.2.3 <new folder>
set -euo pipefail
tag=$1
assets=$2
archive=clr-refresh-$tag.tar.gz

# What a workflow or npm runs; prober.yml checks that these files are attested.
run=(action.yml dist notice/action.yml package.json .github/workflows/keepalive.yml)

mkdir -p "$assets"
git archive --format=tar --prefix="clr-refresh-$tag/" "$tag" \
  "${run[@]}" README.md LICENSE | gzip --no-name --best >"$assets/$archive"
# Of the archive, not of the checkout: a build may have changed that.
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
tar --extract --file="$assets/$archive" --directory="$unpacked" --strip-components=1
(
  (cd "$assets" && sha256sum "$archive")
  cd "$unpacked" && find "${run[@]}" -type f -print0 | LC_ALL=C sort --zero-terminated | xargs --null sha256sum
) >"$assets/SHA256SUMS"
