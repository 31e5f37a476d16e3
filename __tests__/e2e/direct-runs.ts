import { CLR_ON_NODE20 } from '../../testing/doors.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

// direct.test.ts starts this in its own network; it prints the results of the runs as JSON.

const REPLIES: readonly (readonly [string, TokenReply])[] = [
  ['new pair', { kind: 'ok' }],
  ['400', { kind: 'status', status: 400 }],
  ['500', { kind: 'status', status: 500 }],
  ['lost after rotation', { kind: 'drop', rotate: true }],
  ['empty 200', { kind: 'nonsense', body: '' }],
  ['slow', { kind: 'ok', delayMs: 6500 }]
]

const results = []
for (const [answer, token] of REPLIES) {
  await using setup = await E2eSetup.create({ port: 443, token })
  const { code, reason } = await setup.refresh(CLR_ON_NODE20)
  const { requests, reuses } = setup.endpoint
  const sent = { sends: requests.token.length, reuses, model: requests.model.length }
  results.push({ answer, code, reason, ...sent, file: setup.fileState, leftovers: setup.leftovers })
}
process.stdout.write(JSON.stringify(results))
