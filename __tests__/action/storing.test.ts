import { existsSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { NEW_PAIR, sampleText } from '../../testing/sample-login.js'
import { isPending, until } from '../../testing/waiting.js'
import type { Fault } from '../../testing/github/faults.js'
import type { Vault } from '../../testing/github/vault.js'
import { startGitHub, WRITE_TOKEN, type StandInGitHub } from '../../testing/github/github.js'
import { InProcessStep, isRejected, refreshes, type FakeClr } from '../../testing/in-process-step.js'
import { REFRESHED } from '../../testing/sample-report.js'

const NAME = 'CLAUDE_CREDENTIALS'
const LATER_PAIR = { accessToken: 'sk-ant-oat01-test-later', refreshToken: 'sk-ant-ort01-test-later' }
/** In milliseconds. A step that does not wait ends within this time; a wait would take minutes. */
const AT_ONCE_MS = 20_000

let github: StandInGitHub
let vault: Vault
beforeEach(async () => {
  github = await startGitHub()
  vault = github.repository('acme/app')
})
afterEach(() => github.close())

const stored = (): unknown => JSON.parse(vault.textOf(NAME) ?? 'null')
const writes = () => github.requests.filter(({ method, path }) => method === 'PUT' && path.endsWith(NAME))
const onWrite = (fault: Fault, times = 99): void => {
  github.faults.add({ method: 'PUT', path: new RegExp(NAME), fault, times })
}
const wait = (seconds: number): Fault => ({
  kind: 'status',
  status: 429,
  headers: { 'retry-after': String(seconds) }
})

function stepOf(clr: FakeClr, credsJson = sampleText()): InProcessStep {
  const inputs = { 'secret-name': NAME, 'github-token': WRITE_TOKEN, 'creds-json': credsJson }
  return new InProcessStep(clr, inputs, { GITHUB_API_URL: github.apiUrl })
}

/** A step whose `main` has refreshed the login, and could not store it. */
async function unstored(): Promise<InProcessStep> {
  const step = stepOf(refreshes)
  onWrite({ kind: 'status', status: 403 })
  await step.main()
  github.faults.clear()
  github.requests.length = 0
  return step
}

describe('main, while it stores the refreshed login', () => {
  it('ends at a cancel, even if GitHub does not answer', async () => {
    using step = stepOf(refreshes)
    onWrite({ kind: 'hang' })
    const main = step.main()
    await until(() => writes().length > 0)
    step.cancel()
    expect(await isPending(main, AT_ONCE_MS)).toBe(false)
    expect((await main).calls).toContain('output: reason=secret-write-failed')
  })

  it('does not wait if GitHub asks for more than 3 minutes', async () => {
    using step = stepOf(refreshes)
    onWrite(wait(181))
    const main = step.main()
    expect(await isPending(main, AT_ONCE_MS)).toBe(false)
    expect((await main).calls).toContain('output: reason=secret-write-failed')
  })

  it('waits if GitHub asks for less', async () => {
    using step = stepOf(refreshes)
    onWrite(wait(115))
    const main = step.main()
    await until(() => writes().length > 0)
    expect(await isPending(main, 300)).toBe(true)
    step.cancel()
    expect((await main).calls).toContain('output: reason=secret-write-failed')
  })
})

describe('main, if the file holds the login of another account after the refresh', () => {
  const isExchanged: FakeClr = creds => {
    writeFileSync(creds, sampleText({ ...LATER_PAIR, accountUuid: 'bbbbbbbb-0000-4000-8000-000000000002' }))
    return { ...REFRESHED, creds }
  }

  it('stores nothing, fails and says so; post does not store it either', async () => {
    const mine = sampleText({ accountUuid: 'aaaaaaaa-0000-4000-8000-000000000001' })
    using step = stepOf(isExchanged, mine)
    const { exitCode, calls } = await step.main()
    expect(exitCode).toBe(1)
    expect(calls).toContain('output: reason=secret-write-failed')
    expect(calls.find(call => call.startsWith('error: '))).toContain('holds the login of another account')
    expect((await step.post()).exitCode).toBe(1)
    expect([writes(), stored(), existsSync(step.creds)]).toEqual([[], null, true])
  })
})

describe('main, if the file holds no login after the refresh', () => {
  it('fails, and says that nothing was stored', async () => {
    const isLoggedOut: FakeClr = creds => {
      writeFileSync(creds, '{}')
      return { ...REFRESHED, creds }
    }
    using step = stepOf(isLoggedOut)
    const { exitCode, calls } = await step.main()
    expect([exitCode, stored()]).toEqual([1, null])
    expect(calls).toContain('output: reason=secret-write-failed')
    expect(calls.find(call => call.startsWith('error: '))).toContain('holds no login any more, so nothing was stored')
  })
})

describe('post, while it stores a newer login', () => {
  it('ends at a cancel, even if GitHub does not answer, and leaves the file', async () => {
    using step = await unstored()
    onWrite({ kind: 'hang' })
    const post = step.post()
    await until(() => writes().length > 0)
    step.cancel()
    expect(await isPending(post, AT_ONCE_MS)).toBe(false)
    expect([(await post).exitCode, existsSync(step.creds)]).toEqual([1, true])
  })

  it('does not wait if GitHub asks for more than an hour', async () => {
    using step = await unstored()
    onWrite(wait(3_601))
    const post = step.post()
    expect(await isPending(post, AT_ONCE_MS)).toBe(false)
    expect((await post).exitCode).toBe(1)
  })

  it('waits if GitHub asks for less', async () => {
    using step = await unstored()
    onWrite(wait(295))
    const post = step.post()
    await until(() => writes().length > 0)
    expect(await isPending(post, 300)).toBe(true)
    step.cancel()
    expect((await post).exitCode).toBe(1)
  })

  it('masks the tokens, github-token too, before it prints anything', async () => {
    using step = await unstored()
    const { exitCode, calls } = await step.post()
    expect(exitCode).toBe(0)
    const masks = calls.filter(call => call.startsWith('mask: '))
    expect(masks).toEqual(expect.arrayContaining([`mask: ${WRITE_TOKEN}`, `mask: ${NEW_PAIR.refreshToken}`]))
    expect(calls.slice(0, masks.length)).toEqual(masks)
  })

  it('stores the file again if it has changed while it was stored, and only then removes it', async () => {
    using step = await unstored()
    onWrite(wait(1), 1)
    const post = step.post()
    await until(() => writes().length > 0)
    step.writeCredentials(sampleText(LATER_PAIR))
    expect((await post).exitCode).toBe(0)
    expect(vault.writes.filter(({ name }) => name === NAME)).toHaveLength(2)
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
    expect(existsSync(step.creds)).toBe(false)
  })
})

describe('post, with a file of the runner’s own', () => {
  it('stores the pair of a later step’s claude after main could not refresh, and leaves the file', async () => {
    using step = stepOf(isRejected, '')
    step.writeCredentials(sampleText())
    await step.main()
    step.writeCredentials(sampleText(LATER_PAIR))
    expect((await step.post()).exitCode).toBe(0)
    expect(stored()).toMatchObject({ claudeAiOauth: LATER_PAIR })
    expect(step.text('.claude/.credentials.json')).toBe(sampleText(LATER_PAIR))
  })

  it('stores nothing if nothing has changed: it is not known which of the two is newer', async () => {
    using step = stepOf(isRejected, '')
    step.writeCredentials(sampleText())
    await step.main()
    expect(await step.post()).toEqual({ exitCode: 0, calls: [] })
    expect(stored()).toBeNull()
  })
})
