import { closeSync, openSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { claudeVariables } from './claude/claude-environment.js'
import { findPlace, type CredentialsPath } from './credentials/credentials-path.js'
import { absolutePath } from './credentials/typed-path.js'
import type { Patience } from './deadline.js'
import { orNull } from './or-null.js'
import { findProgram } from './programs/find-program.js'
import { scriptHead } from './programs/shim.js'
import { ownerToActFor, succeedsAs, type User } from './system/rights.js'

/** The variables that name files which `claude` must be able to read. */
const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY']

/**
 * The user that root must act as to work on a file: the owner of its folder, if that user can reach everything that a run
 * needs. If not, root stays root, and the run refuses the folder before anything is sent.
 * @param environment of the run: it names `claude`, and the files that `claude` reads
 * @returns null if this process stays what it is
 * @throws RefreshError `timeout`, `cancelled`: a version manager did not answer in time
 */
export async function userToActAs(
  credsPath: string,
  patience: Patience,
  environment: NodeJS.ProcessEnv
): Promise<User | null> {
  // Whatever fails here fails again in the run, which then says why.
  const file = orNull(() => fileOrPlace(absolutePath(credsPath)))
  const owner = file && orNull(() => ownerToActFor(file.real))
  if (file === null || owner === null) return null
  const programs = await programsOfClaude(owner, patience, environment)
  return orNull(() => canReachAll(owner, file, { programs, environment })) === true ? owner : null
}

/** A file, or the place for it; if its folder does not exist, the place for the first folder that has to be made. */
function fileOrPlace(given: string): CredentialsPath {
  return findPlace(given) ?? fileOrPlace(path.dirname(given))
}

/** Whether a user can reach a file by both of its names, and can run `claude` with all files that it reads. */
function canReachAll(
  user: User,
  { given, real }: CredentialsPath,
  { programs, environment }: { readonly programs: readonly string[]; readonly environment: NodeJS.ProcessEnv }
): boolean {
  const variables = claudeVariables(environment)
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
async function programsOfClaude(
  user: User,
  patience: Patience,
  environment: NodeJS.ProcessEnv
): Promise<readonly string[]> {
  const found = await findProgram('claude', { environment, patience, user })
  if (found === null) return []
  return [found.shim?.path, 'program' in found ? found.program : undefined].filter(program => program !== undefined)
}

/** Looks at the mode: access(2) would check for the real user, which is still root. */
function assertExecutable(program: string, { uid, gid }: User): void {
  const stats = statSync(program)
  const bit = stats.uid === uid ? 0o100 : stats.gid === gid ? 0o010 : 0o001
  if ((stats.mode & bit) === 0) throw new Error('not executable')
}
