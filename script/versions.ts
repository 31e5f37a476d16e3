import './refuse-stale-dist.js'
import type { TokenReply } from '../testing/endpoint/replies.js'
import { markdownTable } from '../testing/statistics.js'
import { installedClaude, resolveVersion } from './installed-claude.js'
import { tryVersion, type Answer, type Trial } from './version-trial.js'

// npm run test:versions [-- <version>…]: checks that `clr` keeps its promises with old and new versions of the real CLI. `latest`,
// or another tag of npm, is the version that it names now.

const USUAL_VERSIONS = ['1.0.128', '2.0.0', '2.0.77', '2.1.30', '2.1.112', '2.1.270', '2.1.330', '2.1.332']

const given = process.argv.slice(2)
const versions = await Promise.all((given.length > 0 ? given : USUAL_VERSIONS).map(resolveVersion))

const status = (code: number): TokenReply => ({ kind: 'status', status: code })

const ANSWERS: readonly Answer[] = [
  { name: 'new pair', token: { kind: 'ok' }, reasons: ['refreshed'] },
  { name: '400', token: status(400), reasons: ['login-rejected', 'not-refreshed'] },
  { name: '401', token: status(401), reasons: ['login-rejected', 'not-refreshed'] },
  { name: '403', token: status(403), reasons: ['login-rejected', 'not-refreshed'] },
  { name: '429', token: status(429), reasons: ['rate-limited', 'not-refreshed'] },
  { name: '500', token: status(500), reasons: ['server-error', 'not-refreshed'] },
  { name: 'lost after rotation', token: { kind: 'drop', rotate: true }, reasons: ['network', 'not-refreshed'] },
  { name: 'empty 200', token: { kind: 'nonsense', body: '' }, reasons: ['not-refreshed'] },
  { name: 'none', token: { kind: 'hang' }, reasons: ['timeout'] }
]

for (const version of versions) await installedClaude(version)

const jobs = versions.flatMap(version => ANSWERS.map(answer => ({ version, answer })))
const results = new Map<(typeof jobs)[number], Trial>()
const isIdle = ({ answer }: (typeof jobs)[number]): boolean => answer.token.kind === 'hang'
const [idle, busy] = [jobs.filter(isIdle), jobs.filter(job => !isIdle(job))]
// Old versions need seconds of one core to start, so only two busy jobs run at the same time.
await Promise.all([idle, busy, busy].map(runLane))

const rows = jobs.map(job => [job.version, job.answer.name, ...(results.get(job)?.cells ?? [])])
const broken = [...results.values()].flatMap(({ brokenPromises }) => brokenPromises)
const failed = [...results.values()].filter(({ brokenPromises }) => brokenPromises.length > 0).length
const head = ['claude', 'answer', 'sends', 'model requests', 'reason', 'exit', 'file', 'ms']
process.stdout.write(`${markdownTable(head, rows)}\n\n${broken.map(line => `${line}\n`).join('')}`)
process.stdout.write(`${results.size - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function runLane(waiting: typeof jobs): Promise<void> {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    results.set(job, await tryVersion(job.version, job.answer))
  }
}
