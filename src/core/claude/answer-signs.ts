import { LOG_IN_AGAIN, type Reason } from '../reasons.js'
import { USUAL_SIGN, type FailureSign } from './failure-sign.js'
import { answerStatusIn, isOtherBadRequest } from './log-lines.js'

/** What a line about an answer to the token says; null for any other line. */
export function answerSignOf(line: string): FailureSign | null {
  const status = answerStatusIn(line)
  return status === null ? null : { ...signOf(status, line), status }
}

/** 2.1.112 logs a proxy's answer to CONNECT as if the endpoint had given it (docs/claude-cli.md#which-proxy-counts). */
const ENDPOINT_OR_PROXY = 'the token endpoint, or a proxy in front of it,'

function signOf(status: number, line: string): FailureSign {
  switch (status) {
    case 400:
      // `claude` is not ended at once: 2.1.330 recovers from an `invalid_scope`, also a 400, by a second try within the
      // same exchange.
      return isOtherBadRequest(line)
        ? answer('not-refreshed', `${ENDPOINT_OR_PROXY} answered 400, but not because of the login`, {
            endAtOnce: false
          })
        : answer(
            'login-rejected',
            'the token endpoint rejected the login (400): its refresh token is used up or revoked',
            {
              endAtOnce: false,
              tokenUse: 'rejected'
            }
          )
    case 401:
    case 403:
      return answer('login-rejected', `${ENDPOINT_OR_PROXY} refused the login (${status})`, {
        tokenUse: 'refused',
        remedy: `If there is a proxy, make sure that it lets requests to the token endpoint pass, and run it again. Otherwise the login is lost. ${LOG_IN_AGAIN}`
      })
    case 407: // only a proxy sends this
      return answer('network', 'the proxy asks for a user name and a password (407)', {
        isAnswer: false,
        tokenUse: 'not-used',
        remedy: 'Put them into the proxy variable (`http://USER:PASSWORD@proxy.example.com:8080`), then run it again.'
      })
    case 429:
      return answer('rate-limited', 'the token endpoint answered 429 (too many requests)', {
        isRepeatable: true,
        tokenUse: 'not-used'
      })
  }
  if (status >= 500 && status < 600) return answer('server-error', `${ENDPOINT_OR_PROXY} answered ${status}`)
  return answer('not-refreshed', `${ENDPOINT_OR_PROXY} answered ${status}, without new tokens`)
}

function answer(reason: Reason, what: string, more: Partial<FailureSign> = {}): FailureSign {
  return { ...USUAL_SIGN, isAnswer: true, reason, what, ...more }
}
