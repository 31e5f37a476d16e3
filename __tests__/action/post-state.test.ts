import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { holdsPair, NO_SECRET, PostState, UNKNOWN_CONTENT } from '../../src/action/post-state.js'
import { ownIdentity } from '../../src/core/system/process-identity.js'
import { refusalOf } from '../../testing/refusal.js'
import { TempFolder } from '../../testing/temp-folder.js'
import { stateVariables } from '../../testing/runner-files.js'

const ROOT = path.resolve(import.meta.dirname, '../..')
const HISTORY = { firstMs: 1, own: [{ fromMs: 2, untilMs: 3 }] }
const KEY = { id: '1', key: 'c2VhbHM=' }
const READERS = new Map([['CLAUDE', { visibility: 'private' }]])

/** What `main` saves: the names and texts in its state file, in their order, and what `post` reads from them. */
function saved(save: (main: PostState) => void) {
  using temp = new TempFolder()
  const main = PostState.begin({ GITHUB_STATE: temp.write('state', '') }, true)
  save(main)
  const text = temp.text('state')
  const entries = [...text.matchAll(/^(\w+)<<(.+)\n([^]*?)\n\2$/gm)].map(([, name, , value]) => [name, value])
  return { entries, main: main.known, post: PostState.read(stateVariables(text)).known }
}

const NOTHING = PostState.read({}).known

describe('what post knows', () => {
  it('is nothing if main saved nothing', () => {
    expect(NOTHING).toEqual({
      creds: null,
      main: null,
      finished: false,
      clr: null,
      account: '',
      incoming: null,
      stored: NO_SECRET,
      placed: false,
      delivered: null,
      usedUp: [],
      secretSeen: null,
      secretKey: null,
      secretVisibilities: null
    })
    expect(PostState.begin({ STATE_creds: '/of/another/program' }, false).known).toEqual(NOTHING)
  })

  it.each([
    ['fileIsAt', (main: PostState) => main.fileIsAt('/a file\nwith=two<<lines'), { creds: '/a file\nwith=two<<lines' }],
    [
      'beganWith',
      (main: PostState) => {
        main.beganWith('a1 ')
      },
      { account: 'a1 ' }
    ],
    [
      'secretHolds: a pair',
      (main: PostState) => {
        main.secretHolds(holdsPair('f1'))
      },
      { stored: holdsPair('f1') }
    ],
    [
      'secretHolds: unknown',
      (main: PostState) => {
        main.secretHolds(UNKNOWN_CONTENT)
      },
      { stored: UNKNOWN_CONTENT }
    ],
    [
      'loginNeedsNoStoring',
      (main: PostState) => {
        main.loginNeedsNoStoring('f1')
      },
      { incoming: 'f1' }
    ],
    [
      'placing',
      (main: PostState) => {
        main.placing(holdsPair('f1'))
      },
      { stored: holdsPair('f1'), placed: true }
    ],
    [
      'placing, then notPlaced',
      (main: PostState) => {
        main.placing(holdsPair('f1'))
        main.notPlaced()
      },
      { stored: NO_SECRET, placed: false }
    ],
    [
      'mainRuns',
      (main: PostState) => {
        main.mainRuns()
      },
      { main: ownIdentity() }
    ],
    [
      'fileIsAt, then mainFinished',
      (main: PostState) => {
        main.fileIsAt('/creds')
        main.mainFinished()
      },
      { creds: '/creds', finished: true }
    ],
    [
      'clrRuns',
      (main: PostState) => {
        main.clrRuns(process.pid)
      },
      { clr: ownIdentity() }
    ],
    [
      'areUsedUp',
      (main: PostState) => {
        main.areUsedUp(['f1', 'f2'])
      },
      { usedUp: ['f1', 'f2'] }
    ],
    [
      'storing',
      (main: PostState) => {
        main.storing()
      },
      { stored: UNKNOWN_CONTENT }
    ],
    [
      'storing, then storedPair',
      (main: PostState) => {
        main.storing()
        main.storedPair('f2')
      },
      { stored: holdsPair('f2') }
    ],
    [
      'deliveredPair',
      (main: PostState) => {
        main.deliveredPair('f2')
      },
      { delivered: 'f2' }
    ],
    [
      'sawSecret',
      (main: PostState) => {
        main.sawSecret('s1', HISTORY)
      },
      { secretSeen: { secret: 's1', facts: HISTORY } }
    ],
    [
      'fetchedKey',
      (main: PostState) => {
        main.fetchedKey('s1', KEY)
      },
      { secretKey: { secret: 's1', facts: { secret: 's1', ...KEY } } }
    ],
    [
      'sawReaders',
      (main: PostState) => {
        main.sawReaders('s1', READERS)
      },
      { secretVisibilities: { secret: 's1', facts: { secret: 's1', byName: Object.fromEntries(READERS) } } }
    ]
  ])('is what main saved by %s, and main knows it at once, too', (_name, save, known) => {
    const { main, post } = saved(save)
    expect(post).toEqual({ ...NOTHING, ...known })
    expect(main).toEqual(post)
  })

  it('is the last of several values', () => {
    const { post } = saved(main => {
      main.storedPair('f1')
      main.storedPair('f2')
    })
    expect(post.stored).toEqual(holdsPair('f2'))
  })

  it.each(['', '{', 'null', '[]', '"x"', '{"firstMs":1,"own":[]}', '{"secret":"s1","firstMs":"x"}'])(
    'is nothing about a secret if the text is %j',
    text => {
      const { known } = PostState.read({ STATE_secretSeen: text })
      expect(known.secretSeen).toBeNull()
    }
  )
})

describe('the order in which main saves', () => {
  it('puts what the secret holds before the note that the file is made, so a kill in between loses no new pair', () => {
    const { entries } = saved(main => {
      main.placing(holdsPair('f1'))
    })
    expect(entries).toEqual([
      ['stored', 'f1'],
      ['placed', 'true']
    ])
  })

  it('is reversed if the file could not be placed', () => {
    const { entries } = saved(main => {
      main.notPlaced()
    })
    expect(entries).toEqual([
      ['placed', 'false'],
      ['stored', '']
    ])
  })
})

describe('a GITHUB_STATE that can’t be written', () => {
  it.each([
    [{}, 'GITHUB_STATE is not set'],
    [{ GITHUB_STATE: '' }, 'GITHUB_STATE is not set'],
    [{ GITHUB_STATE: '/nowhere/at/all' }, 'GITHUB_STATE names a file that does not exist'],
    [{ GITHUB_STATE: '/dev/full' }, 'GITHUB_STATE cannot be written (ENOSPC)']
  ])('does not stop main, which gets the cause: %j', (env, why) => {
    expect(PostState.begin(env, false).fileIsAt('x')).toBe(why)
  })

  it.each([
    ['fileIsAt', (main: PostState) => main.fileIsAt('/c')],
    [
      'beganWith',
      (main: PostState) => {
        main.beganWith('a1 ')
      }
    ],
    [
      'loginNeedsNoStoring',
      (main: PostState) => {
        main.loginNeedsNoStoring('f1')
      }
    ],
    [
      'placing',
      (main: PostState) => {
        main.placing(NO_SECRET)
      }
    ]
  ])('makes main refuse creds-json, and the message says why: %s', (_name, save) => {
    const refusal = refusalOf(() => {
      save(PostState.begin({}, true))
    })
    expect(refusal.reason).toBe('creds-not-writable')
    expect(refusal.message).toMatch(/^GITHUB_STATE is not set, so the file made from creds-json could not be removed/)
    expect(() => {
      save(PostState.begin({}, false))
    }).not.toThrow()
  })

  it('does not stop main after creds-json has been placed', () => {
    const main = PostState.begin({}, true)
    expect(() => {
      main.secretHolds(UNKNOWN_CONTENT)
      main.notPlaced()
      main.clrRuns(process.pid)
      main.areUsedUp(['f1'])
      main.storing()
      main.storedPair('f2')
      main.deliveredPair('f2')
      main.sawSecret('s1', HISTORY)
      main.fetchedKey('s1', KEY)
      main.sawReaders('s1', READERS)
    }).not.toThrow()
  })

  it('gets no part of an entry that does not fit: the runner would then pass on nothing', () => {
    using temp = new TempFolder()
    const state = temp.write('state', '')
    PostState.begin({ GITHUB_STATE: state }, false).fileIsAt('x'.repeat(400))
    const before = temp.text('state')
    const source = `import { PostState } from './src/action/post-state.ts'
      console.log(PostState.begin({ GITHUB_STATE: ${JSON.stringify(state)} }, false).fileIsAt('y'.repeat(200)))`
    const command = ['-c', 'ulimit -f 1; exec "$@"', 'sh', process.execPath, '--import', 'tsx', '--input-type=module']
    const child = spawnSync('/bin/sh', [...command, '--eval', source], { encoding: 'utf8', cwd: ROOT })
    expect(child.stdout).toBe('GITHUB_STATE cannot be written (EFBIG)\n')
    expect(temp.text('state')).toBe(before)
  })
})

describe('docs/how-it-works.md', () => {
  it('has a row for each value, in the order of the type', () => {
    const document = readFileSync(path.join(ROOT, 'docs/how-it-works.md'), 'utf8')
    const [, section = ''] = /^## What `post` knows\n([^]*?)\n## /m.exec(document) ?? []
    const named = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
    expect(named).toEqual(Object.keys(NOTHING))
  })
})
