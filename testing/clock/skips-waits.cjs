// Makes the waits of `main` and `post` between their tries take no time: their clocks jump ahead by the wait. Each wait, in
// milliseconds, is appended as a line to the file LC_WAITS. Loaded after preload.cjs, which passes NODE_OPTIONS on to every
// program that they start: all other programs wait as usual. Waits below half a second are those of a process for another one.
const { appendFileSync } = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
const { performance } = require('node:perf_hooks')
const timers = require('node:timers/promises')

const SHORTEST_MS = 500

if (/\/dist\/action\/(?:main|post)\.js$/.test(process.argv[1] ?? '')) {
  let skippedMs = 0
  const { setTimeout: wait } = timers
  timers.setTimeout = (ms, ...rest) => {
    const isCancelled = rest[1]?.signal?.aborted === true
    if (ms < SHORTEST_MS || isCancelled) return wait(ms, ...rest)
    skippedMs += ms
    appendFileSync(process.env.LC_WAITS, `${ms}\n`)
    return wait(0, ...rest)
  }
  syncBuiltinESMExports()

  const monotonicMs = performance.now.bind(performance)
  Object.defineProperty(performance, 'now', { value: () => monotonicMs() + skippedMs })

  const { Date: RealDate } = globalThis
  const nowMs = () => RealDate.now() + skippedMs
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [nowMs()], newTarget === Date ? target : newTarget),
    get: (target, name) => (name === 'now' ? nowMs : Reflect.get(target, name))
  })
}
