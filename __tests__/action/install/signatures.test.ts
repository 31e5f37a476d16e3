import { generateKeyPairSync, sign } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { JsonObject } from '../../../src/core/json.js'
import { InstallRunner } from '../../../testing/install-runner.js'
import { objectFrom, parseObject } from '../../../testing/json-object.js'
import { rejectionOf } from '../../../testing/refusal.js'
import {
  CLAUDE_PACKAGE,
  SMALL_VERSION,
  startClaudeRegistry,
  THIS_PLATFORM
} from '../../../testing/registry/claude-package.js'
import type { StandInRegistry } from '../../../testing/registry/registry.js'

const NAME = `${CLAUDE_PACKAGE}-${THIS_PLATFORM}`
/** A day on which a package was published; a day before it, and one after it. */
const THAT_DAY = '2020-03-02T00:00:00.000Z'
const EARLIER = '2020-03-01T00:00:00.000Z'
const LATER = '2020-03-03T00:00:00.000Z'

let registry: StandInRegistry
beforeEach(async () => {
  registry = await startClaudeRegistry('refreshes')
})
afterEach(() => registry.close())

/** The lines of the log about signatures. */
function notesOf({ notes }: InstallRunner): readonly string[] {
  return notes.filter(note => note.includes('signature'))
}

/** Whether the metadata with the dates was asked for. */
function askedForDates(): boolean {
  return registry.requests.some(({ path, headers }) => path.includes('%2f') && headers.accept === 'application/json')
}

describe('the signature of a package', () => {
  it('is checked with the key that the registry serves, without a word in the log', async () => {
    using runner = new InstallRunner(registry)
    await runner.install(SMALL_VERSION)
    expect([notesOf(runner), registry.paths.includes('-/npm/v1/keys'), askedForDates()]).toEqual([[], true, false])
  })

  it.each([
    ['the registry has none', { signatures: 'none' }, 'the npm registry has no signature of it'],
    ['the registry serves no keys', { keys: 'none' }, 'the npm registry serves no keys']
  ] as const)('is not checked if %s, and one line in the log says so', async (_why, settings, why) => {
    Object.assign(registry.settings, settings)
    using runner = new InstallRunner(registry)
    await runner.install(SMALL_VERSION)
    expect(notesOf(runner)).toEqual([`The signature of ${NAME} ${SMALL_VERSION} was not checked: ${why}`])
  })

  it.each([
    [404, '', 'the npm registry serves no keys'],
    [200, '{"keys":[]}', 'the npm registry serves no keys'],
    [401, '', 'the npm registry answered with status 401 when asked for its keys'],
    [403, '', 'the npm registry answered with status 403 when asked for its keys']
  ])(
    'is not checked if the registry answers with %i %s for its keys, and the line says so',
    async (status, body, why) => {
      registry.settings.signatures = 'wrong'
      registry.faults.add({ route: 'keys', fault: { kind: 'status', status, body } })
      using runner = new InstallRunner(registry)
      await runner.install(SMALL_VERSION)
      expect(notesOf(runner)).toEqual([`The signature of ${NAME} ${SMALL_VERSION} was not checked: ${why}`])
    }
  )

  it.each([
    [{ kind: 'status', status: 503 } as const, '-/npm/v1/keys answered with status 503'],
    [{ kind: 'status', status: 429 } as const, '-/npm/v1/keys answered with status 429'],
    [{ kind: 'status', status: 204 } as const, '-/npm/v1/keys answered with status 204'],
    [{ kind: 'status', status: 302 } as const, '-/npm/v1/keys redirects to no valid address'],
    [{ kind: 'status', status: 200, body: '<html>' } as const, '-/npm/v1/keys did not answer with JSON'],
    [{ kind: 'status', status: 200, body: '{"keys":{}}' } as const, ' sent no list of its keys'],
    [{ kind: 'status', status: 200, body: '[]' } as const, ' sent no list of its keys'],
    [{ kind: 'drop' } as const, '-/npm/v1/keys cannot be reached (UND_ERR_SOCKET)']
  ])('ends the installation before the download if the registry fails for its keys: %j', async (fault, sentence) => {
    registry.faults.add({ route: 'keys', fault })
    using runner = new InstallRunner(registry)
    const { reason, message } = await rejectionOf(runner.install(SMALL_VERSION))
    expect([reason, message]).toEqual(['claude-install-failed', expect.stringContaining(sentence)])
    expect([registry.paths.filter(name => name.endsWith('.tgz')), runner.leftovers]).toEqual([[], []])
  })

  it.each([
    ['does not match', { signatures: 'wrong' }, 'that does not match it'],
    ['is by a key that the registry does not list', { keys: 'other' }, 'by a key that the npm registry does not list'],
    [
      'is by a key that had expired before',
      { expires: EARLIER },
      'by a key that had expired when this version was published'
    ],
    ['is by a key with a nonsensical end', { expires: 'soon' }, 'whose key has no valid expiry']
  ] as const)('ends the installation before the download if it %s', async (_why, settings, how) => {
    Object.assign(registry.settings, settings)
    await registry.publish({ name: NAME, version: SMALL_VERSION, files: PROGRAM, publishedAt: THAT_DAY })
    using runner = new InstallRunner(registry)
    const { reason, message, remedy } = await rejectionOf(runner.install(SMALL_VERSION))
    expect([reason, message]).toEqual(['claude-install-failed', `${NAME} ${SMALL_VERSION} has a signature ${how}`])
    expect(remedy).toContain('Do not use this registry')
    expect([registry.paths.filter(name => name.endsWith('.tgz')), runner.leftovers]).toEqual([[], []])
  })

  it('is right if its key has expired since, and the date is asked for', async () => {
    registry.settings.expires = LATER
    await registry.publish({ name: NAME, version: SMALL_VERSION, files: PROGRAM, publishedAt: THAT_DAY })
    using runner = new InstallRunner(registry)
    await runner.install(SMALL_VERSION)
    expect([notesOf(runner), askedForDates()]).toEqual([[], true])
  })

  it('is not trusted if its key has expired and the registry has no dates, and one line in the log says so', async () => {
    registry.settings.expires = LATER
    await registry.publish({ name: NAME, version: SMALL_VERSION, files: PROGRAM, publishedAt: 'unknown' })
    using runner = new InstallRunner(registry)
    await runner.install(SMALL_VERSION)
    expect(notesOf(runner)).toEqual([
      `The signature of ${NAME} ${SMALL_VERSION} was not checked: its key has expired, and the npm registry does not say when this version was published`
    ])
  })

  it('must be by an ECDSA key on P-256, also if another kind of key matches', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const integrity = `sha512-${'A'.repeat(86)}==`
    const sig = sign('sha256', Buffer.from(`${NAME}@${SMALL_VERSION}:${integrity}`), privateKey).toString('base64')
    const dist = { tarball: `${registry.url}x.tgz`, integrity, signatures: [{ keyid: 'SHA256:rsa', sig }] }
    const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    answers('metadata', { name: NAME, 'dist-tags': {}, versions: { [SMALL_VERSION]: { dist } } })
    answers('keys', { keys: [{ keyid: 'SHA256:rsa', key, expires: null }] })
    using runner = new InstallRunner(registry)
    const { message } = await rejectionOf(runner.install(SMALL_VERSION))
    expect(message).toBe(`${NAME} ${SMALL_VERSION} has a signature that does not match it`)
  })

  it('is needed for each of several signatures', async () => {
    const dist = await distOfPlatform()
    const [signature] = Array.isArray(dist.signatures) ? dist.signatures.map(objectFrom) : []
    const signatures = [signature, { ...signature, sig: 'AAAA' }]
    answers('metadata', { versions: { [SMALL_VERSION]: { dist: { ...dist, signatures } } } })
    using runner = new InstallRunner(registry)
    const { message } = await rejectionOf(runner.install(SMALL_VERSION))
    expect(message).toBe(`${NAME} ${SMALL_VERSION} has a signature that does not match it`)
  })

  it('asks for the dates only once, however many signatures are by an expired key', async () => {
    registry.settings.expires = LATER
    await registry.publish({ name: NAME, version: SMALL_VERSION, files: PROGRAM, publishedAt: THAT_DAY })
    const { signatures, ...dist } = await distOfPlatform()
    const [signature] = Array.isArray(signatures) ? signatures.map(objectFrom) : []
    const many = { ...dist, signatures: new Array(5).fill(signature) }
    answers('metadata', { versions: { [SMALL_VERSION]: { dist: many } }, time: { [SMALL_VERSION]: THAT_DAY } })
    using runner = new InstallRunner(registry)
    const before = registry.requests.length
    await runner.resolve(SMALL_VERSION)
    const accepts = registry.requests.slice(before).map(({ headers }) => headers.accept)
    expect(accepts.filter(accept => accept === 'application/json')).toHaveLength(2) // one is for the keys
  })

  it('is checked in a dry run too', async () => {
    registry.settings.signatures = 'wrong'
    using runner = new InstallRunner(registry)
    const { message } = await rejectionOf(runner.resolve(SMALL_VERSION))
    expect(message).toContain('has a signature that does not match it')
  })
})

const PROGRAM = { claude: { content: `#!/bin/sh\necho '${SMALL_VERSION} (Claude Code)'\n`, mode: 0o755 } }

/** Makes the stand-in answer this for the platform's package, or for its keys. */
function answers(route: 'metadata' | 'keys', value: unknown): void {
  const fault = { kind: 'status', status: 200, body: JSON.stringify(value) } as const
  registry.faults.add({ route, fault, ...(route === 'metadata' ? { package: NAME } : {}) })
}

/** What the stand-in says about the platform's package. */
async function distOfPlatform(): Promise<JsonObject> {
  const answer = await fetch(`${registry.url}${NAME.replace('/', '%2f')}`)
  const { versions } = parseObject(await answer.text())
  return objectFrom(objectFrom(objectFrom(versions)[SMALL_VERSION]).dist)
}
