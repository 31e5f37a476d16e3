import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { likelyMistakeIn } from '../credentials/typed-path.js'
import type { Patience } from '../deadline.js'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import { quote } from '../options.js'
import { orNull } from '../or-null.js'
import { describeDeadEnd, findProgram, type DeadEnd } from '../programs/find-program.js'
import { scriptHeadOrEmpty } from '../programs/shim.js'
import { NOT_SENT, RefreshError } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import { realPathOf } from '../system/read.js'
import type { User } from '../system/rights.js'
import { compareVersions } from './claude-command.js'

/**
 * The first `claude` in an absolute folder of the PATH. If that is a version manager's shim, the program behind it, which
 * the shim would not find in an isolated HOME.
 * @param patience how long to wait for version managers; null if no program may be started: then the result may be a shim
 * @param user the user that version managers run as, if it is not our own
 * @throws RefreshError `claude-not-found`; `claude-failed`: it is a Node script, and our Node is too old for it; `timeout`,
 * `cancelled`: a version manager did not answer in time
 */
export async function findClaude(
  environment: NodeJS.ProcessEnv,
  patience: Patience | null,
  user?: User
): Promise<ClaudeProgram> {
  const found = await findProgram('claude', { environment, patience, ...(user === undefined ? {} : { user }) })
  if (found === null) {
    const why = `there is no \`claude\` on PATH${pathNote(environment.PATH)}`
    throw new RefreshError('claude-not-found', why)
  }
  if ('whyNot' in found) throw deadEndError(found)
  const real = realPathOf(found.program)
  const manifest = manifestIn(path.dirname(real)) ?? manifestIn(path.dirname(path.dirname(real)))
  const claude = { path: found.program, version: versionOf(real, manifest) }
  refuseOldNode(claude, real, manifest)
  return claude
}

/** How many mistakes in PATH a message lists. A longer list would be hard to read. */
const MAX_MISTAKES = 3

/** What looks wrong with a PATH that has no `claude`, as the end of a sentence; empty if nothing does. */
function pathNote(pathVariable = ''): string {
  if (pathVariable === '') return ': PATH is empty'
  const mistakes = pathVariable.split(path.delimiter).flatMap(entry => mistakeInEntry(entry) ?? [])
  return ['', ...mistakes.slice(0, MAX_MISTAKES)].join('; ')
}

function mistakeInEntry(entry: string): string | null {
  const where = `its entry ${quote(entry)}`
  const mistake = likelyMistakeIn(entry, where)
  if (mistake !== null || entry === '' || path.isAbsolute(entry) || !existsSync(path.join(entry, 'claude')))
    return mistake
  return `${where} has a \`claude\`, but is relative, so it is not searched`
}

function deadEndError(deadEnd: DeadEnd): RefreshError {
  const { manager } = deadEnd.shim
  return new RefreshError(
    'claude-not-found',
    describeDeadEnd('claude', deadEnd),
    `Choose a version in ${manager} for your user, not only for a project, or put the folder of the program itself first on PATH ` +
      `(\`export PATH="$(dirname "$(${manager} which claude)"):$PATH"\`). ${NOT_SENT}`
  )
}

/**
 * The version according to the program's files: the npm package has it in `package.json`, the native installer in the name
 * of the file (`~/.local/share/claude/versions/2.1.330`). Asking the program itself would take as long as the refresh.
 */
function versionOf(real: string, manifest: JsonObject | null): string | null {
  const name = path.basename(real)
  if (/^\d+\.\d+\.\d+$/.test(name)) return name
  return typeof manifest?.version === 'string' ? manifest.version : null
}

/** The `package.json` in a folder, if it belongs to one of Anthropic's packages. */
function manifestIn(folder: string): JsonObject | null {
  const manifest = parseJson(orNull(() => readFileSync(path.join(folder, 'package.json'), 'utf8')) ?? '')
  return isJsonObject(manifest) && String(manifest.name).startsWith('@anthropic-ai/claude-code') ? manifest : null
}

/**
 * A script that only starts the native program beside it, also on older Nodes (docs/claude-cli.md#script-or-native-program).
 */
const NATIVE_LAUNCHER = 'cli-wrapper.cjs'

/**
 * A script would run with our own Node, whose folder comes first on its PATH. A Node that is too old could fail in the middle
 * of the exchange. From 2.1.113 on, the package holds a native program, which needs no Node.
 */
function refuseOldNode({ version }: ClaudeProgram, real: string, manifest: JsonObject | null): void {
  if (!/^#!\s*\S*\/env\s+(?:-S\s+)?node\b/.test(scriptHeadOrEmpty(real))) return
  const engines = manifest?.engines
  const required = isJsonObject(engines) ? /^>=\s*(\d+(?:\.\d+){0,2})/.exec(String(engines.node))?.[1] : undefined
  const ours = process.versions.node
  if (required === undefined || compareVersions(ours, required) >= 0 || path.basename(real) === NATIVE_LAUNCHER) return
  throw new RefreshError(
    'claude-failed',
    `\`claude\`${version === null ? '' : ` ${version}`} needs Node ${required} or newer, but would run on Node ${ours}, the one that runs \`clr\``,
    `Install a \`claude\` that needs no Node (2.1.113 or newer), or run clr with Node ${required} or newer. ${NOT_SENT}`
  )
}
