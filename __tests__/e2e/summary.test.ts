import { describe, expect, it } from '@jest/globals'
import { troubleshootingUrl } from '../../src/core/project.js'
import { ACTION, type DoorRun } from '../../testing/doors.js'
import { WRITE_TOKEN } from '../../testing/github/github.js'
import { inputVariables, type Inputs } from '../../testing/runner-files.js'
import { SECRET, SecretSetup } from '../../testing/secret-setup.js'

const ACCESS = 'CLAUDE_CODE_OAUTH_TOKEN'
const DAY_MS = 86_400_000

/** Variables as github.com sets them for a step of the workflow keepalive.yml. */
const RUN = {
  GITHUB_REPOSITORY: 'octo/demo',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '7',
  GITHUB_WORKFLOW_REF: 'octo/demo/.github/workflows/keepalive.yml@refs/heads/main',
  GITHUB_ACTION_REPOSITORY: 'org/clr-refresh',
  GITHUB_ACTION_REF: 'v1'
}

/** Stores a login that ends in so many days in the secret of the environment. @returns its access token */
function storeLogin({ e2e, environment }: SecretSetup, days: number): string {
  const { claudeAiOauth } = e2e.endpoint.newLogin({ refreshTokenExpiresAt: Date.now() + days * DAY_MS })
  environment.put(SECRET, { text: JSON.stringify({ claudeAiOauth }), updatedAtMs: Date.now() - 3_600_000 })
  return claudeAiOauth.accessToken
}

/** A step that refreshes the login in the secret of the environment, as in a workflow. */
function run({ e2e, github, environment }: SecretSetup, inputs: Inputs = {}): Promise<DoorRun> {
  const given = inputVariables({
    'creds-json': environment.textOf(SECRET) ?? '',
    'secret-name': SECRET,
    'secret-environment': 'claude',
    'github-token': WRITE_TOKEN,
    ...inputs
  })
  const env = { ...given, ...RUN, GITHUB_API_URL: github.apiUrl }
  return e2e.refresh(ACTION, { creds: e2e.home.at('job/.credentials.json'), env })
}

describe('what a step says about its secrets, with the real CLI', () => {
  it('says in the log and in the summary where a refreshed login was stored, and the path only once', async () => {
    await using setup = await SecretSetup.create()
    storeLogin(setup, 28)
    const { stdout, summary, outputs } = await run(setup, { 'access-token-secret-name': ACCESS })
    expect(outputs).toMatchObject({ reason: 'refreshed' })
    expect(stdout).toContain(`\nstored in ${SECRET} of environment claude of octo/demo\n`)
    expect(stdout).toContain(`\naccess token stored in ${ACCESS} of environment claude of octo/demo\n`)
    const row = (name: string) => `stored in <code>${name}</code> of environment <code>claude</code>`
    expect(summary).toMatch(
      /^<h3>✅ Credentials refreshed<\/h3>\n\nGood until \*\*.* UTC\*\* \(in 8 h\)\. Next sign-in needed by/
    )
    expect(summary).toContain(row(SECRET))
    expect(summary).toContain(row(ACCESS))
    expect(summary.split('.credentials.json')).toHaveLength(2)
  })

  it('says what the times of the whole step were, not only those of clr', async () => {
    await using setup = await SecretSetup.create()
    storeLogin(setup, 28)
    const { summary } = await run(setup)
    const names = [...summary.matchAll(/<td>([^<]+)<\/td><td align/g)].map(([, name]) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'prove that the secret can be written',
        'start and end clr',
        'clr: exchange',
        'everything else'
      ])
    )
  })

  it('shows after a rejection the line that signs in again for this secret, and where to run the workflow again', async () => {
    await using setup = await SecretSetup.create()
    setup.e2e.endpoint.revoke(storeLogin(setup, 28))
    const { outputs, summary, stdout } = await run(setup)
    const line = outputs['login-command'] ?? ''
    expect(line).toMatch(new RegExp(`^clr login --secret ${SECRET} --repo 127\\..*/octo/demo --env claude$`))
    expect(outputs).toMatchObject({ reason: 'login-rejected' })
    expect(summary).toContain(`\`\`\`sh\n${line}\n\`\`\``)
    expect(summary).toContain(`\`\`\`sh\nnpx github:org/clr-refresh#v1${line.slice('clr'.length)}\n\`\`\``)
    expect(summary).toContain(
      '[run the workflow again](<https://github.com/octo/demo/actions/workflows/keepalive.yml>)'
    )
    expect(summary).toContain(troubleshootingUrl('login-rejected'))
    expect(stdout).toMatch(/^::error title=Login rejected \(login-rejected\)::.*%0Ahttps:\S+#login-rejected$/m)
  })
})
