import { describe, expect, it } from '@jest/globals'
import { NO_MEMORY, type PublicKey } from '../../src/github-secrets/memory.js'
import { LocationKey } from '../../src/github-secrets/seal.js'
import { REPOSITORY } from './targets.js'

const KEY = Buffer.alloc(32, 7).toString('base64')
const { signal } = new AbortController()

function fetchFrom(data: unknown): Promise<PublicKey> {
  const api = () => Promise.resolve({ status: 200, data, dateMs: null })
  return new LocationKey(REPOSITORY, api, NO_MEMORY).current(signal)
}

describe('the public key', () => {
  it.each(['568250167242549743', '012345678912345678-x.y_z'])('is accepted with the id %s', async id => {
    expect(await fetchFrom({ key_id: id, key: KEY })).toMatchObject({ id })
  })

  // it becomes part of a command that people paste into a shell, between single quotes
  it.each(["1'; touch x; '", '1 2', '1\n2', '1\n', '$(touch x)', '`touch x`', '1;2', '1"2', '1|2', '1&2', '', 12])(
    'is refused with the id %j',
    async id => {
      await expect(fetchFrom({ key_id: id, key: KEY })).rejects.toMatchObject({
        said: 'something other than GitHub answered'
      })
    }
  )

  it.each(['', 'AAAA', Buffer.alloc(33).toString('base64'), 12, undefined])('is refused as %j', async key => {
    await expect(fetchFrom({ key_id: '1', key })).rejects.toMatchObject({
      said: 'something other than GitHub answered'
    })
  })
})
