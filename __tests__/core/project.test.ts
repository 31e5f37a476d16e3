import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { BY_HAND, troubleshootingUrl } from '../../src/core/project.js'
import { allReasons, outcomeOf } from '../../src/core/reasons.js'
import { ROOT } from '../../testing/paths.js'

it('links each failure to a section of docs/troubleshooting.md that exists', () => {
  const text = readFileSync(path.join(ROOT, 'docs/troubleshooting.md'), 'utf8')
  const failures = allReasons().filter(reason => outcomeOf(reason).exitCode !== 0)
  for (const reason of failures) {
    const [address, anchor] = troubleshootingUrl(reason).split('#')
    expect(address).toMatch(/^https:\/\/github\.com\/org\/clr-refresh\/blob\/v1\/docs\/troubleshooting\.md$/)
    expect(text).toContain(`\n### \`${anchor ?? ''}\`\n`)
  }
})

it('links to the section of the README about a login that is stored by hand', () => {
  const [address, anchor = ''] = BY_HAND.split('#')
  expect(address).toBe('https://github.com/org/clr-refresh/blob/v1/README.md')
  expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toMatch(
    new RegExp(`^#+ ${anchor.replaceAll('-', ' ')}$`, 'im')
  )
})
