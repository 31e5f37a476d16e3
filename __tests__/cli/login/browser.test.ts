import { existsSync, mkdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openBrowser } from '../../../src/cli/login/browser.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { until } from '../../../testing/waiting.js'

const ADDRESS = "https://claude.example/oauth?a=1&b=$(touch${IFS}x);'"
const before = process.cwd()
let folder: TempFolder

beforeEach(() => {
  folder = new TempFolder()
  mkdirSync(folder.at('cwd'))
  process.chdir(folder.at('cwd'))
  program('bin/xdg-open', 'of-system')
})
afterEach(() => {
  process.chdir(before)
  folder[Symbol.dispose]()
})

/** A browser that writes its arguments, one a line, to a file. */
function program(at: string, note: string): string {
  const target = folder.at(note)
  return folder.write(at, `#!/bin/sh\nprintf '%s\\n' "$@" >'${target}.new' && mv '${target}.new' '${target}'\n`, 0o755)
}

/** Opens the address, and waits until a browser has noted it. */
async function opened(BROWSER: string | undefined, note: string): Promise<string> {
  const PATH = `cwd:.:${folder.at('bin')}:/usr/bin:/bin`
  // The end of the test may kill the browser, which is a failure, too.
  await openBrowser(ADDRESS, { PATH, BROWSER }, () => undefined)
  await until(() => existsSync(folder.at(note)))
  return folder.text(note)
}

describe('the browser', () => {
  it.each(['of name', 'of path'])('is the one that BROWSER names, with the address as one argument: %s', async how => {
    const path = program('bin/my.browser', 'chosen')
    expect(await opened(how === 'of path' ? path : 'my.browser', 'chosen')).toBe(`${ADDRESS}\n`)
  })

  it.each([
    undefined,
    'bin/my.browser',
    './planted',
    '../bin/my.browser',
    'planted',
    'my.browser %s',
    'my.browser --new'
  ])('is that of the system if BROWSER is %j, and never one of the working directory', async text => {
    program('bin/my.browser', 'chosen')
    program('cwd/planted', 'chosen')
    program('cwd/xdg-open', 'chosen')
    expect(await opened(text, 'of-system')).toBe(`${ADDRESS}\n`)
    expect(existsSync(folder.at('chosen'))).toBe(false)
  })
})
