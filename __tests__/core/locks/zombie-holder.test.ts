import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../../src/core/credentials/credentials-path.js'
import { WorkFolder } from '../../../src/core/work-folder.js'
import { FileLock } from '../../../src/core/locks/own-lock.js'
import { LockWatch } from '../../../src/core/locks/lock-watch.js'
import { identityOf } from '../../../src/core/system/process-identity.js'
import { sampleText } from '../../../testing/sample-login.js'
import { TempFolder } from '../../../testing/temp-folder.js'
import { Zombie } from '../../../testing/zombie.js'

it('a lock is taken over at once when its holder has become a zombie, and not before', async () => {
  using temp = new TempFolder()
  using holder = await Zombie.start()
  const folder = WorkFolder.open(findCredentialsFile(temp.write('creds.json', sampleText())))
  mkdirSync(folder.at('lock'), { mode: 0o700 })
  writeFileSync(folder.at('lock/owner.json'), JSON.stringify({ nonce: 'a'.repeat(16), ...identityOf(holder.pid) }))
  const watch = new LockWatch()
  const tryTwice = () => [FileLock.tryTake(folder, watch), FileLock.tryTake(folder, watch)]
  const take = () => tryTwice().filter(taken => taken instanceof FileLock)
  expect(take()).toEqual([])
  await holder.die()
  const taken = take()
  expect(taken).toHaveLength(1)
  for (const lock of taken) lock.release()
})
