import type { MovedClock } from '../../testing/clock/moved-clock.js'
import { Dialogue } from '../../testing/dialogue.js'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import { CLR, NODE24 } from '../../testing/paths.js'
import type { Variables } from '../../testing/program.js'
import { pasteCode } from '../../testing/sign-in.js'
import { ACCESS_TOKEN_MS, LOGIN_MS } from './rates.js'

/** Signs in by `clr login` with the real CLI. @param env the whole environment. @throws Error with what it printed */
export async function signInByClr(args: readonly string[], env: Variables, endpoint: Endpoint): Promise<void> {
  const dialogue = Dialogue.byPipe([NODE24, CLR, 'login', ...args], env)
  await pasteCode({ endpoint }, dialogue)
  const { exitCode } = await dialogue.ended
  if (exitCode !== 0) throw new Error(`clr login ended with ${exitCode}: ${dialogue.shown}`)
}

/** The text of a credentials file right after a sign-in by other means. */
export function newLoginText(clock: MovedClock, endpoint: Endpoint): string {
  const { nowMs } = clock
  return JSON.stringify(
    endpoint.newLogin({ expiresAt: nowMs + ACCESS_TOKEN_MS, refreshTokenExpiresAt: nowMs + LOGIN_MS })
  )
}
