import { describe, expect, it } from '@jest/globals'
import { runLinks } from '../../../src/action/output/run-links.js'
import { runAgain, signInBlocks } from '../../../src/action/output/sign-in.js'

const NOWHERE = runLinks({})

const SECRET = 'clr login --secret X --repo acme/app'
const linesFor = (loginCommand: string, links = NOWHERE) => signInBlocks('Sign in again', { loginCommand, links })

describe('the sign-in that a summary and an issue show', () => {
  it('has the line for any computer with Node first, and then that of an installed clr', () => {
    const links = { ...NOWHERE, npxCommand: 'npx github:org/clr-refresh#v1' }
    expect(linesFor(SECRET, links)).toEqual([
      'Sign in again, on any computer with `claude` and `gh` (needs Node 20.4 or newer; no installation):',
      '```sh\nnpx github:org/clr-refresh#v1 login --secret X --repo acme/app\n```',
      'Or, if `clr` is installed:',
      `\`\`\`sh\n${SECRET}\n\`\`\``
    ])
  })

  it('has to be made on the machine of the file if the login is in one', () => {
    expect(linesFor('clr login --creds /home/ci/c.json')?.[0]).toBe(
      'Sign in again, on the machine that has the file, as its owner:'
    )
  })

  it('has one block without an address of the action, and no link without that of the workflow', () => {
    expect(linesFor(SECRET)?.slice(1)).toEqual([`\`\`\`sh\n${SECRET}\n\`\`\``])
    expect(runAgain(NOWHERE)).toBe('run the workflow again')
  })

  it.each(['', `${SECRET}\n# more`, 'clr login --secret sk-ant-oat01-test-1', `${SECRET} --env '##[error]'`])(
    'has no block for a line that cannot be shown as it is: %j',
    line => {
      expect(linesFor(line)).toBeNull()
    }
  )
})

describe('runLinks', () => {
  it('has no link to a repository whose name is not plain', () => {
    const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '7' }
    expect(runLinks({ ...env, GITHUB_REPOSITORY: 'acme/app' }).run).toBe('https://github.com/acme/app/actions/runs/7')
    expect(runLinks({ ...env, GITHUB_REPOSITORY: 'acme/app>)' }).run).toBeNull()
    expect(runLinks(env).run).toBeNull()
  })
})
