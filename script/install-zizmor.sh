#!/usr/bin/env bash
# Installs the zizmor of script/zizmor/requirements.txt from PyPI, unless it is already installed, and prints its path.
set -euo pipefail
cd "$(dirname "$0")/.."

requirements=script/zizmor/requirements.txt
version=$(sed -n 's/^zizmor==\([^ ]*\).*/\1/p' $requirements)
folder="$PWD/node_modules/.cache/zizmor-$version"
if ! "$folder/bin/zizmor" --version >/dev/null 2>&1; then
  command -v python3 >/dev/null || { echo 'zizmor is a Python package: install Python 3 first' >&2; exit 1; }
  echo "pip install zizmor==$version (10 MB, the first time)" >&2
  python3 -m venv --clear "$folder" >&2 || { echo 'python3 cannot make a venv: install python3-venv first' >&2; exit 1; }
  "$folder/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
    --require-hashes --requirement $requirements >&2
fi
echo "$folder/bin/zizmor"
