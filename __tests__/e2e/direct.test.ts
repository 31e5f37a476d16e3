import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { asRootThatMayMakeNetworks } from '../../testing/needs.js'
import { TempFolder } from '../../testing/temp-folder.js'
import { ROOT } from '../../testing/paths.js'
import { REJECTION_LEFT } from '../../testing/rejection-record.js'
import { startProgram } from '../../testing/program.js'

/**
 * Without a proxy, new versions of the CLI connect to the model's address before the exchange; with a proxy they never do
 * (docs/claude-cli.md#model-requests). To test without one, the real host names resolve to loopback in a separate network.
 */
const IN_SEPARATE_NETWORK = 'ip link set lo up && mount --bind "$1" /etc/hosts && shift && exec "$@"'

const HOSTS = 'platform.claude.com console.anthropic.com api.anthropic.com claude.ai statsig.anthropic.com'

const ONCE = { sends: 1, reuses: 0, model: 0, leftovers: [] }

asRootThatMayMakeNetworks().describe('without a proxy', () => {
  it('clr sends the token once, does not ask the model, and leaves nothing behind but the record of a rejection', async () => {
    using folder = new TempFolder()
    const hosts = folder.write('hosts', `127.0.0.1 ${HOSTS}\n`)
    const program = [process.execPath, '--import', 'tsx', join(import.meta.dirname, 'direct-runs.ts')]
    const command = ['unshare', '-mn', 'sh', '-c', IN_SEPARATE_NETWORK, 'sh', hosts, ...program]
    const env = { PATH: process.env.PATH, HOME: folder.path }
    const ended = await startProgram(command, { env, cwd: ROOT }).ended
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    expect(JSON.parse(ended.stdout)).toEqual([
      { ...ONCE, answer: 'new pair', code: 0, reason: 'refreshed', file: 'current' },
      { ...ONCE, answer: '400', code: 1, reason: 'login-rejected', file: 'as it was', leftovers: REJECTION_LEFT },
      { ...ONCE, answer: '500', code: 1, reason: 'server-error', file: 'as it was' },
      { ...ONCE, answer: 'lost after rotation', code: 1, reason: 'network', file: 'as it was' },
      { ...ONCE, answer: 'empty 200', code: 1, reason: 'not-refreshed', file: 'as it was' },
      { ...ONCE, answer: 'slow', code: 0, reason: 'refreshed', file: 'current' }
    ])
  })
})
