import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { buildSync } from 'esbuild'
import { NODE20, ROOT } from '../../testing/paths.js'
import { withTimeLimit } from '../../src/github-secrets/time-limit.js'

/** Resolves to the reason when the signal is aborted. */
const reasonOf = (signal: AbortSignal): Promise<unknown> =>
  new Promise(resolve => {
    const end = (): void => {
      resolve(signal.reason)
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })

/** Makes a request that is never answered, and collects garbage all the time. */
const HANGING_REQUEST = `
import { createServer } from 'node:http'
setInterval(gc, 100)
setTimeout(() => process.exit(1), 20_000)
const server = createServer(() => undefined).listen(0, '127.0.0.1', async () => {
  const request = signal => fetch('http://127.0.0.1:' + server.address().port, { signal })
  await withTimeLimit(1_000, new AbortController().signal, request).catch(({ name }) => console.log(name))
  process.exit()
})`

describe('withTimeLimit', () => {
  it('aborts the work when the time is up', async () => {
    expect(await withTimeLimit(10, undefined, reasonOf)).toMatchObject({ name: 'TimeoutError' })
  })

  it('does so on the oldest Node, too, after a garbage collection', () => {
    const entry = path.join(ROOT, 'src/github-secrets/time-limit.ts')
    const [built] = buildSync({ entryPoints: [entry], format: 'esm', write: false }).outputFiles
    const script = `${built?.text ?? ''}${HANGING_REQUEST}`
    const options = ['--expose-gc', '--input-type=module', '--eval', script]
    expect(execFileSync(NODE20, options, { env: {}, encoding: 'utf8' })).toBe('TimeoutError\n')
  })

  it.each([AbortSignal.abort(), AbortSignal.timeout(10)])('aborts it when the caller cancels', async signal => {
    expect(await withTimeLimit(60_000, signal, reasonOf)).toBe(signal.reason)
  })

  it('returns what the work returns, throws what it throws, and then does not abort it', async () => {
    const signals: AbortSignal[] = []
    const work = (signal: AbortSignal): Promise<string> => {
      signals.push(signal)
      return Promise.resolve('done')
    }
    const caller = new AbortController()
    expect(await withTimeLimit(10, caller.signal, work)).toBe('done')
    const failure = new Error('failed')
    await expect(withTimeLimit(10, caller.signal, () => Promise.reject(failure))).rejects.toBe(failure)
    caller.abort()
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  })
})
