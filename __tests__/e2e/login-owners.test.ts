import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from '@jest/globals'
import { E2eSetup } from '../../testing/e2e-setup.js'
import { asRoot } from '../../testing/needs.js'
import { pasteCode, startLogin } from '../../testing/sign-in.js'

/** A user id without a name on this machine, like that of a host's user in a container. */
const OTHER_UID = 12_345

/** Makes a folder of that user, who can reach it, and can read the stand-in's certificate. */
function folderOfOtherUser({ home, endpoint }: E2eSetup): string {
  const folder = home.at('theirs')
  mkdirSync(folder)
  chownSync(folder, OTHER_UID, OTHER_UID)
  for (const open of [home.path, path.dirname(endpoint.caPath)]) chmodSync(open, 0o755)
  return folder
}

asRoot.describe('clr login by root, to a new file in another user’s folder', () => {
  it('runs the real CLI as that user, who owns the new file and the new folders', async () => {
    await using setup = await E2eSetup.create()
    const folder = folderOfOtherUser(setup)
    const creds = path.join(folder, '.claude/.credentials.json')
    const dialogue = startLogin(setup, { args: ['--creds', creds] })
    await pasteCode(setup, dialogue)
    expect(await dialogue.ended).toMatchObject({ exitCode: 0 })
    for (const entry of [creds, path.dirname(creds)]) {
      expect(statSync(entry)).toMatchObject({ uid: OTHER_UID, gid: OTHER_UID })
    }
  })

  it('makes nothing if that user could not reach it', async () => {
    await using setup = await E2eSetup.create()
    const folder = folderOfOtherUser(setup)
    chmodSync(setup.home.path, 0o700)
    const { exitCode, stderr } = await startLogin(setup, { args: ['--creds', path.join(folder, 'a/c.json')] }).ended
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('clr: creds-not-writable: ')])
    expect(setup.home.names('theirs')).toEqual([])
  })
})
