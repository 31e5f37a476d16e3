import { chmodSync, chownSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asRoot } from '../../testing/needs.js'
import { ACTION, CLR_ON_NODE20, CLR_ON_NODE24, type Door } from '../../testing/doors.js'
import { E2eSetup } from '../../testing/e2e-setup.js'

/** A user without a name on this machine, as the host's user is in a container. */
const SOMEBODY = 12_345

let setup: E2eSetup
beforeEach(async () => {
  setup = await E2eSetup.create()
})
afterEach(async () => {
  await setup[Symbol.asyncDispose]()
})

function giveFolderToSomebody(): void {
  const { creds } = setup.home
  for (const entry of [path.dirname(creds), creds]) chownSync(entry, SOMEBODY, SOMEBODY)
}

/** Lets that user come as far as the folder, and read the certificate of the stand-in. */
function makeReachable(): void {
  const { home, endpoint } = setup
  for (const folder of [home.path, path.dirname(endpoint.caPath)]) chmodSync(folder, 0o755)
}

const DOORS: readonly Door[] = [CLR_ON_NODE20, CLR_ON_NODE24, ACTION]

asRoot.describe('root in another user’s folder', () => {
  describe.each(DOORS)('by $name', door => {
    it('refreshes with the real CLI as that user, and leaves a file of that user', async () => {
      makeReachable()
      giveFolderToSomebody()
      setup.remember()
      const run = await setup.refresh(door)
      expect(run).toMatchObject({ code: 0, reason: 'refreshed' })
      expect(statSync(setup.home.creds)).toMatchObject({ uid: SOMEBODY, gid: SOMEBODY })
      expect(setup.fileState).toBe('current')
      expect(setup.leftovers).toEqual([])
      const { token, model } = setup.endpoint.requests
      expect([token.length, model.length]).toEqual([1, 0])
    })

    it('sends nothing in a folder that only root can reach', async () => {
      giveFolderToSomebody()
      setup.remember()
      const run = await setup.refresh(door)
      expect(run).toMatchObject({ code: 1, reason: 'creds-not-writable' })
      expect([setup.fileState, setup.leftovers]).toEqual(['as it was', []])
      expect(setup.endpoint.requests.token).toEqual([])
    })
  })
})
