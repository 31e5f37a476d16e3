import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readTextOrEmpty } from '../src/core/system/read.js'

const CACHE = fileURLToPath(new URL('../node_modules/.cache/claude/', import.meta.url))

const PACKAGE = '@anthropic-ai/claude-code'

/** The version that a tag of npm, such as `latest`, names now; a version stays as it is. */
export async function resolveVersion(wanted: string): Promise<string> {
  if (/^\d/.test(wanted)) return wanted
  const { stdout } = await promisify(execFile)('npm', ['view', `${PACKAGE}@${wanted}`, 'version'])
  const version = stdout.trim()
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`npm knows no version "${wanted}" of ${PACKAGE}`)
  return version
}

/** The folder with the `claude` of this version, which is installed from npm the first time. */
export async function installedClaude(version: string): Promise<string> {
  const folder = join(CACHE, version)
  const manifest = join(folder, 'node_modules', PACKAGE, 'package.json')
  if (!readTextOrEmpty(manifest).includes(`"version": "${version}"`)) await install(folder, version)
  return join(folder, 'node_modules', '.bin')
}

async function install(folder: string, version: string): Promise<void> {
  process.stderr.write(`installing claude ${version}\n`)
  await mkdir(folder, { recursive: true })
  const options = ['--no-save', '--no-audit', '--no-fund', '--loglevel', 'error', '--prefix', folder]
  await promisify(execFile)('npm', ['install', ...options, `${PACKAGE}@${version}`], { cwd: folder })
}
