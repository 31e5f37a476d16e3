import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { isJsonObject, parseJson } from '../json.js'
import { RefreshError } from '../reasons.js'
import type { ClaudeProgram } from '../report.js'
import { absoluteEntries } from './claude-environment.js'
import { hintAboutPath } from './path-slips.js'

/** The first `claude` in an absolute folder of the PATH. @throws RefreshError `claude-not-found` */
export function findClaude(pathVariable: string | undefined): ClaudeProgram {
  for (const folder of absoluteEntries(pathVariable)) {
    const candidate = path.join(folder, 'claude')
    if (isProgram(candidate)) return { path: candidate, version: versionOf(candidate) }
  }
  const hint = hintAboutPath(pathVariable)
  throw new RefreshError('claude-not-found', `there is no program \`claude\` in any absolute folder of PATH${hint}`)
}

function isProgram(candidate: string): boolean {
  try {
    accessSync(candidate, constants.X_OK)
    return statSync(candidate).isFile()
  } catch {
    return false
  }
}

/**
 * The version, read from where the program lies: the npm package has it in `package.json`, the native installer in the
 * file's name (`~/.local/share/claude/versions/2.1.330`). Asking the program itself would cost as much as the refresh.
 */
function versionOf(program: string): string | null {
  try {
    const real = realpathSync(program)
    if (/^\d+\.\d+\.\d+$/.test(path.basename(real))) return path.basename(real)
    return versionOfPackage(path.dirname(real)) ?? versionOfPackage(path.dirname(path.dirname(real)))
  } catch {
    return null
  }
}

function versionOfPackage(folder: string): string | null {
  try {
    const manifest = parseJson(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    if (!isJsonObject(manifest) || !String(manifest.name).startsWith('@anthropic-ai/claude-code')) return null
    return typeof manifest.version === 'string' ? manifest.version : null
  } catch {
    return null
  }
}
