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
  messageOf,
  observe,
  problemUnless,
  reasonOf,
  refreshProblems,
  resultOf,
  runNext,
  safetyProblems,
  startRun,
  whileReplying,
  type Observed,
  type TrialResult
} from './trial.js'

/** A disk that fails, and how a run on it has to end. */
export interface Disk {
  readonly name: string
  /** Makes it fail, before the run. */
  readonly fail: (setup: E2eSetup) => void
  /** Makes it fail while the endpoint holds its answer back. */
  readonly failDuringExchange?: (setup: E2eSetup) => void
  /** Mends it, before the next run. */
  readonly mend: (setup: E2eSetup) => void
  readonly problems: (trial: DiskTrial) => readonly string[]
  /** Whose processes the runs are; this process's own unless given. */
  readonly uid?: number
}

/** What a run on such a disk did. */
interface DiskTrial {
  readonly setup: E2eSetup
  readonly observed: Observed
  readonly isFileAsItWas: boolean
}

/** An unprivileged user (`nobody`), for whom modes count. */
const NOBODY = 65534

/** Time to fill a disk in, in milliseconds. */
const EXCHANGE_MS = 1000

/** All that are tried. Each needs the right to mount. */
export const DISKS: readonly Disk[] = [
  {
    name: 'ENOSPC: a tmpfs with no space left',
    fail: setup => {
      mountTmpfs(setup.home.at('.claude'), setup.home.creds, '64k')
      fill(setup.home.at('.claude'))
    },
    mend: empty,
    problems: nothingSpent
  },
  {
    name: 'ENOSPC: a tmpfs with room only for the small files',
    fail: setup => {
      mountTmpfs(setup.home.at('.claude'), setup.home.creds, '512k')
    },
    mend: empty,
    problems: nothingSpent
  },
  {
    name: 'ENOSPC: a tmpfs that fills up during the exchange',
    fail: setup => {
      mountTmpfs(setup.home.at('.claude'), setup.home.creds, '4m')
    },
    failDuringExchange: setup => fill(setup.home.at('.claude')),
    mend: empty,
    problems: nothingLost
  },
  {
    name: 'EROFS: a read-only mount',
    fail: setup => {
      mountReadOnly(setup.home.at('.claude'))
    },
    mend: unmountAll,
    problems: nothingSpent
  },
  {
    name: 'EACCES: a folder that may not be written',
    fail: giveToNobody,
    mend: setup => {
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
    mend: unmountAll,
    problems: nothingSpent
  }
]

/** Runs once on a disk that fails, and once more when it is mended. */
export async function tryDisk(endpoint: Endpoint, disk: Disk): Promise<TrialResult> {
  await using setup = E2eSetup.at(endpoint)
  try {
    disk.fail(setup)
    const before = readFileSync(setup.home.creds, 'utf8')
    const observed = await observe(setup, async () => [await runOn(disk, setup)])
    const isFileAsItWas = readFileSync(setup.home.creds, 'utf8') === before
    const problems = disk.problems({ setup, observed, isFileAsItWas })
    disk.mend(setup)
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

function nothingSpent({ observed, isFileAsItWas }: DiskTrial): readonly string[] {
  const [run] = observed.runs
  const isRefused = run !== undefined && reasonOf(run) === 'creds-not-writable'
  return [
    ...problemUnless(isRefused, `ended otherwise: ${messageOf(run)}`),
    ...problemUnless(observed.sends === 0, 'a token was spent'),
    ...problemUnless(isFileAsItWas, 'the file is not as it was'),
    ...safetyProblems(observed)
  ]
}

/** The new pair is in the file or, if the run says so, in the work folder, which may then stay. */
function nothingLost({ setup, observed }: DiskTrial): readonly string[] {
  const [run] = observed.runs
  if (run?.exitCode === 0) return [...refreshProblems(observed), ...safetyProblems(observed)]
  const leftovers = observed.leftovers.filter(left => left !== setup.workFolder)
  return [
    ...problemUnless(observed.sends === 1, `${observed.sends} sent instead of 1`),
    ...problemUnless(isOnDisk(setup), `the new pair is lost: ${messageOf(run)}`),
    ...safetyProblems({ ...observed, leftovers })
  ]
}

function empty(setup: E2eSetup): void {
  rmSync(setup.home.at('.claude/full'), { force: true })
  resizeTmpfs(setup.home.at('.claude'), '16m')
}

/** The whole HOME, and the way to it; the endpoint's certificate has to be readable too. */
function giveToNobody(setup: E2eSetup): void {
  const { home, endpoint } = setup
  for (const folder of [home.path, dirname(endpoint.caPath)]) chmodSync(folder, 0o755)
  for (const entry of ['.', 'tmp', '.claude', CREDENTIALS]) chownSync(home.at(entry), NOBODY, NOBODY)
  chmodSync(home.at('.claude'), 0o555)
}
