#!/usr/bin/env bash
# Moves the tag of a major version, such as v1, to the commit of a release of it, in `origin`: users name v1 in their workflows.
# It never moves to an older version: a patch for an older release leaves it where it is (1.2.0-rc.1 is older than 1.2.0). v1 is
# a plain tag without a release, so that it can move.
# Usage: script/release/move-major-tag.sh v1.2.3, in a clone that has all commits and tags
set -euo pipefail
tag=$1
[[ $tag =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "usage: $0 v1.2.3, not \"$tag\"" >&2; exit 1; }
major=${tag%%.*}

# As `origin` has it now: the clone may be old, and an annotated tag is not a commit.
commit_of() { git ls-remote origin "refs/tags/$1" "refs/tags/$1^{}" | tail -n 1 | cut -f 1; }

new=$(commit_of "$tag")
[ -n "$new" ] || { echo "origin has no tag $tag" >&2; exit 1; }
current=$(commit_of "$major")
if [ "$new" = "$current" ]; then
  echo "$major is at $tag already"
  exit
fi
if [ -n "$current" ]; then
  version=v$(git show "$current:package.json" | node -p 'JSON.parse(fs.readFileSync(0, "utf8")).version')
  # Without `-rc.1`, which `sort` would put after the release itself.
  newest=$(printf '%s\n' "${version%%-*}" "$tag" | sort --version-sort | tail -n 1)
  if [ "$newest" != "$tag" ]; then
    echo "$major stays at $version, which is newer than $tag"
    exit
  fi
fi
# Only if nobody has moved it since: an empty value means that it must not exist.
was=$(git ls-remote origin "refs/tags/$major" | cut -f 1)
git push --quiet --force-with-lease="refs/tags/$major:$was" origin "$new:refs/tags/$major"
echo "$major is at $tag now"
