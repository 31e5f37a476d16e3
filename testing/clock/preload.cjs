// Moves the clock of the process that loads it, a Node or the CLI, ahead by CLOCK_AHEAD_MS milliseconds, and that of every
// program that it starts. The clock of the machine does not change, so a folder also gets a moved time when it is created: the
// CLI takes over a lock that looks old. All other times of files stay those of the machine.
const { ChildProcess } = require('node:child_process')
const fs = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
const { performance } = require('node:perf_hooks')

const aheadMs = Number(process.env.CLOCK_AHEAD_MS)
const RealDate = Date
const nowMs = () => RealDate.now() + aheadMs

globalThis.Date = new Proxy(RealDate, {
  apply: () => new RealDate(nowMs()).toString(),
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length > 0 ? args : [nowMs()], newTarget === Date ? target : newTarget),
  get: (target, name) => (name === 'now' ? nowMs : Reflect.get(target, name))
})
RealDate.prototype.constructor = Date

const timeOrigin = performance.timeOrigin + aheadMs
Object.defineProperty(performance, 'timeOrigin', { get: () => timeOrigin })

const { mkdirSync } = fs
fs.mkdirSync = (folder, options) => {
  const created = mkdirSync(folder, options)
  const isNew = options?.recursive !== true || created !== undefined
  if (isNew) fs.utimesSync(folder, nowMs() / 1000, nowMs() / 1000)
  return created
}
syncBuiltinESMExports?.()

// Our programs start others with a new environment, which has none of these variables. NODE_OPTIONS is for Node, BUN_OPTIONS for
// the CLI, which is built with Bun.
const { spawn } = ChildProcess.prototype
if (spawn !== undefined) {
  ChildProcess.prototype.spawn = function (options) {
    const variables = ['CLOCK_AHEAD_MS', 'NODE_OPTIONS', 'BUN_OPTIONS'].map(name => `${name}=${process.env[name]}`)
    return spawn.call(this, { ...options, envPairs: [...(options.envPairs ?? []), ...variables] })
  }
}
