import { expect, it } from '@jest/globals'
import { readVisibility } from '../../src/github-secrets/read-secret.js'
import { ORGANIZATION } from './targets.js'

// it goes between single quotes into a line that people paste into a shell
it.each(["all'; touch x; '", 'a b', 'all\n', '$(touch x)', '', 1])(
  'a visibility of %j is refused',
  async visibility => {
    const api = () => Promise.reject(new Error('no request is made'))
    const { signal } = new AbortController()
    await expect(
      readVisibility({ location: ORGANIZATION, name: 'X' }, { visibility }, api, signal)
    ).rejects.toMatchObject({
      said: "an answer that is not GitHub's"
    })
  }
)
