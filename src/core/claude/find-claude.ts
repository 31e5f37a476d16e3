import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isJsonObject, parseJson, type JsonObject } from '../json.js'
import type { LockPatience } from '../locks/locks.js'
import { NOT_SENT, RefreshError } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import { realPathOf } from '../system/read.js'
import { scriptHeadIfAny } from '../system/script-head.js'
import { whileAsking, type Ask } from './ask-manager.js'
import { compareVersions } from './claude-command.js'
import { findProgram, type DeadEnd } from './find-program.js'
import { hintAboutPath } from './path-slips.js'

/**
 * The first `claude` in an absolute folder of the PATH; if that is a version manager's shim, the program behind it, which
 * would not be found in an isolated HOME.
 * @param patience how long to wait for version managers; null if nothing is to run, and the shim itself is the answer
 * @throws RefreshError `claude-not-found`, `claude-failed`: it is a Node script, and our Node is too old for it; `timeout`,
 * `cancelled`: a version manager did not answer in time
 */
export async function findClaude(
  environment: NodeJS.ProcessEnv,
  patience: LockPatience | null
): Promise<ClaudeProgram> {
  const find = (ask: Ask | null) => findProgram('claude', { environment, ask })
  const found = await (patience === null ? find(null) : whileAsking({ ...patience, environment, user: null }, find))
  if (found === null) {
    const hint = hintAboutPath(environment.PATH)
    throw new RefreshError('claude-not-found', `there is no program \`claude\` in any absolute folder of PATH${hint}`)
  }
  if ('whyNot' in found) throw isDeadEnd(found)
  const real = realPathOf(found.program)
  const manifest = manifestIn(path.dirname(real)) ?? manifestIn(path.dirname(path.dirname(real)))
  const claude = { path: found.program, version: versionOf(real, manifest) }
  refuseOldNode(claude, real, manifest)
  return claude
}

function isDeadEnd({ shim: { path: shim, manager }, whyNot }: DeadEnd): RefreshError {
  return new RefreshError(
    'claude-not-found',
    `${shim} is a shim of ${manager}, and \`${manager} which claude\`, outside of any project, ${whyNot}`,
    `Put the folder that holds the program itself first on PATH (\`export PATH="$(dirname "$(${manager} which claude)"):$PATH"\`), ` +
      `or choose a version in ${manager} for your user, not for a project only. ${NOT_SENT}`
  )
}

/**
 * The version, read from where the program lies: the npm package has it in `package.json`, the native installer in the
 * file's name (`~/.local/share/claude/versions/2.1.330`). Asking the program itself would cost as much as the refresh.
 */
function versionOf(real: string, manifest: JsonObject | null): string | null {
  const name = path.basename(real)
  if (/^\d+\.\d+\.\d+$/.test(name)) return name
  return typeof manifest?.version === 'string' ? manifest.version : null
}

/** The `package.json` in a folder, if that is of one of Anthropic's packages. */
function manifestIn(folder: string): JsonObject | null {
  try {
    const manifest = parseJson(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    return isJsonObject(manifest) && String(manifest.name).startsWith('@anthropic-ai/claude-code') ? manifest : null
  } catch {
    return null
  }
}

/** Only starts the native program beside it, on older Nodes as well (docs/claude-cli.md#script-or-native-program). */
const NATIVE_LAUNCHER = 'cli-wrapper.cjs'

/**
 * A script runs with our own Node, whose folder comes first on its PATH. One that is too old could fail in the middle of the
 * exchange. From 2.1.113 on the package holds a native program, for which Node does not matter.
 */
function refuseOldNode({ version }: ClaudeProgram, real: string, manifest: JsonObject | null): void {
  if (!/^#!\s*\S*\/env\s+(?:-S\s+)?node\b/.test(scriptHeadIfAny(real))) return
  const engines = manifest?.engines
  const asked = isJsonObject(engines) ? /^>=\s*(\d+(?:\.\d+){0,2})/.exec(String(engines.node))?.[1] : undefined
  const ours = process.versions.node
  if (asked === undefined || compareVersions(ours, asked) >= 0 || path.basename(real) === NATIVE_LAUNCHER) return
  throw new RefreshError(
    'claude-failed',
    `\`claude\`${version === null ? '' : ` ${version}`} needs Node ${asked} or newer, as its package says, and would run with the Node of clr, ${ours}`,
    `Run clr with Node ${asked} or newer, or install a \`claude\` that is a native program (2.1.113 or newer). ${NOT_SENT}`
  )
}
