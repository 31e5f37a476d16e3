import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { IsolatedHome } from '../../../src/core/home/isolated-home.js'
import { onBrowserAddress } from '../../../src/core/sign-in/browser-address.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { until } from '../../../testing/waiting.js'

/** A HOME for a sign-in, in a folder whose name has what a shell would split or expand. */
function homeIn(temp: TempFolder): IsolatedHome {
  return IsolatedHome.createForSignIn(WorkFolder.openAt(temp.at("it's $HOME; a b")), null)
}

/** Opens an address the way the CLI does: it starts the program without a shell. */
function open(home: IsolatedHome, address: string): void {
  execFileSync(home.browser.helper, [address], { env: { PATH: '/usr/bin:/bin' } })
}

describe('the address that the CLI wants to be opened', () => {
  it('is handed on once, as it was given', async () => {
    using temp = new TempFolder()
    const home = homeIn(temp)
    const addresses: string[] = []
    const stop = onBrowserAddress(home, address => addresses.push(address))
    const address = "https://claude.ai/oauth/authorize?code=true&state=a%20b'$HOME"
    open(home, address)
    await until(() => addresses.length > 0)
    open(home, 'https://claude.ai/again')
    await sleep(600) // two polls
    stop()
    expect(addresses).toEqual([new URL(address).href])
  })

  it.each(['file:///etc/passwd', '--version', 'javascript:alert(1)', '', 'https://a.test/ b'])(
    'is ignored if it is no web address: %j',
    async address => {
      using temp = new TempFolder()
      const home = homeIn(temp)
      const addresses: string[] = []
      const stop = onBrowserAddress(home, one => addresses.push(one))
      open(home, address)
      await sleep(600) // two polls
      stop()
      expect(addresses).toEqual([])
    }
  )

  it('is kept where only this user can read it', () => {
    using temp = new TempFolder()
    const home = homeIn(temp)
    open(home, 'https://claude.ai/')
    expect([home.path, home.browser.helper].map(entry => statSync(entry).mode & 0o777)).toEqual([0o700, 0o700])
  })
})
