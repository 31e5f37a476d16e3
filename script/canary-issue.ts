// node script/canary-issue.ts: for canary.yml. Keeps one issue, found by its label, about the newest Claude CLI: opens it if the
// canary failed, closes it when all is well. If the canary was skipped or cancelled, nothing is known, and the issue stays as it is.
//
// It shares no code with src/action/notice/issues.ts, which needs @octokit/request: the job of this script may write issues, so it
// runs no `npm ci`, and Node itself reads this file, without a bundle.
//
// Variables: RESULT (of the job: success, failure, cancelled, skipped), VERSION (of the CLI, or empty), and those of every job:
// GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_RUN_ID.

const LABEL = 'canary'
const TIMEOUT_MS = 30_000

interface Issue {
  readonly number: number
  readonly title: string
  readonly isOpen: boolean
}

/** GitHub has answered a request with a status that is no success. */
class StatusError extends Error {
  readonly status: number

  constructor(request: string, status: number) {
    super(`${request}: GitHub answered with status ${status}`)
    this.status = status
  }
}

const { RESULT = '', VERSION = '' } = process.env

try {
  console.log(await keepIssue())
} catch (error) {
  console.error(
    `::error::the issue about the canary could not be kept: ${error instanceof Error ? error.message : 'unknown'}`
  )
  process.exitCode = 1
}

/** @returns what was done, in a sentence */
async function keepIssue(): Promise<string> {
  if (RESULT === 'skipped' || RESULT === 'cancelled') return `the canary was ${RESULT}, so its issue stays as it is`
  const issues = await findIssues()
  return RESULT === 'success' ? close(issues.filter(({ isOpen }) => isOpen)) : open(issues[0])
}

async function close(issues: readonly Issue[]): Promise<string> {
  for (const { number } of issues) {
    await call('POST', `/issues/${number}/comments`, {
      body: `All is well with the Claude CLI ${VERSION}: [this run](${runUrl()}).`
    })
    await call('PATCH', `/issues/${number}`, { state: 'closed', state_reason: 'completed' })
  }
  return issues.length === 0 ? 'all is well, and no issue is open' : `closed ${namesOf(issues)}`
}

/** @param last the newest issue; undefined if there is none */
async function open(last: Issue | undefined): Promise<string> {
  const title =
    VERSION === ''
      ? 'The newest Claude CLI could not be tried'
      : `clr-refresh fails with the Claude CLI ${VERSION}, the newest one`
  const body = `[This run](${runUrl()}) of the canary ended with \`${RESULT}\`. Its log says what failed. To try it at home:

\`\`\`sh
npm run test:versions -- ${VERSION || 'latest'}
\`\`\`

docs/development.md says what to check. The canary closes this issue when all is well again.`
  if (last === undefined) {
    await createLabel()
    const { number } = parseIssue(await call('POST', '/issues', { title, body, labels: [LABEL] }))
    return `opened #${number}`
  }
  if (last.isOpen && last.title === title) return `#${last.number} says this already`
  await call('PATCH', `/issues/${last.number}`, { title, state: 'open' })
  await call('POST', `/issues/${last.number}/comments`, { body })
  return `updated #${last.number}`
}

/** Those with our label, the newest first, without pull requests. */
async function findIssues(): Promise<readonly Issue[]> {
  const entries = await call('GET', `/issues?labels=${LABEL}&state=all&per_page=100`)
  if (!Array.isArray(entries)) throw new Error('GitHub answered with something else than a list of issues')
  return entries.filter(entry => !isObject(entry) || !('pull_request' in entry)).map(parseIssue)
}

async function createLabel(): Promise<void> {
  const label = { name: LABEL, description: 'The newest Claude CLI breaks something' }
  await call('POST', '/labels', label).catch((error: unknown) => {
    if (!(error instanceof StatusError && error.status === 422)) throw error // 422: it exists
  })
}

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${variable('GITHUB_API_URL')}/repos/${variable('GITHUB_REPOSITORY')}${path}`, {
    method,
    headers: { authorization: `Bearer ${variable('GITHUB_TOKEN')}`, accept: 'application/vnd.github+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(TIMEOUT_MS)
  })
  if (response.ok) return response.json()
  throw new StatusError(`${method} ${path}`, response.status)
}

function parseIssue(entry: unknown): Issue {
  const { number, title, state } = isObject(entry) ? entry : {}
  if (typeof number !== 'number') throw new Error('GitHub answered with an issue that has no number')
  return { number, title: typeof title === 'string' ? title : '', isOpen: state === 'open' }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function namesOf(issues: readonly Issue[]): string {
  return issues.map(({ number }) => `#${number}`).join(', ')
}

function runUrl(): string {
  return `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}/actions/runs/${variable('GITHUB_RUN_ID')}`
}

function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') throw new Error(`the variable ${name} is not set`)
  return value
}
