import { describe, expect, it } from '@jest/globals'
import { platformOf, thisMachine } from '../../../src/action/install/platform.js'
import { THIS_PLATFORM } from '../../../testing/registry/claude-package.js'

const GLIBC = { header: { glibcVersionRuntime: '2.36' } }
const MUSL = { header: {} }

describe('the platform whose package is installed', () => {
  it.each([
    ['linux', 'x64', GLIBC, '', 'linux-x64'],
    ['linux', 'arm64', GLIBC, '', 'linux-arm64'],
    ['linux', 'x64', MUSL, '', 'linux-x64-musl'],
    ['linux', 'arm64', MUSL, '', 'linux-arm64-musl'],
    ['darwin', 'arm64', MUSL, '0\n', 'darwin-arm64'],
    ['darwin', 'x64', MUSL, '0\n', 'darwin-x64'],
    ['darwin', 'x64', MUSL, '', 'darwin-x64'],
    ['darwin', 'x64', MUSL, '1\n', 'darwin-arm64']
  ])(
    'on %s %s with the report %j, and sysctl saying %j, is %s',
    async (platform, arch, report, translated, expected) => {
      const sysctl = (name: string): Promise<string> =>
        Promise.resolve(name === 'sysctl.proc_translated' ? translated : '')
      expect(await platformOf({ platform, arch, report: () => report, sysctl })).toBe(expected)
    }
  )

  it('is that of this machine', async () => {
    expect(await platformOf(thisMachine({}))).toBe(THIS_PLATFORM)
  })
})
