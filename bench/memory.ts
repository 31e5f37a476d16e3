import { readdirSync } from 'node:fs'
import { orNull } from '../src/core/or-null.js'
import { readTextOrEmpty } from '../src/core/system/read.js'
import type { Running } from '../testing/program.js'
import { isPending } from '../testing/waiting.js'

/** The most memory that programs had at one moment, in bytes. */
export interface PeakMemory {
  /** All processes together, with each shared page counted once. */
  readonly total: number
  readonly largestProcess: number
}

/** How often the memory is read, in milliseconds. Reading it takes the time of the programs, so they must not be measured. */
const INTERVAL_MS = 25

/** Reads again and again, until a program ends, how much memory it and all its descendants have. Linux only. */
export async function peakMemoryOf({ pid, ended }: Running<unknown>): Promise<PeakMemory> {
  let [total, largestProcess] = [0, 0]
  while (await isPending(ended, INTERVAL_MS)) {
    const sizes = withDescendants(pid).map(proportionalSize)
    const sum = sizes.reduce((size, other) => size + other, 0)
    total = Math.max(total, sum)
    largestProcess = Math.max(largestProcess, ...sizes)
  }
  return { total, largestProcess }
}

/** `task/…/children` lists the children of one thread (proc(5)). */
function withDescendants(pid: number): readonly number[] {
  const threads = orNull(() => readdirSync(`/proc/${pid}/task`)) ?? []
  const children = threads.flatMap(
    thread => readTextOrEmpty(`/proc/${pid}/task/${thread}/children`).match(/\d+/g) ?? []
  )
  return [pid, ...children.flatMap(child => withDescendants(Number(child)))]
}

/** The proportional set size, in bytes: a page that several processes share counts a part in each. 0 for one that has ended. */
function proportionalSize(pid: number): number {
  const [, kB = '0'] = /^Pss: +(\d+) kB$/m.exec(readTextOrEmpty(`/proc/${pid}/smaps_rollup`)) ?? []
  return Number(kB) * 1024
}
