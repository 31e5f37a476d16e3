import { chmodSync, chownSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint } from '../endpoint/endpoint.js'
import { E2eSetup } from '../e2e-setup.js'
import { fill, mountOverItself, mountReadOnly, mountTmpfs, resizeTmpfs, unmountAll } from '../mounts.js'
import type { Ended } from '../program.js'
import { CREDENTIALS } from '../test-home.js'
import { isOnDisk } from './login-state.js'
import {
  allProblems,
  messageOf,
  observe,
  problemUnless,
  reasonOf,
  resultOf,
  runNext,
  safetyProblems,
  startRun,
  whileReplying,
  type Observed,
  type TrialResult
} from './trial.js'

/** A disk that fails, and how a run on it must end. */
export interface Disk {
  readonly name: string
  /** Makes the disk fail before the run. */
  readonly fail: (setup: E2eSetup) => void
  /** Makes the disk fail while the run waits for the endpoint's answer. */
  readonly failDuringExchange?: (setup: E2eSetup) => void
  /** Repairs the disk before the next run. */
  readonly repair: (setup: E2eSetup) => void
  readonly problems: (trial: DiskTrial) => readonly string[]
  /** The user that runs `clr`; the current user by default. */
  readonly uid?: number
}

/** The result of a run on such a disk. */
interface DiskTrial {
  readonly setup: E2eSetup
  readonly observed: Observed
  readonly isFileUnchanged: boolean
}

/** The user id of `nobody`, which file modes apply to, unlike root. */
const NOBODY = 65534

/** Long enough to fill the disk during the exchange, in milliseconds. */
const EXCHANGE_MS = 1000

/** All disks that are tried. Each needs the right to mount. */
export const DISKS: readonly Disk[] = [
  {
    name: 'ENOSPC: a tmpfs with no space left',
    fail: setup => {
      onTmpfs('64k')(setup)
      fill(setup.home.at('.claude'))
    },
    repair: makeRoom,
    problems: nothingSpent
  },
  {
    name: 'ENOSPC: a tmpfs with room only for the small files',
    fail: onTmpfs('512k'),
    repair: makeRoom,
    problems: nothingSpent
  },
  {
    name: 'ENOSPC: a tmpfs that fills up during the exchange',
    fail: onTmpfs('4m'),
    failDuringExchange: setup => fill(setup.home.at('.claude')),
    repair: makeRoom,
    problems: nothingLost
  },
  {
    name: 'EROFS: a read-only mount',
    fail: setup => {
      mountReadOnly(setup.home.at('.claude'))
    },
    repair: unmountAll,
    problems: nothingSpent
  },
  {
    name: 'EACCES: a folder that may not be written',
    fail: giveToNobody,
    repair: setup => {
      chmodSync(setup.home.at('.claude'), 0o700)
    },
    problems: nothingSpent,
    uid: NOBODY
  },
  {
    name: 'a file that is mounted by itself',
    fail: setup => {
      mountOverItself(setup.home.creds)
    },
    repair: unmountAll,
    problems: nothingSpent
  }
]

/** Runs once on a disk that fails, and once more after its repair. */
export async function tryDisk(endpoint: Endpoint, disk: Disk): Promise<TrialResult> {
  await using setup = E2eSetup.at(endpoint)
  try {
    disk.fail(setup)
    const before = readFileSync(setup.home.creds, 'utf8')
    const observed = await observe(setup, async () => [await runOn(disk, setup)])
    const isFileUnchanged = readFileSync(setup.home.creds, 'utf8') === before
    const problems = disk.problems({ setup, observed, isFileUnchanged })
    disk.repair(setup)
    return resultOf(disk.name, { observed, next: await runNext(setup, { uid: disk.uid }) }, problems)
  } finally {
    unmountAll()
  }
}

function runOn({ failDuringExchange, uid }: Disk, setup: E2eSetup): Promise<Ended> {
  if (failDuringExchange === undefined) return startRun(setup, { uid }).ended
  const { endpoint } = setup
  return whileReplying(endpoint, { kind: 'ok', delayMs: EXCHANGE_MS, rotateOn: 'arrival' }, async () => {
    const sent = endpoint.requests.token.length
    const run = startRun(setup, { uid })
    const isOver = run.ended.then(() => true)
    while (endpoint.requests.token.length === sent && !(await Promise.race([isOver, sleep(5, false)]))) continue
    failDuringExchange(setup)
    return run.ended
  })
}

/** The problems unless the run has refused the file before it sent the token. */
function nothingSpent({ observed, isFileUnchanged }: DiskTrial): readonly string[] {
  const [run] = observed.runs
  return [
    ...problemUnless(reasonOf(run) === 'creds-not-writable', `not refused: ${messageOf(run)}`),
    ...problemUnless(observed.sends === 0, 'a token was spent'),
    ...problemUnless(isFileUnchanged, 'the file is not as it was'),
    ...safetyProblems(observed)
  ]
}

/** The problems unless the new pair is in the file or, if the run has failed, in the work folder, which may then stay. */
function nothingLost({ setup, observed }: DiskTrial): readonly string[] {
  const [run] = observed.runs
  if (run?.exitCode === 0) return allProblems(observed)
  const leftovers = observed.leftovers.filter(left => left !== setup.workFolder)
  return [
    ...problemUnless(observed.sends === 1, `${observed.sends} sent instead of 1`),
    ...problemUnless(isOnDisk(setup), `the new pair is lost: ${messageOf(run)}`),
    ...safetyProblems({ ...observed, leftovers })
  ]
}

function onTmpfs(size: string): (setup: E2eSetup) => void {
  return ({ home }) => {
    mountTmpfs(home.at('.claude'), home.creds, size)
  }
}

function makeRoom(setup: E2eSetup): void {
  rmSync(setup.home.at('.claude/full'), { force: true })
  resizeTmpfs(setup.home.at('.claude'), '16m')
}

/** Gives the HOME to `nobody`, who must also be able to reach it and the endpoint's certificate. */
function giveToNobody(setup: E2eSetup): void {
  const { home, endpoint } = setup
  for (const folder of [home.path, dirname(endpoint.caPath)]) chmodSync(folder, 0o755)
  for (const entry of ['.', 'tmp', '.claude', CREDENTIALS]) chownSync(home.at(entry), NOBODY, NOBODY)
  chmodSync(home.at('.claude'), 0o555)
}
