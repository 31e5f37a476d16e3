import { outcomeOf, RefreshError, type Reason } from '../../core/reasons.js'
import { writeAnnotation } from '../../entry/annotation.js'
import { ApiFailure } from '../../github-secrets/api-failure.js'
import { TimeBudget } from '../../github-secrets/retries.js'
import { plainLine } from '../output/markdown.js'
import { asLogLine } from '../output/text.js'
import { areIssuesOff, whyNoNotice } from './failure.js'
import { parseInputs, type NoticeInputs } from './inputs.js'
import { keepNotice, type NoticeWarning } from './keep-notice.js'
import { runLinks } from '../output/run-links.js'

/** The time for all requests, in milliseconds, pauses included: GitHub may ask to wait for a minute. */
const LIMIT_MS = 120_000
/** With the pauses between them, 8 s if GitHub does not ask for longer ones. */
const MAX_TRIES = 5

/** The step, in the real context of a runner. It sets the exit status. */
export function main(): void {
  process.exitCode = 1 // until success is certain
  notify(process.env).then(
    exitCode => {
      process.exitCode = exitCode
    },
    (error: unknown) => {
      fail('internal', error instanceof Error ? error.message : 'an unknown error')
    }
  )
}

async function notify(env: NodeJS.ProcessEnv): Promise<0 | 1> {
  try {
    const inputs = parseInputs(env)
    return await keep(inputs, env)
  } catch (error) {
    if (!(error instanceof RefreshError)) throw error
    return fail(error.reason, error.message)
  }
}

async function keep(inputs: NoticeInputs, env: NodeJS.ProcessEnv): Promise<0 | 1> {
  const { run, label, loginCommand, target } = inputs
  const links = runLinks(env, target.repository)
  const subject = { run, label, loginCommand, links, secrets: [target.token], nowMs: Date.now() }
  try {
    const { line, warnings } = await keepNotice(inputs, subject, new TimeBudget({ limitMs: LIMIT_MS }, MAX_TRIES))
    process.stdout.write(`${asLogLine(line)}\n`)
    for (const warning of warnings) warn(warning)
    return 0
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    if (!areIssuesOff(error)) return failToTell(whyNoNotice(error, target), label)
    warn({
      title: 'No issue about this login',
      sentence: `Issues are turned off in ${target.repository}, so there is none about the login ${JSON.stringify(label)}`
    })
    return 0
  }
}

function failToTell(why: string, label: string): 1 {
  writeAnnotation(
    'error',
    'The issue about a login was not written',
    plainLine(`Login ${JSON.stringify(label)}: ${why}`)
  )
  return 1
}

function fail(reason: Reason, message: string): 1 {
  writeAnnotation('error', `${outcomeOf(reason).title} (${reason})`, plainLine(message))
  return 1
}

function warn({ title, sentence }: NoticeWarning): void {
  writeAnnotation('warning', title, plainLine(sentence))
}
