import { describe, expect, it } from '@jest/globals'
import { startGitHub } from '../../testing/github/github.js'
import { failed, NoticeStep } from '../../testing/notice-step.js'
import { OLD_NODES, oldNode } from '../../testing/old-nodes.js'

describe.each(OLD_NODES)('the notice on Node %s', version => {
  it('fails with one annotation that says what to do, and sends nothing', async () => {
    await using github = await startGitHub()
    using step = new NoticeStep(github, oldNode(version))
    const { exitCode, stdout, stderr } = await step.run(failed('network'))
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    const words = `This is Node ${version} (${oldNode(version)}), and clr-refresh needs Node 20.4 or newer. There is no issue about the login. `
    expect(stdout.startsWith(`::error title=Node is too old (usage)::${words}`)).toBe(true)
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(github.lines).toEqual([])
  })
})
