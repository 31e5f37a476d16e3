#!/usr/bin/env bash
# npm run lint:workflows: runs actionlint on the examples and on our own workflows. It does not use shellcheck or pyflakes, so
# that the result does not depend on what is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
actionlint=$(script/install-go-tool.sh actionlint)
"$actionlint" -shellcheck= -pyflakes= examples/*.yml .github/workflows/*.yml testing/act/workflows/*.yml
echo "actionlint: $(ls examples/*.yml .github/workflows/*.yml testing/act/workflows/*.yml | wc -l) workflows without problems"
