import { describe, expect, it } from '@jest/globals'
import { TestHome } from '../../testing/test-home.js'
import { OLD_NODES, oldNode } from '../../testing/old-nodes.js'
import { troubleshootingUrl } from '../../src/core/project.js'
import { reportOf } from '../../src/core/report.js'

describe.each(OLD_NODES)('clr on Node %s', version => {
  const node = oldNode(version)
  const why = `this is Node ${version} (${node}), and clr-refresh needs Node 20.4 or newer`

  it.each(['refresh', '--version', '--help'])(
    'prints on standard error which Node this is and which it needs: %s',
    async word => {
      using home = new TestHome()
      const { exitCode, stdout, stderr } = await home.clr([word], { node, claude: 'refreshes' })
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
      expect(stderr.split('\n')).toEqual([
        `clr: usage: ${why}`,
        expect.stringMatching(/^ {5}Install Node 20\.4 or newer/),
        `     More: ${troubleshootingUrl('usage')}`,
        ''
      ])
      expect(home.text('.claude/.credentials.json')).toBe(home.originalText)
    }
  )

  it('prints, with --json, a report like any other, and nothing else', async () => {
    using home = new TestHome()
    const { exitCode, stderr, report } = await home.clr(['refresh', '--json'], { node, claude: 'refreshes' })
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    expect(report).toEqual({ ...reportOf('usage', why), remedy: expect.stringMatching(/^Install Node 20\.4 or newer/) })
  })
})
