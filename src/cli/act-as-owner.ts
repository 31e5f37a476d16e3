import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import { allowedVariables } from '../refresh/claude/claude-environment.js'
import { findClaude } from '../refresh/claude/find-claude.js'
import { absolutePath, findCredentialsFile, type CredentialsPath } from '../refresh/credentials/credentials-path.js'
import { hasOverride } from '../refresh/system/access.js'
import { become, ownerToActFor, succeedsAs, type User } from '../refresh/system/rights.js'

/** setpriv(1), of util-linux. */
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv']

/** The variables that name a file which `claude` has to read. */
const FILES_FOR_CLAUDE = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'CLAUDE_CODE_CLIENT_CERT', 'CLAUDE_CODE_CLIENT_KEY']

/** What is passed on to the process that does the work in place of this one. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Lets root work in another user's folder only with that user's rights. If they don't reach as far as the folder or `claude`
 * (a folder mounted below /root, which only root may enter), another process does the work: that user's too, but with the one
 * right of root that it needs, CAP_DAC_OVERRIDE.
 * @param args the arguments of this program
 * @returns the exit status of that process; null if the work is left to this one
 */
export async function actAsOwner(credsPath: string, args: readonly string[]): Promise<number | null> {
  try {
    const file = findCredentialsFile(absolutePath(credsPath))
    const owner = ownerToActFor(file.real)
    if (owner === null || !succeedsAs(owner, () => undefined)) return null
    if (!isAllInReach(file, owner)) return await handOver(owner, args)
    become(owner)
  } catch {
    // The run itself says what is wrong: with the file, or that this process may not act as its owner.
  }
  return null
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

/** Null if that can't be done here. A child that is killed by a signal counts as an error. */
async function handOver({ uid, gid }: User, args: readonly string[]): Promise<number | null> {
  const setpriv = SETPRIV.find(program => existsSync(program))
  if (setpriv === undefined || !hasOverride('CapPrm')) return null
  const rights = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  const user = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  if (spawnSync(setpriv, [...user, ...rights, '/bin/true'], { stdio: 'ignore' }).status !== 0) return null // BusyBox's
  const program = [process.execPath, process.argv[1] ?? '', ...args]
  const child = spawn(setpriv, [...user, ...rights, ...program], { stdio: 'inherit' })
  for (const name of SIGNALS) process.on(name, () => child.kill(name))
  return new Promise((resolve, reject) => {
    child.once('exit', code => {
      resolve(code ?? 1)
    })
    child.once('error', reject)
  })
}
