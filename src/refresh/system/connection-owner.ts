import { readlinkSync } from 'node:fs'
import { namesIn, readTextIfAny } from './read.js'

/**
 * Whether a connection on loopback was made by a process of one group; `unknown` if the system doesn't tell. Only Linux does
 * (proc(5): `/proc/net/tcp` has the inode of each socket, `/proc/PID/fd` who holds it).
 * @param port the connection's port on the other side
 */
export function isConnectionOf(processGroup: number, port: number): 'yes' | 'no' | 'unknown' {
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map(readTextIfAny)
  if (tables.every(table => table === '')) return 'unknown'
  const inode = tables.flatMap(table => table.split('\n')).flatMap(line => inodeAt(line, port))[0]
  if (inode === undefined) return 'no'
  const members = namesIn('/proc').filter(name => /^\d+$/.test(name) && groupOf(name) === processGroup)
  const answers = members.map(pid => holdsSocket(pid, inode))
  if (answers.includes('yes')) return 'yes'
  return answers.includes('unknown') ? 'unknown' : 'no'
}

/** A line of `/proc/net/tcp`: number, local address and port (hex), …; the inode is the tenth field, 0 once it is closed. */
function inodeAt(line: string, port: number): readonly string[] {
  const fields = line.trim().split(/\s+/)
  const [address = '', inode] = [fields[1], fields[9]]
  const isThisOne = Number.parseInt(address.split(':')[1] ?? '', 16) === port && address.includes('0100007F:')
  return isThisOne && inode !== undefined && inode !== '0' ? [inode] : []
}

/** The process group of a process; NaN if it has ended. */
function groupOf(pid: string): number {
  const stat = readTextIfAny(`/proc/${pid}/stat`)
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2])
}

function holdsSocket(pid: string, inode: string): 'yes' | 'no' | 'unknown' {
  try {
    const folder = `/proc/${pid}/fd`
    return namesIn(folder).some(fd => linkAt(`${folder}/${fd}`) === `socket:[${inode}]`) ? 'yes' : 'no'
  } catch {
    return 'unknown'
  }
}

function linkAt(link: string): string {
  try {
    return readlinkSync(link)
  } catch {
    return '' // just closed
  }
}
