import { chmodSync, chownSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asRoot } from '../../testing/needs.js'
import { DOORS } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

/** A user id without a name on this machine, like that of a host's user in a container. */
const OTHER_UID = 12_345

let setup: E2eSetup
beforeEach(async () => {
  setup = await E2eSetup.create()
})
afterEach(async () => {
  await setup[Symbol.asyncDispose]()
})

function giveFolderToOtherUser(): void {
  const { creds } = setup.home
  for (const entry of [path.dirname(creds), creds]) chownSync(entry, OTHER_UID, OTHER_UID)
}

/** Lets that user reach the folder, and read the stand-in's certificate. */
function makeReachable(): void {
  const { home, endpoint } = setup
  for (const folder of [home.path, path.dirname(endpoint.caPath)]) chmodSync(folder, 0o755)
}

asRoot.describe('root, with a file in another user’s folder', () => {
  describe.each(DOORS)('by $name', door => {
    it('runs the real CLI as that user, and the file still belongs to that user', async () => {
      makeReachable()
      giveFolderToOtherUser()
      setup.remember()
      const run = await setup.refresh(door)
      expect(run).toMatchObject({ code: 0, reason: 'refreshed' })
      expect(statSync(setup.home.creds)).toMatchObject({ uid: OTHER_UID, gid: OTHER_UID })
      expect(setup.fileState).toBe('current')
      expect(setup.leftovers).toEqual([])
      const { token, model } = setup.endpoint.requests
      expect([token.length, model.length]).toEqual([1, 0])
    })

    it('sends nothing in a folder that only root can reach', async () => {
      giveFolderToOtherUser()
      setup.remember()
      const run = await setup.refresh(door)
      expect(run).toMatchObject({ code: 1, reason: 'creds-not-writable' })
      expect([setup.fileState, setup.leftovers]).toEqual(['as it was', []])
      expect(setup.endpoint.requests.token).toEqual([])
    })
  })
})
