import { spawnSync } from 'node:child_process'
import { describe, it } from '@jest/globals'
import { mayMount } from './mounts.js'
import { TempFolder } from './temp-folder.js'

/** Tests that need something which not every machine or user has, and are skipped without it. */
interface Needing {
  readonly describe: (title: string, tests: () => void) => void
  readonly it: (title: string, test: () => void | Promise<void>) => void
}

const isRoot = process.getuid?.() === 0

/** Tests of what only root can do, such as give a file to another user. */
export const asRoot = needing('root', isRoot)

/** Tests of what everybody but root is refused, such as to read a file of mode 000. */
export const asOrdinaryUser = needing('an ordinary user', !isRoot)

/** Tests of what only Linux has. */
export const onLinux = needing('Linux', process.platform === 'linux')

/** Tests that mount something: root may, outside an unprivileged container. */
export function asRootThatMayMount(): Needing {
  return needing('root that may mount', isRoot && mayMount())
}

/** Tests of files that can't be changed: root may mark them so (chattr(1)), on a file system that keeps such marks. */
export function asRootThatMayMark(): Needing {
  return needing('root that may mark files', isRoot && mayMark())
}

function mayMark(): boolean {
  using folder = new TempFolder()
  const isMarked = spawnSync('chattr', ['+a', folder.path]).status === 0
  spawnSync('chattr', ['-a', folder.path])
  return isMarked
}

/** Tests in a network of their own: root may make one, outside an unprivileged container. */
export function asRootThatMayMakeNetworks(): Needing {
  const isPossible = isRoot && spawnSync('unshare', ['-mn', 'ip', 'link', 'set', 'lo', 'up']).status === 0
  return needing('root that may make a network', isPossible)
}

/**
 * The title of such tests says what they need: by it `.ci/run` finds those that need root, and counts those that have not
 * run.
 */
export function needing(what: string, isThere: boolean): Needing {
  const named = (title: string): string => `${title} [needs ${what}]`
  return {
    describe: (title, tests) => {
      ;(isThere ? describe : describe.skip)(named(title), tests)
    },
    it: (title, test) => {
      ;(isThere ? it : it.skip)(named(title), test)
    }
  }
}
