import { describe, expect, it } from '@jest/globals'
import { parseLocation } from '../../src/github-secrets/location.js'
import { parseSecretName, parseApiToken } from '../../src/github-secrets/target.js'
import { refusalOf } from '../../testing/refusal.js'

const OPTIONS = {
  repository: { from: '--repo', text: '' },
  environment: { from: '--env', text: '' },
  organization: { from: '--org', text: '' },
  defaultRepository: { from: 'GH_REPO', text: '' }
}

describe('the errors about the options of a program', () => {
  it('name the options, not the inputs of the action', () => {
    const [environment, organization] = [
      { from: '--env', text: 'ci' },
      { from: '--org', text: 'acme' }
    ]
    const messages = [
      () => parseLocation(OPTIONS),
      () => parseLocation({ ...OPTIONS, organization, environment }),
      () => parseSecretName({ from: '--secret', text: 'a b' }),
      () => parseApiToken({ from: 'GH_TOKEN', text: 'two words' })
    ].map(call => refusalOf(call).message)
    expect(messages).toEqual([
      '--repo is missing, and GH_REPO is not set',
      '--org and --env cannot be used together',
      '--secret may contain only letters, digits and "_", got "a b"',
      'GH_TOKEN is not a token: it has a space, a line break or a non-ASCII character'
    ])
  })
})
