#!/usr/bin/env bash
# For prober.yml: checks what a refresh with the published action has made. All comes in variables: the outputs of the action
# (REASON, EXIT_CODE, REFRESHED, EXPIRES_AT), whether it output tokens (HAS_ACCESS_TOKEN, HAS_CREDS_JSON), and when the secret was
# stored, before and after (UPDATED_BEFORE, UPDATED_AFTER). Prints each check; fails if one does.
set -uo pipefail
status=0

check() {
  local what=$1
  shift
  if "$@"; then echo "✓ $what"; else echo "::error::not so: $what"; status=1; fi
}

is_iso() { [[ $1 =~ ^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z$ ]]; }
is_good_for_hours() { is_iso "$EXPIRES_AT" && [ "$(date --date="$EXPIRES_AT" +%s)" -gt $(($(date +%s) + $1 * 3600)) ]; }
is_stored_again() { is_iso "$UPDATED_AFTER" && [ "$UPDATED_AFTER" != "$UPDATED_BEFORE" ]; }

check "the reason is refreshed: $REASON" [ "$REASON" = refreshed ]
check "the exit code is 0: $EXIT_CODE" [ "$EXIT_CODE" = 0 ]
check "the output refreshed is true: $REFRESHED" [ "$REFRESHED" = true ]
check "the new access token is good for more than 4 hours: until $EXPIRES_AT" is_good_for_hours 4
check "the access token was output" [ "$HAS_ACCESS_TOKEN" = true ]
check "the credentials were output" [ "$HAS_CREDS_JSON" = true ]
check "the secret was stored again: $UPDATED_BEFORE, then $UPDATED_AFTER" is_stored_again
exit $status
