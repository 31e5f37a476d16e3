import { closeSync, existsSync, openSync, readdirSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { claudeVariables } from '../core/claude/claude-environment.js'
import { orNull } from '../core/or-null.js'
import { findProgram } from '../core/programs/find-program.js'
import { findCredentialsFile, type CredentialsPath } from '../core/credentials/credentials-path.js'
import { absolutePath } from '../core/credentials/typed-path.js'
import type { Patience } from '../core/deadline.js'
import { become, ownerToActFor, succeedsAs, type User } from '../core/system/rights.js'
import { scriptHead } from '../core/programs/shim.js'

/** The variables that name files which `claude` must be able to read. */
const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY']

/**
 * If root works on another user's file, makes this process that user permanently: neither it nor `claude` then has root's
 * rights. If that is not possible it stays root, and the run refuses the folder before anything is sent.
 * @throws RefreshError `timeout`, `cancelled`: a version manager did not answer in time
 */
export async function actAsOwner(credsPath: string, patience: Patience): Promise<void> {
  // Whatever fails here fails again in the run, which then says why.
  const file = orNull(() => fileOrPlace(absolutePath(credsPath)))
  const owner = file && orNull(() => ownerToActFor(file.real))
  if (file === null || owner === null) return
  const programs = await programsOfClaude(owner, patience)
  orNull(() => {
    if (canReachAll(owner, file, programs)) become(owner)
  })
}

/** If there is no file, the place where it would be made: in the nearest folder that exists. */
function fileOrPlace(given: string): CredentialsPath {
  const file = orNull(() => findCredentialsFile(given))
  if (file !== null) return file
  const folder = path.dirname(given)
  return existsSync(folder)
    ? { given, real: path.join(realpathSync(folder), path.basename(given)) }
    : fileOrPlace(folder)
}

/** Whether a user can reach a file by both of its names, and can run `claude` with all files that it reads. */
function canReachAll(user: User, { given, real }: CredentialsPath, programs: readonly string[]): boolean {
  const variables = claudeVariables(process.env)
  const files = FILES_FOR_CLAUDE.flatMap(name => variables[name] ?? []).filter(name => name !== '')
  return succeedsAs(user, () => {
    for (const name of [given, real]) readdirSync(path.dirname(name))
    for (const name of files) closeSync(openSync(name, 'r'))
    for (const program of programs) {
      assertExecutable(program, user)
      if (scriptHead(program) !== '') assertExecutable(process.execPath, user)
    }
  })
}

/**
 * The `claude` on PATH, and the shim that leads to it; if the shim leads nowhere, the run reports it. A version manager runs
 * as that user: it may be the user's own program, which must not run as root.
 */
async function programsOfClaude(user: User, patience: Patience): Promise<readonly string[]> {
  const found = await findProgram('claude', { environment: process.env, patience, user })
  if (found === null) return []
  return [found.shim?.path, 'program' in found ? found.program : undefined].filter(program => program !== undefined)
}

/** Looks at the mode: access(2) would check for the real user, which is still root. */
function assertExecutable(program: string, { uid, gid }: User): void {
  const stats = statSync(program)
  const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001
  if ((stats.mode & bit) === 0) throw new Error('not executable')
}
