import { EventEmitter } from 'node:events'
import { existsSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { readInputs } from '../../src/action/inputs.js'
import { PostState } from '../../src/action/post-state.js'
import { prepare, secondsLeft } from '../../src/action/prepare.js'
import { StepTimes } from '../../src/action/step-times.js'
import { listenForSignals } from '../../src/action/clr/signals.js'
import { sampleText } from '../../testing/sample-login.js'
import { TempFolder } from '../../testing/temp-folder.js'
import { recordingToolkit } from '../../testing/recording-toolkit.js'
import { inputVariables } from '../../testing/runner-files.js'

/** Prepares a step that was given `creds-json`. */
function prepareIn(temp: TempFolder, env: NodeJS.ProcessEnv) {
  const creds = temp.at('c/.credentials.json')
  const inputs = readInputs(inputVariables({ creds, 'creds-json': sampleText() }))
  const signals = listenForSignals(new EventEmitter())
  const startClr = (): never => {
    throw new Error('it is not for the preparation to start clr')
  }
  const loadToolkit = () => Promise.resolve(recordingToolkit().toolkit)
  const state = PostState.begin(env, true)
  const context = { env, state, clrProgram: '', startClr, loadToolkit, signals }
  return { creds, prepared: prepare({ inputs, creds, note: () => undefined, times: new StepTimes() }, context) }
}

describe('a GITHUB_STATE that is full while credentials are prepared', () => {
  it.each([0, 1, 2])('keeps them from being placed, whichever entry has no room: %i', async entry => {
    using temp = new TempFolder()
    const state = temp.write('state', '')
    let asked = -1
    const env = {
      get GITHUB_STATE() {
        asked += 1
        return asked === entry ? '/dev/full' : state
      }
    }
    const { creds, prepared } = prepareIn(temp, env)
    await expect(prepared).rejects.toMatchObject({ reason: 'creds-not-writable' })
    expect([existsSync(creds), existsSync(`${creds}.clr`)]).toEqual([false, false])
  })

  it('does not matter once all entries are written', async () => {
    using temp = new TempFolder()
    const { creds, prepared } = prepareIn(temp, { GITHUB_STATE: temp.write('state', '') })
    expect([(await prepared).isFileMade, existsSync(creds)]).toEqual([true, true])
  })
})

it('credentials are placed even if RUNNER_TEMP is a loop of links, so its owner is unknown', async () => {
  using temp = new TempFolder()
  symlinkSync('loop', temp.at('loop'))
  const { prepared } = prepareIn(temp, { GITHUB_STATE: temp.write('state', ''), RUNNER_TEMP: temp.at('loop') })
  expect((await prepared).isFileMade).toBe(true)
})

describe('secondsLeft', () => {
  it.each([
    [45, 45_000, 45],
    [45, 44_001, 45],
    [45, 12_000, 12],
    [1, 400, 1]
  ])('for a timeout of %i s with %i ms left is %i s', (timeoutSeconds, remainingMs, left) => {
    expect(secondsLeft(timeoutSeconds, remainingMs)).toBe(left)
  })

  it('is never 0, which would mean no limit, even if no time is left', () => {
    expect(secondsLeft(45, 0)).toBe(1)
  })

  it('is null if there is no limit', () => {
    expect(secondsLeft(0, Infinity)).toBeNull()
  })
})
