import { chmodSync, chownSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import { Arena, type Ended, type StartOptions } from './arena.js'
import { fill, mountOverItself, mountReadOnly, mountTmpfs, resizeTmpfs, unmountAll } from './mounts.js'
import {
  complaintsOfRefresh,
  complaintsOfTraces,
  complaintUnless,
  observe,
  runNext,
  verdictOn,
  whileReplying,
  type Observed,
  type Verdict
} from './trial.js'

/** A disk that fails, and how a run on it has to end. */
export interface Disk {
  readonly name: string
  /** Makes it fail, before the run. */
  readonly fail: (arena: Arena) => void
  /** Makes it fail while the endpoint holds its answer back. */
  readonly failDuringExchange?: (arena: Arena) => void
  /** Mends it, before the next run. */
  readonly mend: (arena: Arena) => void
  readonly complaints: (trial: DiskTrial) => readonly string[]
  /** Whose processes the runs are; this process's own unless given. */
  readonly uid?: number
}

/** What a run on such a disk did. */
interface DiskTrial {
  readonly arena: Arena
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
    fail: arena => {
      mountTmpfs(arena.folder, arena.credsPath, '64k')
      fill(arena.folder)
    },
    mend: empty,
    complaints: nothingSpent
  },
  {
    name: 'ENOSPC: a tmpfs with room for the small files alone',
    fail: arena => {
      mountTmpfs(arena.folder, arena.credsPath, '512k')
    },
    mend: empty,
    complaints: nothingSpent
  },
  {
    name: 'ENOSPC: a tmpfs that fills up during the exchange',
    fail: arena => {
      mountTmpfs(arena.folder, arena.credsPath, '4m')
    },
    failDuringExchange: arena => fill(arena.folder),
    mend: empty,
    complaints: nothingLost
  },
  {
    name: 'EROFS: a read-only mount',
    fail: arena => {
      mountReadOnly(arena.folder)
    },
    mend: unmountAll,
    complaints: nothingSpent
  },
  {
    name: 'EACCES: a folder that may not be written',
    fail: giveToNobody,
    mend: arena => {
      chmodSync(arena.folder, 0o700)
    },
    complaints: nothingSpent,
    uid: NOBODY
  },
  {
    name: 'a file that is mounted by itself',
    fail: arena => {
      mountOverItself(arena.credsPath)
    },
    mend: unmountAll,
    complaints: nothingSpent
  }
]

/** Runs once on a disk that fails, and once more when it is mended. */
export async function tryDisk(endpoint: Endpoint, disk: Disk): Promise<Verdict> {
  await using arena = await Arena.create(endpoint)
  const options = disk.uid === undefined ? {} : { uid: disk.uid }
  try {
    disk.fail(arena)
    const before = readFileSync(arena.credsPath, 'utf8')
    const observed = await observe(arena, async () => [await runOn(disk, arena, options)])
    const isFileAsItWas = readFileSync(arena.credsPath, 'utf8') === before
    const complaints = disk.complaints({ arena, observed, isFileAsItWas })
    disk.mend(arena)
    return verdictOn(disk.name, { observed, next: await runNext(arena, options) }, complaints)
  } finally {
    unmountAll()
  }
}

function runOn({ failDuringExchange }: Disk, arena: Arena, options: StartOptions): Promise<Ended> {
  if (failDuringExchange === undefined) return arena.start(options).ended
  const { endpoint } = arena
  return whileReplying(endpoint, { kind: 'ok', delayMs: EXCHANGE_MS, rotateOn: 'arrival' }, async () => {
    const sent = endpoint.requests.token.length
    const run = arena.start(options)
    const isOver = run.ended.then(() => true)
    while (endpoint.requests.token.length === sent && !(await Promise.race([isOver, sleep(5, false)]))) continue
    failDuringExchange(arena)
    return run.ended
  })
}

function nothingSpent({ observed, isFileAsItWas }: DiskTrial): readonly string[] {
  const [run] = observed.ended
  return [
    ...complaintUnless(run?.reason === 'creds-not-writable', `ended otherwise: ${run?.message ?? ''}`),
    ...complaintUnless(observed.sends === 0, 'a token was spent'),
    ...complaintUnless(isFileAsItWas, 'the file is not as it was'),
    ...complaintsOfTraces(observed)
  ]
}

/** The new pair is in the file or, where the run says so, in the work folder, which may then stay. */
function nothingLost({ arena, observed }: DiskTrial): readonly string[] {
  const [run] = observed.ended
  if (run?.exitCode === 0) return [...complaintsOfRefresh(observed), ...complaintsOfTraces(observed)]
  const leftovers = observed.leftovers.filter(left => left !== arena.workFolder)
  return [
    ...complaintUnless(observed.sends === 1, `${observed.sends} sent instead of 1`),
    ...complaintUnless(arena.isOnDisk(), `the new pair is lost: ${run?.message ?? ''}`),
    ...complaintsOfTraces({ ...observed, leftovers })
  ]
}

function empty(arena: Arena): void {
  rmSync(join(arena.folder, 'full'), { force: true })
  resizeTmpfs(arena.folder, '16m')
}

/** The whole HOME, and the way to it; the endpoint's certificate has to be readable too. */
function giveToNobody(arena: Arena): void {
  for (const folder of [arena.scratch.folder, join(arena.endpoint.caPath, '..')]) chmodSync(folder, 0o755)
  const { home, tmp } = arena.scratch
  for (const entry of [home, tmp, arena.folder, arena.credsPath]) chownSync(entry, NOBODY, NOBODY)
  chmodSync(arena.folder, 0o555)
}
