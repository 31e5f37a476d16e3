#!/usr/bin/env bash
# npm run lint:workflows: runs actionlint (is it valid?) and zizmor (is it safe?) on our own workflows and actions, on the
# examples, and on what testing/act runs. actionlint uses no shellcheck or pyflakes, so that the result does not depend on what
# is installed, and zizmor uses no network.
set -euo pipefail
cd "$(dirname "$0")/.."

workflows=(examples/*.yml .github/workflows/*.yml testing/act/workflows/*.yml)
# actionlint reads no actions and no Dependabot configuration.
others=(action.yml notice/action.yml testing/act/actions/*/action.yml .github/dependabot.yml)
status=0

actionlint=$(script/install-go-tool.sh actionlint)
if "$actionlint" -shellcheck= -pyflakes= "${workflows[@]}"; then
  echo "actionlint: ${#workflows[@]} workflows without problems"
else
  status=1
fi

zizmor=$(script/install-zizmor.sh)
# A token in the environment must not turn the online audits on: they would need the network.
env -u GH_TOKEN -u GITHUB_TOKEN -u ZIZMOR_GITHUB_TOKEN \
  "$zizmor" --offline --strict-collection --quiet --no-progress --config .github/zizmor.yml "${workflows[@]}" "${others[@]}" || status=1
if [ $status = 0 ]; then echo "zizmor: $((${#workflows[@]} + ${#others[@]})) files without findings"; fi
exit $status
