#!/usr/bin/env bash
# Runs the tests, or some of them, on the Node that is first on PATH: `npm test` would use the one in node_modules/.bin.
# Usage: script/test-on-this-node.sh [<option of Jest, or part of a path>…]
set -euo pipefail
cd "$(dirname "$0")/.."
echo "the tests run on Node $(node --version)"
exec node --experimental-vm-modules node_modules/jest/bin/jest.js --ci --runInBand "$@"
