import { closeSync, openSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { claudeVariables } from '../core/claude/claude-environment.js'
import { orNull } from '../core/or-null.js'
import { findProgram } from '../core/programs/find-program.js'
import { findCredentialsFile, type CredentialsPath } from '../core/credentials/credentials-path.js'
import { absolutePath } from '../core/credentials/typed-path.js'
import type { Patience } from '../core/deadline.js'
import { become, ownerToActFor, succeedsAs, type User } from '../core/system/rights.js'
import { scriptHead } from '../core/programs/script-head.js'

/** The variables that name a file which `claude` has to read. */
const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY']

/**
 * Lets root work in another user's folder only as that user, for good: this process then has none of root's rights, nor has
 * `claude`. If that can't be done it stays root, and the run refuses the folder before anything is sent.
 * @throws RefreshError `timeout`, `cancelled`: a version manager did not answer in time
 */
export async function actAsOwner(credsPath: string, patience: Patience): Promise<void> {
  const owned = ownedByAnother(credsPath)
  if (owned === null) return
  const programs = await programsOfClaude(owned.owner, patience)
  try {
    if (isAllInReach(owned, programs)) become(owned.owner)
  } catch {
    // The run itself says that this process may not act as the owner.
  }
}

/** A credentials file, and the other user for whom root has to work on it. */
interface Owned {
  readonly file: CredentialsPath
  readonly owner: User
}

/** Null if it is not another user's, or if something is wrong with the file, which the run itself says. */
function ownedByAnother(credsPath: string): Owned | null {
  return orNull(() => {
    const file = findCredentialsFile(absolutePath(credsPath))
    const owner = ownerToActFor(file.real)
    return owner === null ? null : { file, owner }
  })
}

/** Whether a user can reach a file by either of its names, and can run `claude` with all that it reads. */
function isAllInReach({ file: { given, real }, owner: user }: Owned, programs: readonly string[]): boolean {
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
 * The `claude` on PATH, and the shim that leads to it; a shim that leads nowhere is for the run to tell of. A version manager
 * is asked as that user: it may be a program of the user's own, which must not run as root.
 */
async function programsOfClaude(user: User, patience: Patience): Promise<readonly string[]> {
  const found = await findProgram('claude', { environment: process.env, patience, user })
  if (found === null) return []
  return [found.shim?.path, 'program' in found ? found.program : undefined].filter(program => program !== undefined)
}

/** By its mode: access(2) would ask for the real user, which is still root. */
function assertExecutable(program: string, { uid, gid }: User): void {
  const stats = statSync(program)
  const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001
  if ((stats.mode & bit) === 0) throw new Error('not executable')
}
