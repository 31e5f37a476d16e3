import { describe, expect, it } from '@jest/globals'
import { parseSecretTarget, type SecretInputs } from '../../src/action/secret-target.js'
import { refusalOf } from '../../testing/refusal.js'

const NONE: SecretInputs = {
  secretName: '',
  secretRepository: '',
  secretEnvironment: '',
  secretOrganization: '',
  accessTokenSecretName: '',
  secretApp: '',
  githubToken: ''
}
const ASKED: SecretInputs = { ...NONE, secretName: 'CLAUDE_CREDENTIALS', githubToken: 'github_pat_fake' }
const TOKEN_ONLY: SecretInputs = { ...ASKED, secretName: '', accessTokenSecretName: 'CLAUDE_CODE_OAUTH_TOKEN' }
const ENV = { GITHUB_REPOSITORY: 'acme/app' }

describe('parseSecretTarget', () => {
  it('is null if no secret is named, whatever else is given', () => {
    expect(parseSecretTarget(NONE, {})).toBeNull()
    expect(parseSecretTarget({ ...NONE, secretRepository: 'no repository', secretEnvironment: 'ci' }, ENV)).toBeNull()
  })

  it("defaults to this repository and to github.com's API", () => {
    expect(parseSecretTarget(ASKED, ENV)).toEqual({
      location: { kind: 'repository', repository: 'acme/app', app: 'actions' },
      credentialsName: 'CLAUDE_CREDENTIALS',
      accessTokenName: null,
      token: 'github_pat_fake',
      apiUrl: 'https://api.github.com'
    })
  })

  it('accepts a secret for only the access token', () => {
    const target = parseSecretTarget(TOKEN_ONLY, ENV)
    expect(target).toMatchObject({ credentialsName: null, accessTokenName: 'CLAUDE_CODE_OAUTH_TOKEN' })
  })

  it.each([
    [{ secretRepository: 'o/r.js' }, { kind: 'repository', repository: 'o/r.js', app: 'actions' }],
    [{ secretRepository: 'jo_acme/.github' }, { kind: 'repository', repository: 'jo_acme/.github', app: 'actions' }],
    [{ secretEnvironment: 'a/b c' }, { kind: 'environment', repository: 'acme/app', environment: 'a/b c' }],
    [
      { secretRepository: 'o/r', secretEnvironment: 'ci' },
      { kind: 'environment', repository: 'o/r', environment: 'ci' }
    ],
    [{ secretOrganization: 'acme' }, { kind: 'organization', organization: 'acme', app: 'actions' }]
  ])('reads the location from %j', (inputs, location) => {
    expect(parseSecretTarget({ ...ASKED, ...inputs }, ENV)?.location).toEqual(location)
  })

  it.each([
    [{ secretApp: 'actions' }, { kind: 'repository', repository: 'acme/app', app: 'actions' }],
    [{ secretApp: 'dependabot' }, { kind: 'repository', repository: 'acme/app', app: 'dependabot' }],
    [{ secretApp: 'codespaces' }, { kind: 'repository', repository: 'acme/app', app: 'codespaces' }],
    [
      { secretApp: 'dependabot', secretOrganization: 'acme' },
      { kind: 'organization', organization: 'acme', app: 'dependabot' }
    ],
    [
      { secretApp: 'codespaces', secretOrganization: 'acme' },
      { kind: 'organization', organization: 'acme', app: 'codespaces' }
    ]
  ])('reads the store of the access token from %j', (inputs, location) => {
    expect(parseSecretTarget({ ...TOKEN_ONLY, ...inputs }, ENV)?.location).toEqual(location)
  })

  it('takes secret-app actions with everything', () => {
    const inputs = { ...ASKED, secretApp: 'actions', secretEnvironment: 'ci', accessTokenSecretName: 'TOKEN' }
    expect(parseSecretTarget(inputs, ENV)).toMatchObject({ location: { environment: 'ci' }, accessTokenName: 'TOKEN' })
  })

  it.each(['dependabot', 'codespaces'])('refuses %s with the credentials, or with an environment', secretApp => {
    const messages = [
      { ...ASKED, secretApp },
      { ...ASKED, secretApp, accessTokenSecretName: 'TOKEN' },
      { ...TOKEN_ONLY, secretApp, secretEnvironment: 'ci' }
    ].map(inputs => refusalOf(() => parseSecretTarget(inputs, ENV)))
    expect(messages.map(({ reason }) => reason)).toEqual(['usage', 'usage', 'usage'])
    const advice: unknown = expect.stringContaining('with `access-token-secret-name` and without `secret-name`')
    expect(() => parseSecretTarget({ ...ASKED, secretApp }, ENV)).toThrow(expect.objectContaining({ remedy: advice }))
    expect(messages.map(({ message }) => message)).toEqual([
      expect.stringMatching(`^secret-name must be empty if secret-app is ${secretApp}, because `),
      expect.stringMatching(`^secret-name must be empty if secret-app is ${secretApp}, because `),
      expect.stringMatching(new RegExp(`^secret-environment must be empty for ${secretApp} secrets: `, 'i'))
    ])
  })

  it.each(['Dependabot', 'secrets', 'actions,dependabot', '*'])(
    'refuses the store %s, even if no secret is named',
    app => {
      for (const inputs of [NONE, ASKED, TOKEN_ONLY]) {
        const { reason, message } = refusalOf(() => parseSecretTarget({ ...inputs, secretApp: app }, ENV))
        expect([reason, message]).toEqual([
          'usage',
          `secret-app must be actions, dependabot or codespaces, got "${app}"`
        ])
      }
    }
  )

  it('needs no GITHUB_REPOSITORY if another location is given', () => {
    expect(parseSecretTarget({ ...ASKED, secretOrganization: 'acme' }, {})).not.toBeNull()
    expect(parseSecretTarget({ ...ASKED, secretRepository: 'o/r' }, {})).not.toBeNull()
  })

  it('uses the server of the job, without a slash at the end', () => {
    const env = { ...ENV, GITHUB_API_URL: 'https://ghes.example:8443/api/v3/' }
    expect(parseSecretTarget(ASKED, env)?.apiUrl).toBe('https://ghes.example:8443/api/v3')
  })

  it.each([
    ['secret-name', { secretName: 'MY SECRET' }],
    ['secret-name', { secretName: 'my-secret' }],
    ['secret-name', { secretName: 'SÉCRET' }],
    ['secret-name', { secretName: '1_SECRET' }],
    ['secret-name', { secretName: 'github_credentials' }],
    ['secret-name', { secretName: 'clr_refresh_probe' }],
    ['access-token-secret-name', { accessTokenSecretName: 'GITHUB_X' }],
    ['secret-name and access-token-secret-name', { accessTokenSecretName: 'Claude_Credentials' }],
    ['secret-organization and secret-repository', { secretOrganization: 'acme', secretRepository: 'o/r' }],
    ['secret-organization and secret-environment', { secretOrganization: 'acme', secretEnvironment: 'ci' }],
    ['secret-organization', { secretOrganization: 'acme/app' }],
    ['secret-repository', { secretRepository: 'app' }],
    ['secret-repository', { secretRepository: 'acme/app/x' }],
    ['secret-repository', { secretRepository: '/app' }],
    ['secret-repository', { secretRepository: 'acme/..' }],
    ['secret-repository', { secretRepository: 'https://github.com/acme/app' }],
    ['secret-environment', { secretEnvironment: '..' }],
    ['secret-environment', { secretEnvironment: 'x'.repeat(256) }],
    ['github-token', { githubToken: '' }],
    ['github-token', { githubToken: 'two words' }],
    ['github-token', { githubToken: 'two\nlines' }]
  ])('refuses a wrong %s: %j', (input, inputs) => {
    const { reason, message } = refusalOf(() => parseSecretTarget({ ...ASKED, ...inputs }, ENV))
    expect(reason).toBe('usage')
    expect(message.startsWith(`${input} `)).toBe(true)
    expect(message).not.toMatch(/two|\n/)
  })

  it.each([
    [{}, 'GITHUB_REPOSITORY'],
    [{ GITHUB_REPOSITORY: 'nonsense' }, 'GITHUB_REPOSITORY'],
    [{ ...ENV, GITHUB_API_URL: 'nonsense' }, 'GITHUB_API_URL'],
    [{ ...ENV, GITHUB_API_URL: 'ftp://ghes.example' }, 'GITHUB_API_URL'],
    [{ ...ENV, GITHUB_API_URL: 'https://joe:fake-password@ghes.example' }, 'GITHUB_API_URL'],
    // its host becomes part of a shell command, between single quotes
    [{ ...ENV, GITHUB_API_URL: "https://ghes'.example" }, 'GITHUB_API_URL']
  ])('refuses the environment %j', (env, name) => {
    const { reason, message } = refusalOf(() => parseSecretTarget(ASKED, env))
    expect(reason).toBe('usage')
    expect(message).toContain(name)
    expect(message).not.toContain('fake-password')
  })

  it('never quotes a token that was given as a name', () => {
    const inputs = { ...ASKED, secretName: '{"accessToken":"sk-ant-oat01-fake"}' }
    expect(refusalOf(() => parseSecretTarget(inputs, ENV)).message).not.toContain('sk-ant')
  })
})
