import { describe, expect, it } from '@jest/globals'
import { runLinks } from '../../../src/action/output/run-links.js'
import { runAgain, signInBlocks, whereToSignIn } from '../../../src/action/output/sign-in.js'

const NOWHERE = runLinks({})

describe('the sign-in that a summary and an issue show', () => {
  it('can be made on any computer if the login is in a secret, and only on its machine if it is in a file', () => {
    expect(whereToSignIn('clr login --secret X --repo acme/app')).toBe(', on any computer with `claude` and `gh`')
    expect(whereToSignIn('clr login --creds /home/ci/c.json')).toContain('on the machine that has the file')
    expect(whereToSignIn('')).toBe('')
  })

  it('has one block without an address of the action, and no link without that of the workflow', () => {
    expect(signInBlocks('clr login --secret X', NOWHERE)).toEqual(['```sh\nclr login --secret X\n```'])
    expect(runAgain(NOWHERE)).toBe('run the workflow again')
  })

  it.each(['', 'clr login --secret X\n# more', 'clr login --secret sk-ant-oat01-test-1'])(
    'has no block for a line that cannot be shown as it is: %j',
    line => {
      expect(signInBlocks(line, NOWHERE)).toEqual([])
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
