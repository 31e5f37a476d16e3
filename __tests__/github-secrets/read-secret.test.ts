import { expect, it } from '@jest/globals'
import { readVisibility } from '../../src/github-secrets/read-secret.js'

// it becomes part of a command that people paste into a shell, between single quotes
it.each(["all'; touch x; '", 'a b', 'all\n', '$(touch x)', '', 1])(
  'a visibility of %j is refused',
  async visibility => {
    const api = () => Promise.reject(new Error('no request is made'))
    const { signal } = new AbortController()
    const reading = readVisibility({ visibility }, { path: '/orgs/acme/actions/secrets/X', signal }, api)
    await expect(reading).rejects.toMatchObject({ said: 'something other than GitHub answered' })
  }
)
