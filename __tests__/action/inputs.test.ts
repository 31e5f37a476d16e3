import { describe, expect, it } from '@jest/globals'
import { readInputs } from '../../src/action/inputs.js'

describe('readInputs', () => {
  it('reads each input by the name that a runner gives it, and trims it', () => {
    const env = { INPUT_CREDS: ' ~/c.json ', INPUT_TIMEOUT: '45', 'INPUT_MIN-VALIDITY': '2h\n', INPUT_TRACE: 'true' }
    expect(readInputs(env)).toMatchObject({ creds: '~/c.json', timeout: '45', minValidity: '2h', trace: true })
  })

  it('reads empty texts if no input is given', () => {
    const secret = {
      secretName: '',
      secretRepository: '',
      secretEnvironment: '',
      secretOrganization: '',
      accessTokenSecretName: '',
      secretApp: '',
      githubToken: ''
    }
    const nothing = { creds: '', timeout: '', minValidity: '', credsJson: '', claudeVersion: '', loginWarning: '' }
    expect(readInputs({})).toEqual({ ...nothing, trace: false, dryRun: false, secret })
  })

  it.each(['true', 'True', 'TRUE', ' true\n'])('takes %j for true', text => {
    expect(readInputs({ INPUT_TRACE: text }).trace).toBe(true)
  })

  it.each(['false', 'False', 'FALSE', '', ' '])('takes %j for false', text => {
    expect(readInputs({ INPUT_TRACE: text }).trace).toBe(false)
  })

  it.each(['yes', '1', 'tRUE', 'true false'])('refuses %j and names the input', text => {
    expect(() => readInputs({ INPUT_TRACE: text })).toThrow(
      expect.objectContaining({ reason: 'usage', message: expect.stringContaining('trace must be true or false') })
    )
  })
})
