import { stampedJson } from '../../core/credentials/stamp.js'
import type { LoginDestination, NewLogin } from '../../core/login-destination.js'
import { openStateFolder } from '../../core/sign-in/state-folder.js'
import { utcMinute } from '../../core/times.js'
import type { WorkFolder } from '../../core/work-folder.js'
import { describeLocation, describeSecret } from '../../github-secrets/location.js'
import { GITHUB, secretArguments } from '../../github-secrets/place-arguments.js'
import type { SecretStore } from '../../github-secrets/secret-store.js'
import type { StoreWords } from '../../github-secrets/target.js'
import type { SecretDestination } from '../login-options.js'
import { confirm, type Terminal } from './confirm.js'
import { nextSteps, TOKEN_SECRET } from './next-steps.js'
import { beforeSignIn, NO_SIGN_IN } from './remedies.js'
import { TOKEN_OF_GH } from './github-token.js'
import { findSecretTarget, type SecretTarget } from './secret-target.js'

/** How long GitHub may take before the sign-in, and to store the login after it, in milliseconds. */
const PROOF_LIMIT_MS = 30_000
const STORE_LIMIT_MS = 60_000

/** How long the last look for other secrets may take, in milliseconds: nothing depends on it. */
const LOOK_LIMIT_MS = 5_000

/** What the destination needs of the program. */
export interface DestinationContext {
  readonly environment: NodeJS.ProcessEnv
  /** Aborted when the user cancels. */
  readonly cancel: AbortSignal
  /** Prints a line for people while `clr` is at work. */
  readonly say: (line: string) => void
  /** Where a question can be asked; null if there is no terminal. */
  readonly terminal: Pick<Terminal, 'input' | 'output'> | null
}

/**
 * The secret that the options of `clr login` name. Asks the user to confirm a repository that no option names, and finds the
 * token; no request is made yet.
 * @throws RefreshError `usage`, `cancelled`
 */
export async function openSecretDestination(
  request: SecretDestination,
  context: DestinationContext
): Promise<SecretLoginDestination> {
  return beforeSignIn(async () => {
    const { terminal, cancel } = context
    const ask = terminal && ((question: string) => confirm(question, { ...terminal, cancel }))
    const target = await findSecretTarget(request, { ...context, confirm: ask })
    // Large packages, which no other command needs.
    const { openSecretStore } = await import('../../github-secrets/secret-store.js')
    const { name: guardedName, location, token, server } = target
    const words = wordsFor(target)
    const store = await openSecretStore({ location, guardedName, plainNames: [], token, apiUrl: server.apiUrl, words })
    return new SecretLoginDestination(target, store, context)
  })
}

function wordsFor({ tokenFrom, server }: SecretTarget): StoreWords {
  return {
    token: tokenFrom,
    newToken: newTokenFor(tokenFrom, server.host),
    nothingDone: NO_SIGN_IN,
    apiUrl: server.namedBy ?? 'GITHUB_API_URL',
    otherWriters: 'a job or another sign-in; storing this login now would replace it',
    cancelled: '`clr login` was cancelled'
  }
}

function newTokenFor(tokenFrom: string, host: string): string {
  if (tokenFrom !== TOKEN_OF_GH) return `Set ${tokenFrom} to a new token`
  return `Log in to GitHub again with \`gh auth login${host === GITHUB ? '' : ` --hostname ${host}`}\``
}

/** A secret of GitHub as the place for a new login. Made by `openSecretDestination`. */
export class SecretLoginDestination implements LoginDestination {
  readonly name: string
  readonly commandArguments: readonly string[]

  constructor(
    private readonly target: SecretTarget,
    private readonly secrets: SecretStore,
    private readonly context: Omit<DestinationContext, 'terminal'>
  ) {
    this.name = `the secret ${describeSecret(target.name, target.location)}`
    this.commandArguments = secretArguments(target)
  }

  /**
   * Proves, before the sign-in, that the secret can be written; creates its environment if that does not exist. Takes the
   * first look at the secret, so that what a job stores during the sign-in is not overwritten.
   * @throws RefreshError `secret-not-writable`, with the permission that is missing; `cancelled`
   */
  async prove(): Promise<void> {
    const { say, cancel } = this.context
    const limits = { limitMs: PROOF_LIMIT_MS, signal: cancel }
    await beforeSignIn(async () => {
      if (await this.secrets.createMissingEnvironment(limits)) {
        say(
          `created ${describeLocation(this.target.location)}, without protection rules; it is kept even if you cancel`
        )
      }
      const lastWrite = await this.secrets.lastWrite(limits)
      await this.secrets.proveWritable(limits)
      const state = lastWrite === null ? 'does not exist yet' : existing(lastWrite.atMs)
      say(`${this.name} can be written; it ${state}`)
    })
  }

  /** @throws RefreshError `usage`, `creds-not-writable` */
  workFolder(): WorkFolder {
    return openStateFolder(this.context.environment)
  }

  /**
   * Stores a login with a stamp, unless somebody else has written the secret since the first look.
   * @returns lines for people: what was stored, and what to do next
   * @throws RefreshError `secret-write-failed`
   */
  async store({ fields }: NewLogin): Promise<readonly string[]> {
    const { name } = this.target
    const textAt = (now: Date | null): string => stampedJson({ claudeAiOauth: fields }, now)
    await this.secrets.write([{ name, textAt }], { limitMs: STORE_LIMIT_MS, signal: this.context.cancel })
    const without = await this.secrets.placesWithout(TOKEN_SECRET, LOOK_LIMIT_MS)
    return [`stored the new login as ${this.name}`, ...nextSteps(this.target, without)]
  }
}

function existing(lastWriteMs: number): string {
  return `was last written at ${utcMinute(lastWriteMs)} UTC, and will be replaced`
}
