import { chmodSync, copyFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { Job } from '../../testing/job.js'
import { OLD_NODES, oldNode } from '../../testing/old-nodes.js'
import { sampleText } from '../../testing/sample-login.js'

const OUTPUTS = { refreshed: 'false', reason: 'usage', 'exit-code': '1', 'login-ends-soon': 'false' }

describe.each(OLD_NODES)('the action on Node %s', version => {
  const node = oldNode(version)
  const why = `his is Node ${version} (${node}), and clr-refresh needs Node 20.4 or newer`

  it('fails with one annotation that says what to do, sets the outputs, and changes nothing', async () => {
    using job = new Job('refreshes', node)
    job.writeCredentials(sampleText())
    const { exitCode, outputs, stdout, stderr } = await job.main()
    expect({ exitCode, outputs, stderr }).toEqual({ exitCode: 1, outputs: OUTPUTS, stderr: '' })
    expect(stdout).toMatch(
      /^::error title=Node is too old \(usage\)::T.+`-P ubuntu-latest=catthehacker\/ubuntu:act-latest`.+\n$/
    )
    expect(stdout).toContain(why)
    expect(job.text('.claude/.credentials.json')).toBe(sampleText())
    expect([job.state, job.leftovers]).toEqual([{}, []])
  })

  it('does not fail a second time at the end of the job', async () => {
    using job = new Job('refreshes', node)
    const { exitCode, stdout, stderr } = await job.post()
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toBe(`There is nothing to do at the end of the job: t${why}.\n`)
  })

  it('fails at the end of the job if main ran on a newer Node and left something to do', async () => {
    using job = new Job('refreshes', node)
    const { exitCode, stdout } = await job.post({}, { STATE_creds: '/made/of/creds-json' })
    expect(exitCode).toBe(1)
    expect(stdout).toContain(
      `T${why}. The login that the step left at /made/of/creds-json was neither stored nor removed.`
    )
  })

  it.each(['/dev/full', '/nowhere/at/all', ''])(
    'says so if the outputs cannot be set: GITHUB_OUTPUT=%s',
    async file => {
      using job = new Job('refreshes', node)
      const { exitCode, stdout, stderr } = await job.main({}, { GITHUB_OUTPUT: file })
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
      expect(stdout).toMatch(/^::error .+ The outputs of this step are not set\.\n$/)
    }
  )
})

describe('the action on an old Node whose path contains a workflow command', () => {
  it('escapes the path, so that the runner sees no second command', async () => {
    using job = new Job('refreshes')
    const node = job.at('100%\r\n::notice::node')
    copyFileSync(oldNode('12.22.12'), node)
    chmodSync(node, 0o755)
    using odd = new Job('refreshes', node)
    const { stdout } = await odd.main()
    expect(stdout).toContain('100%25%0D%0A::notice::node')
    expect(stdout.trim().split(/\r|\n/)).toHaveLength(1)
  })
})
