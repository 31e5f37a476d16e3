import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { absoluteEntries } from '../../refresh/claude/claude-environment.js'
import { RefreshError } from '../../refresh/reasons.js'
import { redact } from '../../refresh/redact.js'
import { runProgram } from '../run-program.js'
import { exactVersion } from './claude-version.js'
import { addressOf, hideRegistries, REGISTRY_VARIABLES } from './registry.js'

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
    const { exitCode, stdout, stderr } = await runProgram(findNpm(env), args, around)
    if (exitCode === 0) return stdout
    throw failed(
      `npm ${args[0] ?? ''} ended with ${exitCode === null ? 'a signal' : `exit status ${exitCode}`}${why(hideRegistries(stderr, env))}`
    )
  }

  /** Whoever sets the registry decides what is installed. */
  #noteRegistry(variable: (typeof REGISTRY_VARIABLES)[number]): void {
    const registry = this.env[variable] ?? ''
    if (registry !== '') this.note(`npm registry: ${addressOf(registry)} (${variable})`)
  }
}

/** The lines that begin with `npm error` and say something, the first two of them. */
function why(stderr: string): string {
  const lines = redact(stderr)
    .split('\n')
    .map(line => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .map(line => line.replace(/(?<=\w:\/\/)[^/\s@]+@/g, '')) // user and password of another address
    .filter(line => line !== '' && !line.startsWith('A complete log of this run'))
  return lines.length === 0 ? '' : `: ${lines.slice(0, 2).join(', ').slice(0, 300)}`
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
