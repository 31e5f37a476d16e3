import path from 'node:path'
import { findProgram } from '../../refresh/claude/find-program.js'
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
    const { npm, env: withNode } = findNpm(env)
    const around = { env: withNode, home, workingDirectory: home, alsoAllowed: REGISTRY_VARIABLES }
    const { exitCode, stdout, stderr } = await runProgram(npm, args, around)
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

/**
 * As for `claude`: in an absolute folder, and not a version manager's shim, which would find nothing in a home of npm's own.
 * The `node` that npm runs with may be such a shim, too.
 */
function findNpm(env: NodeJS.ProcessEnv): { readonly npm: string; readonly env: NodeJS.ProcessEnv } {
  const [npm, node] = ['npm', 'node'].map(name => findProgram(name, { environment: env, user: null }))
  if (npm == null) throw failed('there is no program `npm` on PATH; let actions/setup-node run before')
  if ('whyNot' in npm) {
    const { path: shim, manager } = npm.shim
    throw failed(`${shim} is a shim of ${manager}, and \`${manager} which npm\`, outside of any project, ${npm.whyNot}`)
  }
  const behindShims = [npm, node].flatMap(found =>
    found != null && 'program' in found && found.shim !== null ? [path.dirname(found.program)] : []
  )
  return { npm: npm.program, env: { ...env, PATH: [...behindShims, env.PATH ?? ''].join(path.delimiter) } }
}

function failed(message: string): RefreshError {
  return new RefreshError('claude-install-failed', message)
}
