import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { allowedVariables } from '../refresh/claude/claude-environment.js'
import { findClaude } from '../refresh/claude/find-claude.js'
import { findCredentialsFile, type CredentialsPath } from '../refresh/credentials/credentials-path.js'
import { absolutePath } from '../refresh/credentials/typed-path.js'
import { become, ownerToActFor, succeedsAs, type User } from '../refresh/system/rights.js'

/** The variables that name a file which `claude` has to read. */
const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY']

/**
 * Lets root work in another user's folder only as that user, for good: this process then has none of root's rights, nor has
 * `claude`. If that can't be done it stays root, and the run refuses the folder before anything is sent.
 */
export function actAsOwner(credsPath: string): void {
  try {
    const file = findCredentialsFile(absolutePath(credsPath))
    const owner = ownerToActFor(file.real)
    if (owner !== null && isAllInReach(file, owner)) become(owner)
  } catch {
    // The run itself says what is wrong: with the file, or that this process may not act as its owner.
  }
}

/** Whether a user can reach a file by either of its names, and can run `claude` with all that it reads. */
function isAllInReach({ given, real }: CredentialsPath, user: User): boolean {
  const program = claudeIfAny()
  const variables = allowedVariables(process.env)
  const files = FILES_FOR_CLAUDE.flatMap(name => variables[name] ?? []).filter(name => name !== '')
  return succeedsAs(user, () => {
    for (const name of [given, real]) readdirSync(path.dirname(name))
    for (const name of files) closeSync(openSync(name, 'r'))
    if (program === null) return
    assertExecutable(program, user)
    if (isScript(program)) assertExecutable(process.execPath, user)
  })
}

function claudeIfAny(): string | null {
  try {
    return findClaude(process.env.PATH).path
  } catch {
    return null
  }
}

/** By its mode: access(2) would ask for the real user, which is still root. */
function assertExecutable(program: string, { uid, gid }: User): void {
  const stats = statSync(program)
  const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001
  if ((stats.mode & bit) === 0) throw new Error('not executable')
}

function isScript(program: string): boolean {
  const start = Buffer.alloc(2)
  const fd = openSync(program, 'r')
  try {
    readSync(fd, start)
    return start.toString() === '#!'
  } finally {
    closeSync(fd)
  }
}
