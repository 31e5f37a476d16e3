import { MovedClock } from '../../testing/clock/moved-clock.js'
import { startEndpoint } from '../../testing/endpoint/endpoint.js'
import { CONTENDERS } from './contenders.js'
import type { PlannedJob } from './plan.js'

const [row = '0', faultText = 'null', kind = 'keep-alive', count = '1'] = process.argv.slice(2)
const endpoint = await startEndpoint({ token: { kind: 'ok', refreshTokenExpiresIn: 28 * 86400 } })
const clock = new MovedClock()
const contender = CONTENDERS[Number(row)]!
const care = await contender.start({ clock, endpoint })
const startMs = Date.now() + 86_400_000
clock.aheadMs = 86_400_000
const t0 = performance.now()
await care.signIn()
console.log(contender.name, 'sign-in', Math.round(performance.now() - t0))
for (let i = 1; i <= Number(count); i++) {
  const atMs = startMs + i * 6 * 3_600_000
  clock.aheadMs = atMs - Date.now()
  const job = {
    index: i,
    kind,
    queuedAtMs: atMs,
    lastsMs: 120_000,
    fault: i === Number(count) ? JSON.parse(faultText) : null,
    isOutsideGroup: false
  } as PlannedJob
  const started = care.begin(care.queue(job))
  const t = performance.now()
  const end = await care.run(started)
  const ms = performance.now() - t
  const held = care.refreshToken
  let kept = 'no login'
  const anyToken = endpoint.requests.token.at(-1)?.refreshToken
  if (anyToken) {
    const cur = endpoint.currentPair(anyToken)
    kept = `${held === cur.refreshToken ? 'current' : 'old'}${care.survivingTexts().some(t => t.includes(cur.refreshToken)) ? ' survives' : ' gone'}${endpoint.isRevoked(anyToken) ? ' REVOKED' : ''}${care.accessToken === cur.accessToken ? ' access' : ''}`
  }
  console.log(
    Math.round(ms),
    JSON.stringify(end),
    kept,
    'sent',
    endpoint.requests.token.length,
    'reuses',
    endpoint.reuses
  )
}
await care[Symbol.asyncDispose]()
await endpoint.close()
