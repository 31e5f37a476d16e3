import { describe, expect, it } from '@jest/globals'
import { MAX_JSON_DEPTH } from '../../src/core/json.js'
import { expectRefreshed, expectUntouched } from '../../testing/expectations.js'
import { parseObject } from '../../testing/json-object.js'
import { sampleText } from '../../testing/sample-login.js'
import { TestHome } from '../../testing/test-home.js'

const MEGABYTE = 1024 * 1024

/** A credentials file with another key, which nests lists this many levels deep. */
function nested(levels: number): string {
  return sampleText().replace(/\}$/, `,"other":${'['.repeat(levels)}${']'.repeat(levels)}}`)
}

/** A credentials file of this many bytes. */
function padded(bytes: number): string {
  const document = { ...parseObject(sampleText()), other: '' }
  return JSON.stringify({ ...document, other: 'x'.repeat(bytes - JSON.stringify(document).length) })
}

describe('a credentials file', () => {
  it.each([
    ['nests JSON 8,000 levels deep', () => nested(8000), `more than ${MAX_JSON_DEPTH} levels deep`],
    ['has no room for new tokens below 1 MB', () => padded(MEGABYTE - 1000), 'too large']
  ])('is refused before anything is sent if it %s', async (_what, text, says) => {
    using home = new TestHome(text())
    const run = await home.refresh('notes-its-user')
    const message = expect.stringContaining(says)
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'creds-invalid', message } })
    expectUntouched(home)
  })

  it('may nest JSON as deep as the limit, far beyond what any login needs', async () => {
    using home = new TestHome(nested(MAX_JSON_DEPTH - 1))
    expectRefreshed(home, await home.refresh('refreshes'))
  })
})
