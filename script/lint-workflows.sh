#!/usr/bin/env bash
# npm run lint:workflows: actionlint over the examples and over our own workflows. It would use a shellcheck that it
# finds; without, the outcome is the same on every machine.
set -euo pipefail
cd "$(dirname "$0")/.."
actionlint=$(script/install-go-tool.sh actionlint)
"$actionlint" -shellcheck= -pyflakes= examples/*.yml .github/workflows/*.yml testing/act/workflows/*.yml
echo "actionlint: $(ls examples/*.yml .github/workflows/*.yml testing/act/workflows/*.yml | wc -l) workflows, nothing to say"
