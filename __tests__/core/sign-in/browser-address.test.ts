import { describe, expect, it } from '@jest/globals'
import { HomeLayout } from '../../../src/core/home/home-layout.js'
import { onBrowserAddress } from '../../../src/core/sign-in/browser-address.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { until } from '../../../testing/waiting.js'

describe('the address for a browser', () => {
  it.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'vscode://x/y',
    '--help',
    '/bin/sh',
    'https://claude.example/a b',
    'https://claude.example/\u001B[2J',
    'https://'
  ])('is ignored if it is %j; the next one counts, once', async text => {
    using folder = new TempFolder()
    const heard: string[] = []
    const stop = onBrowserAddress(new HomeLayout(folder.path), address => heard.push(address))
    folder.write('address', `${text}\n`)
    await new Promise(resolve => setTimeout(resolve, 400)) // longer than the time between two looks
    folder.write('address', 'https://claude.example/oauth?a=1&b=$(id)\n')
    await until(() => heard.length > 0)
    stop()
    expect(heard).toEqual(['https://claude.example/oauth?a=1&b=$(id)'])
  })
})
