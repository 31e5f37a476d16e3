import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NO_MEMORY, parseWriteHistory, type StoreMemory, type WriteHistory } from '../../src/github-secrets/memory.js'
import { openSecretStore, type SecretStore } from '../../src/github-secrets/secret-store.js'
import type { Fault } from '../../testing/github/faults.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import { rejectionOf } from '../../testing/refusal.js'
import { BOTH, GUARDED, LIMITS, ORGANIZATION, PLAIN, targetAt } from './targets.js'

const NAME = GUARDED.name
const HOUR_MS = 3_600_000
const OTHER_TEXT = 'what somebody else wrote'

let github: StandInGitHub
let vault: Vault
beforeEach(async () => {
  github = await startGitHub()
  vault = github.repository('acme/app')
  vault.put(NAME, { text: 'at first', updatedAtMs: Date.now() - HOUR_MS })
})
afterEach(() => github.close())

const onWrite = (fault: Fault): void => {
  github.faults.add({ method: 'PUT', path: new RegExp(NAME), fault })
}
const onRead = (fault: Fault): void => {
  github.faults.add({ method: 'GET', path: new RegExp(`${NAME}$`), fault })
}
const writeByOther = (inMs = 0): void => {
  vault.put(NAME, { text: OTHER_TEXT, updatedAtMs: Date.now() + inMs })
}
/** Without milliseconds, like GitHub’s dates. */
const wholeSecond = (ms = 0): number => Math.floor(ms / 1_000) * 1_000
const meanwhile = (act: () => void): Fault => ({ kind: 'meanwhile', act })

/** A store that has taken the first look. */
async function storeAfterFirstLook(memory?: StoreMemory): Promise<SecretStore> {
  const store = await openSecretStore(targetAt(github), memory)
  await store.proveWritable(LIMITS)
  return store
}

/** Keeps the history as JSON, as the state of a step does. */
class Notes implements StoreMemory {
  readonly key = NO_MEMORY.key
  readonly saveKey = NO_MEMORY.saveKey
  readonly visibilities = NO_MEMORY.visibilities
  readonly saveVisibilities = NO_MEMORY.saveVisibilities
  text = ''
  get history(): WriteHistory | null {
    return parseWriteHistory(this.text)
  }
  readonly saveHistory = (history: WriteHistory): void => {
    this.text = JSON.stringify(history)
  }
}

describe('a guarded secret that somebody else has written since our first look', () => {
  it('stays as it is, and the plain secret is still stored', async () => {
    const store = await storeAfterFirstLook()
    writeByOther()
    const { reason, message } = await rejectionOf(store.write(BOTH, LIMITS))
    expect(reason).toBe('secret-write-failed')
    expect(message).toMatch(
      /^GUARDED of repository acme\/app was not stored: somebody else wrote it at \d{4}-\d\d-\d\d \d\d:\d\d UTC \(another job\), so it was not overwritten$/
    )
    expect([vault.textOf(NAME), vault.textOf(PLAIN.name)]).toEqual([OTHER_TEXT, PLAIN.textAt()])
    expect(store.manualWrites(BOTH)).toMatchObject([
      { name: NAME, overtakenAtMs: wholeSecond(vault.secrets.get(NAME)?.updatedAtMs) }
    ])
  })

  it('stays as it is even if it did not exist at our first look', async () => {
    vault.secrets.delete(NAME)
    const store = await storeAfterFirstLook()
    writeByOther(-1_000)
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(vault.textOf(NAME)).toBe(OTHER_TEXT)
  })

  it('stays as it is even if we notice that only at a later attempt', async () => {
    const store = await storeAfterFirstLook()
    onWrite({ kind: 'status', status: 503 })
    onRead(meanwhile(() => undefined))
    onRead(
      meanwhile(() => {
        writeByOther(10_000)
      })
    )
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(vault.textOf(NAME)).toBe(OTHER_TEXT)
  })

  it('stays as it is even if GitHub rotates its key at the same moment', async () => {
    const store = await storeAfterFirstLook()
    onWrite(
      meanwhile(() => {
        vault.rotateKey()
        writeByOther()
      })
    )
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(vault.textOf(NAME)).toBe(OTHER_TEXT)
  })

  it('keeps its text and its visibility in an organization', async () => {
    vault = github.organization('acme')
    const who = { visibility: 'selected', repositoryIds: [7] }
    vault.put(NAME, { text: 'at first', updatedAtMs: Date.now() - HOUR_MS, ...who })
    const store = await openSecretStore(targetAt(github, { location: ORGANIZATION }))
    await store.proveWritable(LIMITS)
    vault.put(NAME, { text: OTHER_TEXT, ...who })
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(vault.secrets.get(NAME)).toMatchObject({ text: OTHER_TEXT, ...who })
  })

  it('stays as it is if GitHub does not say when it was written', async () => {
    const store = await storeAfterFirstLook()
    const fault = { kind: 'status', status: 200, body: { name: NAME } } as const
    github.faults.add({ method: 'GET', path: new RegExp(`${NAME}$`), times: 99, fault })
    await rejectionOf(store.write(BOTH, { limitMs: 1_000 }))
    expect(vault.textOf(NAME)).toBe('at first')
  })

  it('is written if somebody removed it, since nothing is overwritten', async () => {
    const store = await storeAfterFirstLook()
    vault.secrets.delete(NAME)
    await store.write(BOTH, LIMITS)
    expect(vault.textOf(NAME)).toBe(GUARDED.textAt())
  })
})

describe('a write of our own', () => {
  it('is not confused with a write of somebody else a second later', async () => {
    const store = await storeAfterFirstLook()
    await store.write(BOTH, LIMITS)
    await store.write(BOTH, LIMITS)
    const ownMs = wholeSecond(vault.secrets.get(NAME)?.updatedAtMs)
    vault.put(NAME, { text: OTHER_TEXT, updatedAtMs: ownMs + 1_000 })
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(vault.textOf(NAME)).toBe(OTHER_TEXT)
  })

  it('is recognised even if its date could not be read', async () => {
    const store = await storeAfterFirstLook()
    onRead(meanwhile(() => undefined))
    onRead({ kind: 'status', status: 500 })
    await store.write(BOTH, LIMITS)
    await store.write(BOTH, LIMITS)
    expect(vault.writes.filter(({ name }) => name === NAME)).toHaveLength(2)
  })

  it.each([0, 600_000, -600_000])(
    'is recognised even if its answer was lost, with GitHub’s clock %d ms ahead',
    async aheadMs => {
      github.clockAheadMs = aheadMs
      vault.put(NAME, { text: 'at first', updatedAtMs: Date.now() + aheadMs - HOUR_MS })
      const store = await storeAfterFirstLook()
      onWrite({ kind: 'drop-after' })
      await store.write(BOTH, LIMITS)
      expect(vault.writes.filter(({ name }) => name === NAME)).toHaveLength(2)
    }
  )

  it('is not confused with a later write of somebody else even if its answer was lost', async () => {
    const store = await storeAfterFirstLook()
    onWrite({ kind: 'drop-after' })
    onRead(meanwhile(() => undefined))
    onRead(
      meanwhile(() => {
        writeByOther(10_000)
      })
    )
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(vault.textOf(NAME)).toBe(OTHER_TEXT)
  })

  it('is not confused with a write a second later if its answer was lost, but its date was read', async () => {
    const store = await storeAfterFirstLook()
    onWrite({ kind: 'drop-after' })
    onRead(meanwhile(() => undefined))
    onRead(meanwhile(() => undefined))
    onRead(
      meanwhile(() => {
        const ownMs = wholeSecond(vault.secrets.get(NAME)?.updatedAtMs)
        vault.put(NAME, { text: OTHER_TEXT, updatedAtMs: ownMs + 1_000 })
      })
    )
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(vault.textOf(NAME)).toBe(OTHER_TEXT)
  })

  it.each(['status', 'drop'] as const)('does not hide a write of somebody else if it failed: %s', async kind => {
    const store = await storeAfterFirstLook()
    onWrite(kind === 'status' ? { kind, status: 503 } : { kind })
    onRead(meanwhile(() => undefined))
    onRead(meanwhile(() => undefined))
    // Somebody else writes in the pause before the next attempt.
    onRead(meanwhile(writeByOther))
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(vault.textOf(NAME)).toBe(OTHER_TEXT)
  })

  it('does not hide a write of somebody else if GitHub refused it', async () => {
    const store = await storeAfterFirstLook()
    onWrite({ kind: 'status', status: 403 })
    await rejectionOf(store.write(BOTH, LIMITS))
    writeByOther()
    await rejectionOf(store.write(BOTH, LIMITS))
    expect(vault.textOf(NAME)).toBe(OTHER_TEXT)
  })

  it.each([5_000, -5_000, 600_000, -600_000])(
    'is recognised even if GitHub’s clock jumps by %d ms during it',
    async aheadMs => {
      const store = await storeAfterFirstLook()
      onWrite(
        meanwhile(() => {
          github.clockAheadMs = aheadMs
          vault.put(NAME, { text: 'at first', updatedAtMs: Date.now() + Math.min(0, aheadMs) - HOUR_MS })
        })
      )
      await store.write(BOTH, LIMITS)
      await store.write(BOTH, LIMITS)
      expect(vault.writes.filter(({ name }) => name === NAME)).toHaveLength(2)
    }
  )

  it('is recognised by a later process that knows the history', async () => {
    const notes = new Notes()
    await (await storeAfterFirstLook(notes)).write(BOTH, LIMITS)
    await (await openSecretStore(targetAt(github), notes)).write(BOTH, LIMITS)
    expect(vault.writes.filter(({ name }) => name === NAME)).toHaveLength(2)
    writeByOther(5_000)
    await rejectionOf((await openSecretStore(targetAt(github), notes)).write(BOTH, LIMITS))
    expect(vault.textOf(NAME)).toBe(OTHER_TEXT)
  })
})

describe('parseWriteHistory', () => {
  it.each(['', 'nonsense', '[]', '{}', '{"firstMs":"x","own":[]}'])('returns null for %j', text => {
    expect(parseWriteHistory(text)).toBeNull()
  })

  it('leaves out malformed entries', () => {
    const text = '{"firstMs":null,"own":[{"fromMs":1,"untilMs":2},{"fromMs":"1"},null]}'
    expect(parseWriteHistory(text)).toEqual({ firstMs: null, own: [{ fromMs: 1, untilMs: 2 }] })
  })
})
