import { describe, expect, it } from '@jest/globals'
import { inWordsOfAction } from '../../src/action/input-names.js'
import { remedyForWorkflow } from '../../src/action/remedies.js'
import { allReasons, NOT_SENT, outcomeOf } from '../../src/core/reasons.js'
import { reportOf } from '../../src/core/report.js'

describe('remedyForWorkflow', () => {
  it.each(allReasons())('has nothing that only fits a terminal: %s', reason => {
    expect(remedyForWorkflow(reason)).not.toMatch(/npm install -g|this machine/)
  })

  it('names the input that installs claude', () => {
    expect(remedyForWorkflow('claude-not-found')).toContain('`claude-version: stable`')
  })

  it('keeps what a remedy says besides', () => {
    const remedy = `${outcomeOf('claude-failed').remedy} ${NOT_SENT}`
    expect(remedyForWorkflow('claude-failed', remedy)).toBe(`${remedyForWorkflow('claude-failed')} ${NOT_SENT}`)
  })

  it.each(['claude-failed', 'network'] as const)('keeps a remedy of its own for one failure: %s', reason => {
    expect(remedyForWorkflow(reason, 'Install that program.')).toBe('Install that program.')
  })

  it('is what a report has for a workflow', () => {
    expect(inWordsOfAction(reportOf('claude-not-found', 'none')).remedy).toBe(remedyForWorkflow('claude-not-found'))
  })
})
