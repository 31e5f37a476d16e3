import { describe, expect, it } from '@jest/globals'
import { parseRemoteUrl } from '../../../src/cli/login/remote-url.js'

describe('the address of a git remote', () => {
  it.each([
    ['https://github.com/octo/demo.git', 'github.com'],
    ['https://github.com/octo/demo', 'github.com'],
    ['https://github.com/octo/demo/', 'github.com'],
    ['https://www.GitHub.com/octo/demo.git', 'github.com'],
    ['https://joe:fake-password@github.com/octo/demo.git', 'github.com'],
    ['https://x-access-token:fake-password@ghes.example:8443/octo/demo.git', 'ghes.example:8443'],
    ['http://127.0.0.1:3000/octo/demo.git', '127.0.0.1:3000'],
    ['git@github.com:octo/demo.git', 'github.com'],
    ['git@github.com:octo/demo', 'github.com'],
    ['git@github.com:/octo/demo.git', 'github.com'],
    ['org-1234@github.com:octo/demo.git', 'github.com'],
    ['github.com:octo/demo.git', 'github.com'],
    ['work:octo/demo.git', 'work'],
    ['ssh://git@github.com/octo/demo.git', 'github.com'],
    ['ssh://git@ssh.github.com:443/octo/demo.git', 'ssh.github.com'],
    ['ssh://git@ghes.example:22/octo/demo.git', 'ghes.example'],
    ['git+ssh://git@acme.ghe.com/octo/demo.git', 'acme.ghe.com'],
    ['git://ghes.example/octo/demo.git', 'ghes.example']
  ])('%s names octo/demo on %s', (address, host) => {
    expect(parseRemoteUrl(address)).toEqual({ host, repository: 'octo/demo' })
  })

  it('keeps a name with dots', () => {
    expect(parseRemoteUrl('git@github.com:octo/demo.js.git')?.repository).toBe('octo/demo.js')
    expect(parseRemoteUrl('https://github.com/octo/.github')?.repository).toBe('octo/.github')
  })

  it.each([
    '',
    '/srv/git/demo.git',
    '../demo',
    'file:///srv/octo/demo.git',
    'https://github.com/octo',
    'https://github.com/octo/demo/tree/main',
    'git@github.com:demo.git',
    'https://github.com',
    'ext::sh -c x',
    // As part of an address, these would lead to api.evil.example, with the token for acme.ghe.com.
    'git@evil.example#.acme.ghe.com:octo/demo.git',
    'git@evil.example?.acme.ghe.com:octo/demo.git',
    'git@evil.example\\.acme.ghe.com:octo/demo.git',
    'ssh://git@evil.example%23.acme.ghe.com/octo/demo.git',
    'git@ghes.example&x:octo/demo.git',
    'https://'
  ])('%j names no repository on a server', address => {
    expect(parseRemoteUrl(address)).toBeNull()
  })
})
