import { describe, expect, it } from '@jest/globals'
import { fetchPublicKey } from '../../src/github-secrets/seal.js'
import type { Api } from '../../src/github-secrets/api.js'
import { REPOSITORY } from './targets.js'

const KEY = Buffer.alloc(32, 7).toString('base64')
const { signal } = new AbortController()

const apiThatSays =
  (data: unknown): Api =>
  () =>
    Promise.resolve({ status: 200, data, dateMs: null })

describe('the public key', () => {
  it.each(['568250167242549743', '012345678912345678-x.y_z'])('is taken with the id %s', async id => {
    expect(await fetchPublicKey(REPOSITORY, apiThatSays({ key_id: id, key: KEY }), signal)).toMatchObject({ id })
  })

  // it goes between single quotes into a line that people paste into a shell
  it.each(["1'; touch x; '", '1 2', '1\n2', '1\n', '$(touch x)', '`touch x`', '1;2', '1"2', '1|2', '1&2', '', 12])(
    'is refused with the id %j',
    async id => {
      await expect(fetchPublicKey(REPOSITORY, apiThatSays({ key_id: id, key: KEY }), signal)).rejects.toMatchObject({
        said: "an answer that is not GitHub's"
      })
    }
  )

  it.each(['', 'AAAA', Buffer.alloc(33).toString('base64'), 12, undefined])('is refused as %j', async key => {
    await expect(fetchPublicKey(REPOSITORY, apiThatSays({ key_id: '1', key }), signal)).rejects.toMatchObject({
      said: "an answer that is not GitHub's"
    })
  })
})
