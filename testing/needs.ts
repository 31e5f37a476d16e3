import { spawnSync } from 'node:child_process'
import { describe, it } from '@jest/globals'
import { mayMount } from './mounts.js'
import { TempFolder } from './temp-folder.js'

/** `describe` and `it` for tests that need something, and are skipped without it. */
interface Needing {
  readonly describe: (title: string, tests: () => void) => void
  readonly it: (title: string, test: () => void | Promise<void>) => void
}

const isRoot = process.getuid?.() === 0

/** Tests of something that only root can do, such as changing the owner of a file. */
export const asRoot = needing('root', isRoot)

/** Tests of a refusal that root never gets, such as for reading a file of mode 000. */
export const asOrdinaryUser = needing('an ordinary user', !isRoot)

/** Tests of something that only Linux has. */
export const onLinux = needing('Linux', process.platform === 'linux')

/** Tests that mount a file system, which root may do outside an unprivileged container. */
export function asRootThatMayMount(): Needing {
  return needing('root that may mount', isRoot && mayMount())
}

/** Tests of immutable files: root may set that attribute (chattr(1)), if the file system supports it. */
export function asRootThatMayMark(): Needing {
  return needing('root that may mark files', isRoot && mayMark())
}

function mayMark(): boolean {
  using folder = new TempFolder()
  const isMarked = spawnSync('chattr', ['+a', folder.path]).status === 0
  spawnSync('chattr', ['-a', folder.path])
  return isMarked
}

/** Tests in a separate network, which root may create outside an unprivileged container. */
export function asRootThatMayMakeNetworks(): Needing {
  const isPossible = isRoot && spawnSync('unshare', ['-mn', 'ip', 'link', 'set', 'lo', 'up']).status === 0
  return needing('root that may make a network', isPossible)
}

/** Adds what the tests need to their titles, from which `.ci/run` finds those that need root, and explains skipped ones. */
export function needing(what: string, isAvailable: boolean): Needing {
  const named = (title: string): string => `${title} [needs ${what}]`
  return {
    describe: (title, tests) => {
      ;(isAvailable ? describe : describe.skip)(named(title), tests)
    },
    it: (title, test) => {
      ;(isAvailable ? it : it.skip)(named(title), test)
    }
  }
}
