import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { absoluteEntries } from '../../refresh/claude/claude-environment.js'
import { RefreshError } from '../../refresh/reasons.js'
import { runProgram } from '../run-program.js'
import { exactVersion } from './claude-version.js'
import { npmFailure } from './npm-failure.js'
import { addressOf, REGISTRY_VARIABLES } from './registry.js'

export const CLAUDE_PACKAGE = '@anthropic-ai/claude-code'

/** Its install script puts the program in place; npm 11.19 warns of a script that is not allowed by name. */
const ALLOW_ITS_SCRIPT = `--allow-scripts=${CLAUDE_PACKAGE}`

/** Certificates are always checked, whatever a configuration of this machine says. */
const CHECK_CERTIFICATES = '--strict-ssl=true'

const OPTIONS = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', CHECK_CERTIFICATES]

/** The `npm` on PATH, with a home of its own, which is its working directory too. */
export class Npm {
  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly home: string,
    /** Takes a line for the log. */
    private readonly note: (line: string) => void
  ) {}

  /** The version that the registry calls by a tag. @throws RefreshError `claude-install-failed` */
  async versionOfTag(tag: string): Promise<string> {
    const stdout = await this.#run(['view', `${CLAUDE_PACKAGE}@${tag}`, 'version', '--global', ...OPTIONS])
    const version = exactVersion(stdout.trim())
    if (version !== null) return version
    throw failed(`the npm registry knows no version ${tag} of ${CLAUDE_PACKAGE}`)
  }

  /** Installs an exact version; its programs are then in `<folder>/bin`. @throws RefreshError `claude-install-failed` */
  async install(version: string, folder: string): Promise<void> {
    await this.#run([
      'install',
      '--global',
      '--prefix',
      folder,
      ALLOW_ITS_SCRIPT,
      ...OPTIONS,
      `${CLAUDE_PACKAGE}@${version}`
    ])
  }

  async #run(args: readonly string[]): Promise<string> {
    const { env, home } = this
    for (const variable of REGISTRY_VARIABLES) this.#noteRegistry(variable)
    const around = { env, home, workingDirectory: home, alsoAllowed: REGISTRY_VARIABLES }
    const result = await runProgram(findNpm(env), args, around)
    if (result.exitCode === 0) return result.stdout
    throw npmFailure(args[0] ?? '', result, env)
  }

  /** Whoever sets the registry decides what is installed. */
  #noteRegistry(variable: (typeof REGISTRY_VARIABLES)[number]): void {
    const registry = this.env[variable] ?? ''
    if (registry !== '') this.note(`npm registry: ${addressOf(registry)} (${variable})`)
  }
}

/** Absolute folders alone, as for `claude`. */
function findNpm({ PATH }: NodeJS.ProcessEnv): string {
  const candidates = absoluteEntries(PATH).map(folder => path.join(folder, 'npm'))
  const npm = candidates.find(isProgram)
  if (npm !== undefined) return npm
  throw failed('there is no program `npm` on PATH; let actions/setup-node run before')
}

function isProgram(candidate: string): boolean {
  try {
    accessSync(candidate, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function failed(message: string): RefreshError {
  return new RefreshError('claude-install-failed', message)
}
