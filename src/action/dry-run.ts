import { findClaude } from '../core/claude/find-claude.js'
import { Deadline } from '../core/deadline.js'
import { dryRun, laterFailure } from '../core/dry-run.js'
import type { Log } from '../core/options.js'
import { NOT_SENT_HERE, RefreshError } from '../core/reasons.js'
import type { RefreshReport } from '../core/report.js'
import { withRightsOf } from '../core/system/rights.js'
import { withoutPair } from '../core/token-use.js'
import { userToActAs } from '../core/user-to-act-as.js'
import { describeSecret } from '../github-secrets/location.js'
import { PROBE_NAME } from '../github-secrets/target.js'
import { takeStepsBeforePlacing, type PrepareOptions, type ProvideClaude } from './before-placing.js'
import { environmentFor } from './clr/start.js'
import type { StepContext } from './context.js'
import { judgePlace, runnerUid, type JudgedPlace } from './creds-json/place.js'
import type { JudgedInputs } from './judge-inputs.js'
import { lossAhead } from './only-copy.js'
import type { DryRunFindings } from './output/summary.js'
import { PostState } from './post-state.js'
import type { SecretTarget } from './secret-target.js'

export interface CheckOptions extends PrepareOptions {
  /** The name of the input or variable that `creds` comes from. */
  readonly credsFrom: string
  /** Takes what is found out, also if a later check fails. */
  readonly findings: { -readonly [Name in keyof DryRunFindings]: DryRunFindings[Name] }
}

/**
 * The dry run of a step: makes all checks of a real run, in its order, and then ends. Of its two programs `post` does nothing,
 * because nothing is saved for it.
 * @throws RefreshError with the reason that a real run would end with
 */
export async function checkStep(options: CheckOptions, given: StepContext): Promise<RefreshReport> {
  try {
    const state = PostState.rehearse(given.env, options.inputs.credsJson !== '')
    state.fileIsAt(options.creds)
    return await check(options, { ...given, state })
  } catch (error) {
    if (error instanceof RefreshError) throw error
    const message = error instanceof Error ? `${error.name}: ${error.message}` : 'an unknown error'
    throw withoutPair({ reason: 'internal', message, tokenUse: 'not-sent' })
  }
}

async function check(options: CheckOptions, context: StepContext): Promise<RefreshReport> {
  const { creds, findings, note } = options
  const prove = (...lines: readonly string[]): void => {
    findings.proven = [...findings.proven, ...lines]
    for (const line of lines) note(`checked: ${line}`)
  }
  const findVersion: ProvideClaude<string> = async (...wanted) => {
    const { resolveClaude } = await import('./install/resolve-claude.js')
    const version = await resolveClaude(...wanted)
    prove(version)
    return version
  }
  const { judged } = await takeStepsBeforePlacing(options, findVersion, context)
  if (judged.target !== null) prove(provenOfSecrets(judged.target, judged))
  const { report, found } = await checkRefresh(options, judged, context)
  if (context.signals.cancel.aborted) throw new RefreshError('cancelled', `cancelled in a dry run; ${NOT_SENT_HERE}`)
  if (report.exitCode !== 0) return report
  prove(found, ...provenByCore(report))
  const isKept = judged.incoming === null || judged.target?.credentialsName != null
  findings.ahead = isKept ? null : lossAhead(creds)
  return report
}

/** What a dry run of `clr` would say. */
interface Checked {
  readonly report: RefreshReport
  /** Where a login was found, in a sentence. */
  readonly found: string
}

/** The checks that `clr` would make, with the rights that it would take. */
async function checkRefresh(
  { creds, credsFrom }: CheckOptions,
  { incoming, timeoutSeconds, version }: JudgedInputs,
  { env, signals: { cancel } }: StepContext
): Promise<Checked> {
  const place = incoming === null ? null : judgePlace(creds, incoming.credentials, runnerUid(env))
  const environment = environmentFor(env)
  const patience = { deadline: Deadline.after(timeoutSeconds), cancel }
  const isOurOwn = place !== null && place.owner === null
  const user = isOurOwn ? null : await userToActAs(creds, patience, environment)
  // A version manager must not run with root as its real user, as it would inside `withRightsOf`.
  const findsClaude = version === null && user === null
  let isRecovery = false
  const onRecovery = (): void => void (isRecovery = true)
  const options = { credsPath: creds, credsFrom, timeoutSeconds, environment, cancel, findsClaude, onRecovery }
  const report = await withRightsOf(user, () => dryRun({ ...options, incoming: place?.incoming ?? null }, SILENT))
  const found = whereFound(place)
  if (user === null || version !== null || report.exitCode !== 0) return { report, found }
  try {
    return { report: { ...report, claude: await findClaude(environment, patience, user) }, found }
  } catch (error) {
    return { report: { ...report, warnings: [...report.warnings, laterFailure(error, isRecovery)] }, found }
  }
}

function whereFound(place: JudgedPlace | null): string {
  if (place === null) return 'found a login with a refresh token'
  if (place.incoming === null) return 'the file already has the login of creds-json, with a refresh token'
  return 'creds-json has a login with a refresh token, and can be put into the file'
}

const SILENT: Log = { trace: () => undefined, claudeOutput: () => undefined }

/** What the requests to GitHub have proven. */
function provenOfSecrets(
  { location, credentialsName, accessTokenName }: SecretTarget,
  { incoming, isContinued }: JudgedInputs
): string {
  const names = [credentialsName, accessTokenName].filter(name => name !== null).join(' and ')
  const isDated = credentialsName !== null && incoming?.storedAt != null && !isContinued
  const age = isDated ? ', and creds-json is not older than it' : ''
  return `${describeSecret(names, location)} can be written${age} (${PROBE_NAME} was written and removed again)`
}

/** What a report that says `ready` has proven, besides the login. */
function provenByCore({ claude }: RefreshReport): readonly string[] {
  return [
    ...(claude === null ? [] : [`claude is ${claude.path}${claude.version === null ? '' : ` ${claude.version}`}`]),
    'no other run and no `claude` session holds a lock that a refresh needs',
    'there is enough disk space, and the file can be written'
  ]
}
