import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from '@jest/globals'
import { confirm } from '../../../src/cli/login/confirm.js'
import { rejectionOf } from '../../../testing/refusal.js'

async function answerTo(typed: string): Promise<{ isYes: boolean; shown: string }> {
  const input = new PassThrough()
  const output = new PassThrough()
  input.end(typed)
  const isYes = await confirm('Sure?', { input, output, cancel: new AbortController().signal })
  output.end()
  return { isYes, shown: await text(output) }
}

describe('a question on the terminal', () => {
  it.each(['y\n', 'Y\n', 'yes\n', ' yes \n', 'y'])('is answered with yes by %j', async typed => {
    expect(await answerTo(typed)).toEqual({ isYes: true, shown: 'Sure? [y/N] ' })
  })

  it.each(['\n', 'n\n', 'no\n', 'yep\n', 'oh yes\n', 'code#state\n', '', '\ny\n'])(
    'is answered with no by %j',
    async typed => {
      expect(await answerTo(typed)).toMatchObject({ isYes: false })
    }
  )

  it('ends with the answer to a cancel', async () => {
    const controller = new AbortController()
    const asked = confirm('Sure?', { input: new PassThrough(), output: new PassThrough(), cancel: controller.signal })
    controller.abort()
    expect((await rejectionOf(asked)).reason).toBe('cancelled')
  })
})
