import { describe, expect, it } from '@jest/globals'
import { nextSteps } from '../../../src/cli/login/next-steps.js'
import { serverAt } from '../../../src/cli/login/server.js'
import type { SecretLocation } from '../../../src/github-secrets/location.js'

const ENVIRONMENT: SecretLocation = { kind: 'environment', repository: 'octo/demo', environment: "anna's login" }
const REPOSITORY: SecretLocation = { kind: 'repository', repository: 'octo/demo', app: 'actions' }
const ORGANIZATION: SecretLocation = { kind: 'organization', organization: 'octo', app: 'actions' }

describe('what to do after a login was stored', () => {
  it.each([
    ['github.com', 'octo/demo', 'https://github.com'],
    ['acme.ghe.com', 'acme.ghe.com/octo/demo', 'https://acme.ghe.com'],
    ['ghes.example:8443', 'ghes.example:8443/octo/demo', 'https://ghes.example:8443']
  ])('is to run the workflow of the examples, on %s', (host, repository, web) => {
    expect(nextSteps({ location: REPOSITORY, server: serverAt(host, null) }, [])).toEqual([
      `next: run the workflow that refreshes this login, at ${web}/octo/demo/actions or with:`,
      `  gh workflow run keepalive.yml --repo ${repository}`
    ])
  })

  it('is to run the workflow if the secret is an organization’s', () => {
    const target = { location: ORGANIZATION, server: serverAt('github.com', null) }
    expect(nextSteps(target, [])).toEqual(['next: run the workflow that refreshes this login'])
    expect(nextSteps(target, [ORGANIZATION])).toEqual([
      expect.stringMatching(/^the secret SECRETS_TOKEN is not in organization octo: /),
      'create a token with the organization permission "Secrets: write" (a classic token of an owner: the scope "admin:org"), and store it:',
      '  gh secret set SECRETS_TOKEN --org octo',
      'next: run the workflow that refreshes this login'
    ])
  })

  it('has commands that a shell takes as they are', () => {
    const lines = nextSteps({ location: ENVIRONMENT, server: serverAt('github.com', null) }, [ENVIRONMENT])
    expect(lines).toContain(`  gh secret set SECRETS_TOKEN --repo octo/demo --env 'anna'\\''s login'`)
  })
})
