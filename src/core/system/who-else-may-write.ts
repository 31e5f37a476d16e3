import { spawnSync } from 'node:child_process'
import type { Stats } from 'node:fs'
import { readTextOrEmpty } from './read.js'
import { errorCode } from './system-error.js'

/**
 * Who besides us and root may change a file, or the content of a folder; null if nobody may. A sticky folder counts: others
 * can't remove our entries, but may add new ones. An access list shows in the group's bits (acl(5)).
 * @param uid ours
 */
export function whoElseMayWrite(
  { uid: owner, gid, mode }: Pick<Stats, 'uid' | 'gid' | 'mode'>,
  uid: number
): 'owner' | 'everybody' | 'group' | null {
  if (owner !== uid && owner !== 0) return 'owner'
  if ((mode & 0o002) !== 0) return 'everybody'
  return (mode & 0o020) !== 0 && gid !== 0 ? 'group' : null
}

/**
 * Whether anybody but a user and root is in a group, as a listed member or by their primary group; true if that is unknown.
 * `getent` also reads directories such as LDAP; without it, `/etc/passwd` and `/etc/group` count: getent(1), group(5), passwd(5).
 */
export function hasOtherMembers(gid: number, uid: number): boolean {
  if (process.platform !== 'linux') return true // elsewhere these lists are not complete
  const [passwd, group] = [linesOf('passwd'), linesOf('group', gid)]
  if (passwd === null || group === null) return true
  const users = passwd.map(([name = '', , id, primary]) => ({ name, uid: Number(id), gid: Number(primary) }))
  const own = new Set(users.filter(user => user.uid === uid || user.uid === 0).map(({ name }) => name))
  const listed = group.flatMap(([, , id, members = '']) => (Number(id) === gid ? members.split(',') : []))
  const primary = users.filter(user => user.gid === gid).map(({ name }) => name)
  return [...listed, ...primary].some(name => name !== '' && !own.has(name))
}

/** Limits for directories, which can be large and slow. */
const MAX_BYTES = 64 * 1024 * 1024
const TIMEOUT_MS = 5000

/** The lines of a database, split at their colons; only those of one key if it is given. Null if it can't be read. */
function linesOf(database: 'passwd' | 'group', key?: number): readonly (readonly string[])[] | null {
  const { error, stdout } = spawnSync('/usr/bin/getent', [database, ...(key === undefined ? [] : [String(key)])], {
    encoding: 'utf8',
    env: {},
    maxBuffer: MAX_BYTES,
    timeout: TIMEOUT_MS
  })
  if (error !== undefined && errorCode(error) !== 'ENOENT') return null
  const text = error === undefined ? stdout : readTextOrEmpty(`/etc/${database}`)
  return text.split('\n').map(line => line.split(':'))
}
