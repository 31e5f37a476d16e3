import { statSync } from 'node:fs'
import path from 'node:path'
import { orNull } from '../or-null.js'

/** A user of this machine, by number. */
export interface User {
  readonly uid: number
  readonly gid: number
}

/**
 * The user for whom root has to work on a file: whose folder it is, as when a container's root works in a folder of its host.
 * With that user's own rights nothing can be done that the user could not do, and what is left behind is the user's.
 * @param real path of the file, links resolved
 * @returns null if this process is not root, or the folder is root's
 */
export function ownerToActFor(real: string): User | null {
  if (process.geteuid?.() !== 0) return null
  const folder = statSync(path.dirname(real))
  if (folder.uid === 0) return null
  // Never root's own group, nor one that only the file has: its owner need not be in it.
  return { uid: folder.uid, gid: folder.gid === 0 ? folder.uid : folder.gid }
}

/** Becomes a user for good. @throws the failed system call's error: no CAP_SETUID, or a uid that is not mapped here */
export function become({ uid, gid }: User): void {
  process.setgroups?.([gid])
  process.setgid?.(gid)
  process.setuid?.(uid)
}

/** Does some work with a user's rights, root's being put aside meanwhile; null for no user. @throws what the work throws */
export async function withRightsOf<T>(user: User | null, work: () => Promise<T>): Promise<T> {
  const takeBack = user === null ? null : putRightsAside(user)
  try {
    return await work()
  } finally {
    takeBack?.()
  }
}

/** Does something with this process's own rights, in the midst of `withRightsOf` too. */
export function withOwnRights(work: () => void): void {
  const [uid, own] = [process.geteuid?.() ?? 0, process.getuid?.() ?? 0]
  process.seteuid?.(own)
  try {
    work()
  } finally {
    process.seteuid?.(uid)
  }
}

/** Whether some work that only looks at things succeeds with a user's rights. */
export function succeedsAs(user: User, look: () => void): boolean {
  const takeBack = putRightsAside(user)
  try {
    look()
    return takeBack !== null
  } catch {
    return false
  } finally {
    takeBack?.()
  }
}

/** @returns what gives root its rights back; null if this process may not do so, and is still root */
function putRightsAside({ uid, gid }: User): (() => void) | null {
  const [groups, ownGid] = [process.getgroups?.() ?? [], process.getegid?.() ?? 0]
  const takeBack = (): void => {
    process.seteuid?.(0)
    process.setegid?.(ownGid)
    process.setgroups?.(groups)
  }
  try {
    process.setgroups?.([gid])
    process.setegid?.(gid)
    process.seteuid?.(uid)
    return takeBack
  } catch {
    orNull(takeBack) // without CAP_SETGID nothing had changed
    return null
  }
}
