import { isatty } from 'node:tty'
import { login } from '../core/login.js'
import type { LoginDestination } from '../core/login-destination.js'
import { Deadline } from '../core/deadline.js'
import { RefreshError } from '../core/reasons.js'
import { FileLoginDestination } from '../core/sign-in/file-destination.js'
import { salvageSignIns } from '../core/sign-in/salvage.js'
import { actAsOwner } from './act-as-owner.js'
import type { LoginRequest } from './login-options.js'
import { BrowserGuide } from './login/browser-guide.js'
import { beforeSignIn } from './login/remedies.js'
import { openSecretDestination } from './login/secret-destination.js'
import { layoutFor, resultText } from './messages.js'
import { npxNotes } from './npx.js'
import { say, sayFailure, writeResult } from './output.js'
import { cancelOnSignals } from './signals.js'

type Signals = ReturnType<typeof cancelOnSignals>

/** Runs `clr login`, which prints what it does. @returns the exit status: 0 if the login was stored, else 1 */
export async function runLogin(request: LoginRequest): Promise<0 | 1> {
  try {
    const stored = await loginLines(request, cancelOnSignals())
    const lines = [...stored, ...npxNotes(stored.join('\n'))]
    const layout = layoutFor(process.stdout)
    const text = lines.map(line => resultText(line, layout)).join('')
    return await writeResult(text, 0, `stored: ${lines[0] ?? ''}`)
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    sayFailure(error)
    return 1
  }
}

async function loginLines(request: LoginRequest, signals: Signals): Promise<readonly string[]> {
  const guide = new BrowserGuide(process.env, say)
  if (request.from === null) guide.refuseIfHopeless()
  const beforeSignIn = new AbortController()
  const cancelDestination = (): void => {
    beforeSignIn.abort()
  }
  signals.cancel.addEventListener('abort', cancelDestination)
  signals.insist.addEventListener('abort', cancelDestination)
  const destination = await openDestination(request, { ...signals, cancel: beforeSignIn.signal })
  const { cancel } = signals
  const onSignIn: Parameters<typeof login>[0]['onSignIn'] = program => {
    // From now on only a second signal keeps a login that was made from being stored.
    signals.cancel.removeEventListener('abort', cancelDestination)
    guide.announce(program)
  }
  const onAddress = (address: string): void => {
    guide.open(address)
  }
  return login({ ...request, cancel, environment: process.env, onSignIn, onAddress }, destination)
}

async function openDestination(request: LoginRequest, signals: Signals): Promise<LoginDestination> {
  const { destination, replace } = request
  const environment = process.env
  if (destination.kind === 'secret') {
    if (request.from === null) await announceEarlierLogins(signals)
    // Only a terminal: `process.stdin` would make a pipe non-blocking, which `claude` shares.
    const terminal = isatty(0) ? { input: process.stdin, output: process.stderr } : null
    return openSecretDestination(destination, { environment, cancel: signals.cancel, say, terminal })
  }
  const { credsPath: text, credsFrom: name } = destination
  if (process.geteuid?.() === 0) await actAsOwner(text, { deadline: Deadline.after(0), cancel: signals.cancel })
  return beforeSignIn(() =>
    Promise.resolve(new FileLoginDestination({ text, name }, { ...signals, replace, environment, say }))
  )
}

/** Names the logins of sign-ins that were interrupted, or could not be stored in a secret. */
async function announceEarlierLogins({ insist }: Signals): Promise<void> {
  for (const path of await salvageSignIns(process.env, insist)) {
    say(`the login of an earlier sign-in is in ${path}: store it with \`--from\`, or delete it if it is already stored`)
  }
}
