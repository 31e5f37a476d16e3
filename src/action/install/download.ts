import { createHash } from 'node:crypto'
import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { rmRF } from '@actions/io'
import { parse } from 'ssri'
import { RefreshError } from '../../core/reasons.js'
import { errorCode } from '../../core/system/system-error.js'
import type { Answer } from './answer.js'
import type { ClaudePackage, ClaudeSource } from './claude-package.js'
import { installFailed, REMEDIES } from './install-failure.js'
import { systemFailure, type Installing } from './installing.js'
import { megabytes, Progress } from './progress.js'
import { senderOf } from './request-failure.js'
import { unpackTo, UnsafeArchive } from './unpack.js'

/** In bytes: with larger parts, unzipping and writing overlap better. */
const PART_BYTES = 1024 * 1024

/**
 * Downloads a package, and unpacks it on the way, in the layout of `npm install --global`: the package is in
 * `lib/node_modules`, and `bin/claude` is a link to its program. None of its scripts runs.
 * @param folder a new folder; if this fails, it holds something that must not be used
 * @throws RefreshError `claude-install-failed`
 */
export async function downloadClaude(
  source: ClaudeSource,
  found: ClaudePackage,
  { folder, step }: { readonly folder: string; readonly step: Installing }
): Promise<void> {
  const { name, version, program, tarball } = found
  const home = path.join(folder, 'lib/node_modules', name)
  try {
    const what = await source.client.download(tarball, async answer => {
      await rmRF(home) // of a download that broke
      await mkdir(home, { recursive: true })
      return `${megabytes(await receive(answer, found, { home, step }))} from ${senderOf(answer.hop)}`
    })
    step.note(`${name} ${version}: ${what}`)
    await mkdir(path.join(folder, 'bin'))
    await symlink(path.join('../lib/node_modules', name, program), path.join(folder, 'bin/claude'))
  } catch (error) {
    throw error instanceof RefreshError ? error : explain(error, found, home)
  }
}

/** Reads an answer to its end. @returns how many bytes it had */
async function receive(
  { parts, size }: Answer,
  { name, version, integrity, program }: ClaudePackage,
  { home, step }: { readonly home: string; readonly step: Installing }
): Promise<number> {
  const hash = createHash('sha512')
  const progress = new Progress(size, step.progress)
  const unpacking = unpackTo({ folder: home, program })
  const gunzip = createGunzip({ chunkSize: PART_BYTES })
  async function* checked(): AsyncGenerator<Buffer, void> {
    for await (const part of parts) {
      hash.update(part)
      progress.add(part.length)
      yield part
    }
  }
  try {
    await pipeline(checked, gunzip, unpacking, { signal: step.cancel })
  } catch (error) {
    await finished(unpacking).catch(() => undefined) // nothing is written any more
    throw error
  }
  if (parse(`sha512-${hash.digest('base64')}`).match(integrity) !== false) return progress.received
  throw installFailed(`what was downloaded as ${name} ${version} does not match its sha512`, REMEDIES.damaged)
}

/** Why a package could not be unpacked. @param home where */
function explain(error: unknown, { name, version }: ClaudePackage, home: string): RefreshError {
  if (error instanceof UnsafeArchive) {
    return installFailed(`the package ${name} ${version} has ${error.message}`, REMEDIES.unusable)
  }
  const code = errorCode(error)
  if (!/^(?:Z|TAR)_/.test(code)) return systemFailure(error, home)
  return installFailed(`what was downloaded as ${name} ${version} is no package (${code})`, REMEDIES.damaged)
}
