import { existsSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { openBrowser, whyNoBrowser } from '../../../src/cli/login/browser.js'
import { onLinux } from '../../../testing/needs.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { until } from '../../../testing/waiting.js'

const ADDRESS = 'http://localhost:1/callback?a=b&c=d'

describe('a browser', () => {
  it.each([
    ['linux', { DISPLAY: ':0' }, null],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, null],
    ['linux', {}, 'there is no display'],
    ['linux', { BROWSER: 'firefox' }, 'there is no display'],
    ['linux', { DISPLAY: ':0', BROWSER: '' }, 'BROWSER is empty'],
    ['linux', { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '1 2 3 4' }, 'this is an SSH session'],
    ['darwin', {}, null],
    ['darwin', { SSH_TTY: '/dev/ttys0' }, 'this is an SSH session']
  ] as const)('on %s with %j is opened unless there is a reason not to: %s', (platform, environment, why) => {
    expect(whyNoBrowser(environment, platform)).toBe(why)
  })
})

/** A program that notes its arguments, and with which group it runs. */
function noting(temp: TempFolder, name: string): string {
  return temp.write(
    name,
    `#!/bin/sh\necho "$#:$1:$MARK" >'${temp.at('notes')}.new'\nmv '${temp.at('notes')}.new' '${temp.at('notes')}'\n`,
    0o755
  )
}

onLinux.describe('the address', () => {
  it.each([
    ['the program in BROWSER, by its path', 'my browser', (program: string) => ({ BROWSER: program, PATH: '/bin' })],
    ['the program in BROWSER, by its name', 'lynx', () => ({ BROWSER: 'lynx' })],
    ['xdg-open if BROWSER names no program', 'xdg-open', () => ({ BROWSER: 'not-there' })],
    ['xdg-open', 'xdg-open', () => ({})],
    ['wslview on WSL', 'wslview', () => ({ WSL_DISTRO_NAME: 'Debian' })]
  ])('is opened by %s, with the whole environment', async (_what, name, variables) => {
    using temp = new TempFolder()
    const program = noting(temp, name)
    const failures: string[] = []
    const environment = { PATH: `${temp.path}:/usr/bin:/bin`, MARK: 'mine', ...variables(program) }
    await openBrowser(ADDRESS, environment, why => failures.push(why))
    await until(() => existsSync(temp.at('notes')))
    expect([temp.text('notes').trim(), failures]).toEqual([`1:${ADDRESS}:mine`, []])
  })

  it.each([
    ['there is no such program', 'other', 'exit 0', 'no program that opens a browser was found'],
    ['it fails', 'xdg-open', 'exit 3', 'xdg-open ended with exit status 3']
  ])('is reported as not opened if %s', async (_what, name, command, why) => {
    using temp = new TempFolder()
    temp.write(name, `#!/bin/sh\n${command}\n`, 0o755)
    const failures: string[] = []
    await openBrowser(ADDRESS, { PATH: temp.path }, failure => failures.push(failure))
    await until(() => failures.length > 0)
    expect(failures).toEqual([expect.stringContaining(why)])
  })

  it('is never opened by a program of the working directory', async () => {
    using temp = new TempFolder()
    noting(temp, 'xdg-open')
    const failures: string[] = []
    await openBrowser(ADDRESS, { PATH: '.::bin', BROWSER: './xdg-open' }, why => failures.push(why))
    expect([failures.length, existsSync(temp.at('notes'))]).toEqual([1, false])
  })
})
