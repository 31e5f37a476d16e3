import { watch } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint } from '../../__tests__/stand-in/endpoint.js'
import { Arena } from './arena.js'
import { aim, killIn, type KillResult } from './kills.js'
import { mountOverItself, unmountAll } from './mounts.js'

/**
 * Kills a run on a file that is a bind mount, and so is written in place: every other time as soon as the file changes,
 * else in the last quarter of the span of a run. Sees whether the next run puts everything right. Needs the right to mount.
 */
export async function killOnMount(endpoint: Endpoint, spanMs: number, round: number): Promise<KillResult> {
  await using arena = await Arena.create(endpoint)
  try {
    mountOverItself(arena.credsPath)
    const moment = round % 2 === 0 ? () => firstChange(arena.credsPath) : () => sleep(aim(spanMs, 0))
    return await killIn(arena, 'clr', moment)
  } finally {
    unmountAll()
  }
}

function firstChange(file: string): Promise<void> {
  return new Promise(resolve => {
    const watcher = watch(file, { persistent: false }, () => {
      watcher.close()
      resolve()
    })
  })
}
