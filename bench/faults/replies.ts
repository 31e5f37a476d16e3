import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import { Arena } from './arena.js'
import {
  complaintsOfRefresh,
  complaintsOfTraces,
  complaintUnless,
  observe,
  runNext,
  storyOf,
  verdictOn,
  whileReplying,
  type Observed,
  type Verdict
} from './trial.js'

/** A reply of the token endpoint that is not as it should be. */
export interface OddReply {
  readonly name: string
  readonly reply: TokenReply
  /** Whether no machine can know the login's new pair after it. */
  readonly isLoginGone?: boolean
}

/** All that are tried. */
export const ODD_REPLIES: readonly OddReply[] = [
  { name: 'a slow reply', reply: { kind: 'ok', delayMs: 3000, rotateOn: 'arrival' } },
  { name: 'a reply without refresh_token', reply: { kind: 'ok', omit: ['refresh_token'] } },
  { name: 'a reply dropped after the rotation', reply: { kind: 'drop', rotate: true }, isLoginGone: true }
]

/** Runs once against such a reply, and once more when the endpoint is well again. */
export async function tryReply(endpoint: Endpoint, { name, reply, isLoginGone = false }: OddReply): Promise<Verdict> {
  await using arena = await Arena.create(endpoint)
  const observed = await whileReplying(endpoint, reply, () => observe(arena, async () => [await arena.start().ended]))
  const next = await runNext(arena)
  const complaints = [
    ...complaintUnless(observed.sends === 1, `${observed.sends} sent instead of 1`),
    ...complaintsOfTraces(observed)
  ]
  if (isLoginGone) return verdictOnGone(name, { observed, next }, complaints)
  return verdictOn(name, { observed, next }, [...complaints, ...complaintsOfRefresh(observed)])
}

/** The next run can only learn that the login is gone: the strict endpoint counts a reuse then, which is counted apart. */
function verdictOnGone(
  what: string,
  { observed, next }: { readonly observed: Observed; readonly next: Observed },
  complaints: readonly string[]
): Verdict {
  const isTold = next.ended[0]?.reason === 'login-rejected'
  return {
    what,
    story: `${storyOf(observed)}; the next run: ${storyOf(next)}, to a login that was gone`,
    complaints: [
      ...complaints,
      ...complaintUnless(observed.ended[0]?.exitCode === 1, 'the run that got no reply did not end with exit 1'),
      ...complaintUnless(isTold, `the next run: ${next.ended[0]?.message ?? ''}`),
      ...complaintsOfTraces({ ...next, reuses: 0 }).map(complaint => `the next run: ${complaint}`)
    ]
  }
}
