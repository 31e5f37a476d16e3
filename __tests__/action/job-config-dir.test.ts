import { mkdirSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import { Job } from '../../testing/job.js'

/** The inputs as a runner sets them for a step that gives none. */
const DEFAULTS = { creds: '', timeout: '45', 'min-validity': '0', trace: 'false' }

describe('a step without the input creds', () => {
  it.each(['other', '../other/'])('uses the file in CLAUDE_CONFIG_DIR, to the end of the job: %s', async folder => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const file = job.write('other/.credentials.json', sampleText())
    const variables = { CLAUDE_CONFIG_DIR: folder === 'other' ? folder : job.at('home', folder) }
    mkdirSync(job.at('home'))
    const step = await job.main(DEFAULTS, variables)
    expect(step).toMatchObject({ exitCode: 0, outputs: { reason: 'refreshed', creds: file } })
    expect(step.outputs['access-token']).toBe(NEW_PAIR.accessToken)
    expect(job.text('other/.credentials.json')).toContain(NEW_PAIR.accessToken)
    expect(job.login).toMatchObject(OLD_PAIR)
    expect(job.state.creds).toBe(file)
    expect(await job.post(DEFAULTS, variables)).toMatchObject({ exitCode: 0 })
    expect(job.names('other')).toEqual(['.credentials.json'])
  })

  it('refreshes the file in the home folder if that variable is unset or empty', async () => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const step = await job.main(DEFAULTS, { CLAUDE_CONFIG_DIR: '' })
    expect(step.outputs).toMatchObject({ reason: 'refreshed', creds: job.creds })
  })

  it('warns of what looks wrong with that variable', async () => {
    using job = new Job('refreshes')
    const step = await job.main(DEFAULTS, { CLAUDE_CONFIG_DIR: '~/.claude' })
    expect(step.outputs).toMatchObject({ reason: 'creds-not-found', creds: job.at('~/.claude/.credentials.json') })
    expect(step.stdout).toContain('the "~" in it is not expanded: write out the home folder')
  })

  it('reports that HOME is empty', async () => {
    using job = new Job('refreshes')
    const step = await job.main(DEFAULTS, { HOME: '' })
    expect(step.outputs.reason).toBe('usage')
    expect(step.stdout).toMatch(/::error .*HOME is empty, so /)
  })
})

describe('the variables of clr', () => {
  const VARIABLES = { CLR_CREDS: '/nonexistent', CLR_TIMEOUT: 'soon', CLR_MIN_VALIDITY: '1s', CLR_TRACE: 'true' }

  it.each([
    ['inputs', {}],
    ['defaults', { creds: '' }]
  ])('are ignored by the action: %s', async (_which, inputs) => {
    using job = new Job('refreshes')
    job.writeCredentials(sampleText())
    const step = await job.main({ ...DEFAULTS, creds: job.creds, ...inputs }, VARIABLES)
    expect(step.outputs).toMatchObject({ reason: 'refreshed', creds: job.creds })
    expect(step.stdout).not.toContain('# creds:')
  })
})
