import type { Dialogue } from './dialogue.js'
import { E2eSetup } from './e2e-setup.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from './github/github.js'
import type { Vault } from './github/vault.js'
import type { Variables } from './program.js'
import { pasteCode, startLogin } from './sign-in.js'

/** The secret in which `clr login` stores a login, and its place as options: an environment. */
export const SECRET = 'CLAUDE_CREDENTIALS'
export const PLACE = ['--repo', 'octo/demo', '--env', 'claude']

/** A token that may also create environments. */
export const ADMIN_TOKEN = 'github_pat_fake_may_administer'

/** An endpoint, a HOME, and a GitHub with the repository octo/demo. */
export class SecretSetup implements AsyncDisposable {
  private constructor(
    readonly e2e: E2eSetup,
    readonly github: StandInGitHub
  ) {
    e2e.home.write('.local/state/of-others', '') // the folder of all programs, which stays
    e2e.remember()
  }

  static async create(prefix = ''): Promise<SecretSetup> {
    const github = await startGitHub({ prefix, tokens: { [ADMIN_TOKEN]: 'admin' } })
    github.repository('octo/demo')
    const e2e = await E2eSetup.create({ token: { kind: 'ok', refreshTokenExpiresIn: 28 * 86_400 } })
    return new SecretSetup(e2e, github)
  }

  /** The secrets of the environment `claude`, which exists from now on. */
  get environment(): Vault {
    return this.github.environment('octo/demo', 'claude')
  }

  /** Starts `clr login --secret`. */
  start(args: readonly string[] = PLACE, env: Variables = {}, isOnTerminal = false): Dialogue {
    const variables = { GITHUB_API_URL: this.github.apiUrl, GH_TOKEN: WRITE_TOKEN, ...env }
    return startLogin(this.e2e, { args: ['--secret', SECRET, ...args], env: variables, isOnTerminal })
  }

  /** Signs in, once `clr` has proven that it can write the secret. */
  async signIn(dialogue: Dialogue): Promise<void> {
    await pasteCode(this.e2e, dialogue)
  }

  /** The path of the login that a failed run has kept, as its message says. */
  keptLogin(dialogue: Dialogue): string {
    return /the new login is safe in (\S+)\n/.exec(dialogue.shown)?.[1] ?? 'nowhere'
  }

  /** How often `claude` has sent anything. */
  get sent(): number {
    const { signIn, token, profile, model, other } = this.e2e.endpoint.requests
    return [signIn, token, profile, model, other].flat().length
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.e2e[Symbol.asyncDispose]()
    await this.github.close()
  }
}
