import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { troubleshootingUrl } from '../../src/core/project.js'
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
