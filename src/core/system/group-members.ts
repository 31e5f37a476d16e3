import { spawnSync } from 'node:child_process'
import { readTextIfAny } from './read.js'
import { errorCode } from './system-error.js'

/**
 * Whether anybody but a user and root is in a group, by its list of members or by their own primary group. Asked is `getent`,
 * which knows directories such as LDAP too; without it `/etc/passwd` and `/etc/group` (getent(1), group(5), passwd(5)).
 */
export function hasOtherMembers(gid: number, uid: number): boolean {
  if (process.platform !== 'linux') return true // elsewhere these lists are not complete
  const [passwd, group] = [linesOf('passwd'), linesOf('group', gid)]
  if (passwd === null || group === null) return true // nobody tells
  const users = passwd.map(([name = '', , id, primary]) => ({ name, uid: Number(id), gid: Number(primary) }))
  const own = new Set(users.filter(user => user.uid === uid || user.uid === 0).map(({ name }) => name))
  const listed = group.flatMap(([, , id, members = '']) => (Number(id) === gid ? members.split(',') : []))
  const primary = users.filter(user => user.gid === gid).map(({ name }) => name)
  return [...listed, ...primary].some(name => name !== '' && !own.has(name))
}

/** Directories can be large, and slow: bytes, and milliseconds. */
const MAX_BYTES = 64 * 1024 * 1024
const PATIENCE_MS = 5000

/** The lines of a database, split at their colons; only those of one key if it is given. Null if it can't be asked. */
function linesOf(database: 'passwd' | 'group', key?: number): readonly (readonly string[])[] | null {
  const { error, stdout } = spawnSync('/usr/bin/getent', [database, ...(key === undefined ? [] : [String(key)])], {
    encoding: 'utf8',
    env: {},
    maxBuffer: MAX_BYTES,
    timeout: PATIENCE_MS
  })
  if (error !== undefined && errorCode(error) !== 'ENOENT') return null
  const text = error === undefined ? stdout : readTextIfAny(`/etc/${database}`)
  return text.split('\n').map(line => line.split(':'))
}
