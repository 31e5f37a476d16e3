import { expect, it } from '@jest/globals'
import { MovedClock } from '../../testing/clock/moved-clock.js'
import { parseObject } from '../../testing/json-object.js'
import { NODE20, NODE24 } from '../../testing/paths.js'
import { startProgram } from '../../testing/program.js'
import { TempFolder } from '../../testing/temp-folder.js'

const AHEAD_MS = 20 * 86_400_000
const MINUTE_MS = 60_000

/** Prints the times that a process sees, also in a child with an empty environment, and of a new folder. */
const SHOW_TIMES = `
const { execFile } = require('node:child_process')
const { mkdirSync, statSync } = require('node:fs')
const folder = process.argv[1]
mkdirSync(folder)
const times = { now: Date.now(), date: new Date().getTime(), text: Date.parse(Date()), origin: performance.timeOrigin }
execFile(process.execPath, ['-e', 'console.log(Date.now())'], { env: {} }, (_error, stdout) => {
  console.log(JSON.stringify({ ...times, child: Number(stdout), folder: statSync(folder).mtimeMs }))
})`

it.each([
  ['Node 20', NODE20],
  ['Node 24', NODE24]
])('a moved clock is that of %s, of its children, and of its new folders', async (_name, node) => {
  using temporary = new TempFolder()
  const clock = new MovedClock()
  clock.aheadMs = AHEAD_MS
  const command = [node, '-e', SHOW_TIMES, temporary.at('folder')]
  const { stdout } = await startProgram(command, { env: clock.environment }).ended
  const times = Object.entries(parseObject(stdout)).map(([name, ms]) => [name, isAbout(Number(ms), clock.nowMs)])
  expect(Object.fromEntries(times)).toEqual({
    now: true,
    date: true,
    text: true,
    origin: true,
    child: true,
    folder: true
  })
})

it('a moved clock changes neither a given time nor what a date is', async () => {
  const clock = new MovedClock()
  clock.aheadMs = AHEAD_MS
  const script = 'console.log(new Date(0).toISOString(), new Date() instanceof Date, Date.UTC(2026, 0))'
  const { stdout } = await startProgram([NODE24, '-e', script], { env: clock.environment }).ended
  expect(stdout).toBe('1970-01-01T00:00:00.000Z true 1767225600000\n')
})

/** Waits for an hour, then in a child for less than a second, and prints how long both took by their own clocks. */
const WAIT = `
const { execFileSync } = require('node:child_process')
const { setTimeout: sleep } = require('node:timers/promises')
const ms = Number(process.argv[2] ?? 3_600_000)
const [startMs, realStartMs] = [Date.now(), performance.now()]
void sleep(ms).then(() => {
  const child = ms > 1000 ? execFileSync(process.execPath, [__filename.replace('main', 'child'), '700'], { env: {} }) : ''
  const really = performance.now() - realStartMs
  console.log(Date.now() - startMs >= ms, really >= 690, String(child).trim())
})`

it('the waits of main take no time, but its clock jumps ahead; those of other programs take their time', async () => {
  using temporary = new TempFolder()
  const main = writeProgram(temporary, 'main', WAIT)
  writeProgram(temporary, 'child', WAIT)
  const env = new MovedClock().withoutWaits(temporary.at('waits'))
  const { stdout, wallMs } = await startProgram([NODE24, main], { env }).ended
  expect(stdout).toBe('true true true true\n')
  expect(wallMs).toBeLessThan(MINUTE_MS)
  expect(temporary.text('waits')).toBe('3600000\n')
})

it('a wait of main that is cancelled already makes its clock jump nowhere', async () => {
  using temporary = new TempFolder()
  const wait = `const { setTimeout: sleep } = require('node:timers/promises')
    void sleep(60_000, 'waited', { signal: AbortSignal.abort() }).catch(error => console.log(error.name))`
  const main = writeProgram(temporary, 'main', wait)
  const env = new MovedClock().withoutWaits(temporary.at('waits'))
  const { stdout } = await startProgram([NODE24, main], { env }).ended
  expect(stdout).toBe('AbortError\n')
  expect(temporary.names()).not.toContain('waits')
})

/** Writes a program where `main` is in a bundle. */
function writeProgram(folder: TempFolder, name: string, text: string): string {
  folder.write('dist/action/package.json', '{ "type": "commonjs" }')
  return folder.write(`dist/action/${name}.js`, text)
}

function isAbout(ms: number, expectedMs: number): boolean {
  return Math.abs(ms - expectedMs) < 5 * MINUTE_MS
}
