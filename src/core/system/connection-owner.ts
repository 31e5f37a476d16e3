import { readlinkSync } from 'node:fs'
import { orNull } from '../or-null.js'
import { namesIn, readTextOrEmpty } from './read.js'

/** A connection on loopback: the client's port and the server's. */
export interface Connection {
  readonly from: number
  readonly to: number
}

/**
 * Whether a connection was made by a process or one of its descendants; `unknown` if the system doesn't say. Only Linux does
 * (proc(5): `/proc/net/tcp` has the inode of each socket, `/proc/PID/fd` its holders, `task/TID/children` the children).
 */
export function isConnectionOf(pid: number, connection: Connection): 'yes' | 'no' | 'unknown' {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(readTextOrEmpty)
  if (tables.every(table => table === '')) return 'unknown'
  const inode = tables.flatMap(table => table.split('\n')).flatMap(line => inodeAt(line, connection))[0]
  if (inode === undefined) return 'no'
  const members = [String(pid), ...descendantsOf(String(pid))]
  const answers = new Set(members.map(member => holdsSocket(member, inode)))
  if (answers.has('yes')) return 'yes'
  return answers.has('unknown') ? 'unknown' : 'no'
}

/**
 * The inode in a line of `/proc/net/tcp`: its tenth field, 0 once the connection is closed. The line begins with a number,
 * the local and the remote address (hex).
 */
function inodeAt(line: string, { from, to }: Connection): readonly string[] {
  if (!line.includes('0100007F:')) return []
  const fields = line.trim().split(/\s+/)
  const inode = fields[9]
  const isThisOne = portOf(fields[1]) === from && portOf(fields[2]) === to
  return isThisOne && inode !== undefined && inode !== '0' ? [inode] : []
}

function portOf(address = ''): number {
  return Number.parseInt(address.split(':')[1] ?? '', 16)
}

function descendantsOf(pid: string): readonly string[] {
  const tasks = orNull(() => namesIn(`/proc/${pid}/task`)) ?? []
  const children = tasks.flatMap(task => readTextOrEmpty(`/proc/${pid}/task/${task}/children`).trim().split(' '))
  return children.filter(child => child !== '').flatMap(child => [child, ...descendantsOf(child)])
}

function holdsSocket(pid: string, inode: string): 'yes' | 'no' | 'unknown' {
  const folder = `/proc/${pid}/fd`
  const fds = orNull(() => namesIn(folder))
  if (fds === null) return 'unknown'
  // null if it has just been closed
  const linkOf = (fd: string): string | null => orNull(() => readlinkSync(`${folder}/${fd}`))
  return fds.some(fd => linkOf(fd) === `socket:[${inode}]`) ? 'yes' : 'no'
}
