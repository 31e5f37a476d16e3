import path from 'node:path'
import { Deadline } from '../../core/deadline.js'
import { describeDeadEnd, findProgram } from '../../core/programs/find-program.js'
import { runProgram } from '../exec.js'
import { exactVersion, type WantedVersion } from './claude-version.js'
import { installFailed, npmFailure } from './npm-failure.js'
import { addressOf, REGISTRY_VARIABLES } from './registry.js'

export const CLAUDE_PACKAGE = '@anthropic-ai/claude-code'

/** The package's install script puts the program in place. npm 11.19 warns of a script that is not allowed by name. */
const ALLOW_ITS_SCRIPT = `--allow-scripts=${CLAUDE_PACKAGE}`

/** Certificates are always checked, even if the npm configuration of this machine says otherwise. */
const CHECK_CERTIFICATES = '--strict-ssl=true'

const OPTIONS = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', CHECK_CERTIFICATES]

/** What an installation gets from its step. */
export interface Installing {
  /** Aborted when the runner cancels. */
  readonly cancel: AbortSignal
  /** Adds a line to the log. May be called twice with the same line. */
  readonly note: (line: string) => void
}

/** The `npm` on PATH, with a temporary HOME, which is also its working directory. */
export class Npm {
  constructor(
    readonly env: NodeJS.ProcessEnv,
    readonly home: string,
    private readonly step: Installing
  ) {}

  /** The exact version that is wanted. @throws RefreshError `claude-install-failed` */
  async versionOf(wanted: WantedVersion): Promise<string> {
    return wanted.kind === 'exact' ? wanted.version : this.knownVersion(wanted.tag)
  }

  /**
   * The version that a tag of the registry names; an exact version itself, if the registry has it.
   * @throws RefreshError `claude-install-failed`
   */
  async knownVersion(tagOrVersion: string): Promise<string> {
    const wanted = `${CLAUDE_PACKAGE}@${tagOrVersion}`
    const stdout = await this.#run(['view', wanted, 'version', '--global', ...OPTIONS])
    const version = exactVersion(stdout.trim())
    if (version !== null) return version
    throw installFailed(`the npm registry has no version ${tagOrVersion} of ${CLAUDE_PACKAGE}`)
  }

  /** Installs an exact version, whose programs are then in `<folder>/bin`. @throws RefreshError `claude-install-failed` */
  async install(version: string, folder: string): Promise<void> {
    const target = ['--global', '--prefix', folder, `${CLAUDE_PACKAGE}@${version}`]
    await this.#run(['install', ALLOW_ITS_SCRIPT, ...OPTIONS, ...target])
  }

  async #run(args: readonly string[]): Promise<string> {
    const { env, home, step } = this
    for (const variable of REGISTRY_VARIABLES) {
      const registry = env[variable] ?? ''
      // Logged because the registry decides what is installed.
      if (registry !== '') step.note(`npm registry: ${addressOf(registry)} (${variable})`)
    }
    const { npm, env: withNode } = await findNpm(env, step.cancel)
    const context = { env: withNode, home, workingDirectory: home, alsoAllowed: REGISTRY_VARIABLES }
    const result = await runProgram(npm, args, context)
    if (result.exitCode === 0) return result.stdout
    throw npmFailure(args[0] ?? '', result, env)
  }
}

/**
 * Finds npm as `claude` is found: in an absolute folder, and behind the shim of a version manager, which would find nothing
 * in the temporary HOME. The `node` that runs npm may be a shim too.
 */
async function findNpm(env: NodeJS.ProcessEnv, cancel: AbortSignal): Promise<{ npm: string; env: NodeJS.ProcessEnv }> {
  const search = { environment: env, patience: { deadline: Deadline.after(0), cancel } }
  const [npm, node] = await Promise.all([findProgram('npm', search), findProgram('node', search)])
  if (npm === null)
    throw installFailed('there is no program `npm` on PATH', 'Run actions/setup-node in an earlier step.')
  if ('whyNot' in npm) throw installFailed(describeDeadEnd('npm', npm))
  const behindShims = [npm, node].flatMap(found =>
    found !== null && 'program' in found && found.shim !== null ? [path.dirname(found.program)] : []
  )
  return { npm: npm.program, env: { ...env, PATH: [...behindShims, env.PATH ?? ''].join(path.delimiter) } }
}
