import { parseJson } from '../../src/core/json.js'
import { fieldOf } from '../../testing/doors.js'
import type { JobEnd, SealedSecret, SealedWrite } from './care.js'
import type { Interruption } from './interruption.js'
import { TASK } from './job.js'
import type { RanProgram } from './runner.js'

/** What can be told from the programs of a job, once it has ended. */
export type SeenEnd = Pick<JobEnd, 'isSuccess' | 'reason' | 'endsSoon' | 'sealed' | 'shownTokens' | 'modelRequests'>

/** How a job ended, as its log, its outputs and its summaries tell it. @param ran its programs, in order */
export function endOf(
  ran: readonly RanProgram[],
  { state, nowMs }: { readonly state: Interruption['state']; readonly nowMs: number }
): SeenEnd {
  return {
    isSuccess: state === 'none' && ran.every(({ exitCode }) => exitCode === 0),
    reason: state === 'killed' ? '' : reasonOf(ran),
    endsSoon: state !== 'killed' && ran.some(({ outputs }) => outputs['login-ends-soon'] === 'true'),
    sealed: sealedIn(ran, nowMs),
    shownTokens: ran.map(shownBy).reduce((sum, text) => sum + (text.match(TOKEN) ?? []).length, 0),
    modelRequests: ran.filter(({ step }) => step.id !== TASK).reduce((sum, { modelRequests }) => sum + modelRequests, 0)
  }
}

const TOKEN = /sk-ant-o[ar]t01-test-[\da-f]+/g

/** Of the step that failed; if none did, of the first one that says a reason. */
function reasonOf(ran: readonly RanProgram[]): string {
  const failed = ran.find(({ exitCode }) => exitCode !== 0)
  const reasons = [failed, ...ran].flatMap(program => (program === undefined ? [] : reasonIn(program)))
  return reasons[0] ?? `exit ${failed?.exitCode ?? 0}`
}

function reasonIn({ outputs, program, stdout }: RanProgram): readonly string[] {
  const reason = program === 'script' ? fieldOf(parseJson(stdout), 'reason') : outputs.reason
  return typeof reason === 'string' ? [reason] : []
}

/** What anybody sees of it. */
function shownBy({ stdout, stderr, summary }: RanProgram): string {
  return `${stdout.replace(/^::add-mask::.*\n/gm, '')}${stderr}${summary}`
}

/** What the last summary offers to store, unless a later one says that it was stored at the end of the job. */
function sealedIn(ran: readonly RanProgram[], madeAtMs: number): SealedSecret | null {
  const summaries = ran.map(({ summary }) => summary)
  const last = summaries.findLastIndex(summary => TO_BE_STORED.test(summary))
  if (last === -1 || summaries.slice(last).some(summary => summary.includes(STORED_AFTER_ALL))) return null
  const commands = TO_BE_STORED.exec(summaries[last] ?? '')?.[1] ?? ''
  return { madeAtMs, writes: [...commands.matchAll(COMMAND)].map(writeOf) }
}

/** In src/action/store-by-hand.ts and store-late.ts. A command that would replace somebody else's login is no offer. */
const TO_BE_STORED = /Store the new credentials by hand before the next run[^]*?```sh\n([^]*?)```/
const STORED_AFTER_ALL = 'The credentials were stored at the end of the job'
const COMMAND = /^gh api -X PUT .*?'(\/[^']+)' -f (\w+)='([^']*)' -f (\w+)='([^']*)'/gm

function writeOf([, path = '', name = '', first = '', , second = '']: RegExpExecArray): SealedWrite {
  const [encryptedValue, keyId] = name === 'encrypted_value' ? [first, second] : [second, first]
  return { path, keyId, encryptedValue }
}
