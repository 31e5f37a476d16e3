import type { Endpoint } from '../../testing/endpoint/endpoint.js'
import type { TokenReply } from '../../testing/endpoint/replies.js'
import type { Arena, Ended, StartOptions } from './arena.js'

/** What came of one fault, and of the run after it. */
export interface Verdict {
  readonly what: string
  /** How the runs ended and how much was sent, for the line that is printed. */
  readonly story: string
  /** What should not have been; empty where all is well. */
  readonly complaints: readonly string[]
}

/** What some runs did to a login, as the endpoint and the disk show it. */
export interface Observed {
  readonly ended: readonly Ended[]
  readonly sends: number
  readonly reuses: number
  readonly modelRequests: number
  /** Whether the file holds the endpoint's current pair. */
  readonly isCurrent: boolean
  readonly leftovers: readonly string[]
}

/** Lets something happen to a login, and counts what it did. */
export async function observe(arena: Arena, act: () => Promise<readonly Ended[]>): Promise<Observed> {
  const { endpoint } = arena
  const { token, model } = endpoint.requests
  const before = { sends: token.length, reuses: endpoint.reuses, modelRequests: model.length }
  const ended = await act()
  return {
    ended,
    sends: token.length - before.sends,
    reuses: endpoint.reuses - before.reuses,
    modelRequests: model.length - before.modelRequests,
    isCurrent: arena.isCurrent(),
    leftovers: arena.leftovers()
  }
}

/** Runs once more when the fault is over. */
export function runNext(arena: Arena, options?: StartOptions): Promise<Observed> {
  return observe(arena, async () => [await arena.start(options).ended])
}

/** The verdict on what was observed, and on the run after it, which has to put everything right. */
export function verdictOn(
  what: string,
  { observed, next }: { readonly observed: Observed; readonly next: Observed },
  complaints: readonly string[]
): Verdict {
  const story = `${storyOf(observed)}; the next run: ${storyOf(next)}`
  const ofNext = [...complaintsOfRefresh(next), ...complaintsOfTraces(next)]
  return { what, story, complaints: [...complaints, ...ofNext.map(complaint => `the next run: ${complaint}`)] }
}

/** How runs ended, and how much they sent, in a few words. */
export function storyOf({ ended, sends }: Observed): string {
  const reasons = ended.map(({ reason, exitCode }) => reason ?? `exit ${exitCode ?? 'by a signal'}`)
  const counts = [...new Set(reasons)].map(reason => {
    const count = reasons.filter(other => other === reason).length
    return count === 1 ? reason : `${count} ${reason}`
  })
  return `${counts.join(', ')}, ${sends} sent`
}

/** What is wrong where every run should have ended with exit 0 and the current pair in the file. */
export function complaintsOfRefresh({ ended, isCurrent }: Observed): readonly string[] {
  const failures = ended.filter(({ exitCode }) => exitCode !== 0)
  return [
    ...failures.map(({ exitCode, message }) => `exit ${exitCode ?? 'by a signal'}: ${message}`),
    ...complaintUnless(isCurrent, 'the current pair is not in the file')
  ]
}

/** What no run may leave behind it, whatever happened: a spent token sent again, a model request, anything on the machine. */
export function complaintsOfTraces({ reuses, modelRequests, leftovers }: Observed): readonly string[] {
  return [
    ...complaintUnless(reuses === 0, `${reuses} spent tokens sent again`),
    ...complaintUnless(modelRequests === 0, `${modelRequests} model requests`),
    ...leftovers.map(left => `left: ${left}`)
  ]
}

/** A list of one complaint, or of none. */
export function complaintUnless(isFine: boolean, complaint: string): readonly string[] {
  return isFine ? [] : [complaint]
}

/** Does something while the endpoint answers in a certain way. */
export async function whileReplying<T>(endpoint: Endpoint, reply: TokenReply, act: () => Promise<T>): Promise<T> {
  const before = endpoint.token.reply
  endpoint.token.reply = reply
  try {
    return await act()
  } finally {
    endpoint.token.reply = before
  }
}
