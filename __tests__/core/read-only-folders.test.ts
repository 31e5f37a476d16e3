import { chmodSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../src/core/work-folder.js'
import { writeLineage } from '../../src/core/write-back/lineage.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { NODE20, NODE24 } from '../../testing/paths.js'
import { NEW_PAIR, OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { TestHome, WORK_FOLDER, type ClrRun } from '../../testing/test-home.js'

/** Root can write to a folder of any mode: as root, these tests run `clr` as `nobody`. */
const ORDINARY_USER = process.getuid?.() === 0 ? 65_534 : undefined

const WRITE_BACK_FAILED = { exitCode: 1, report: { reason: 'write-back-failed' } }

/** A login of an ordinary user, whose folders become read-only while `claude` refreshes it. */
class ReadOnlyHome extends TestHome {
  readonly workFolder = this.at(WORK_FOLDER)

  constructor(private readonly node: string) {
    super()
  }

  /** Refreshes; before `claude` stores the new pair, these folders become read-only, and the file gets another text, if one is given. */
  refreshInto(folders: readonly string[], LC_MEANWHILE?: string): Promise<ClrRun> {
    return this.#run('refresh', { LC_READ_ONLY: folders.join(':'), LC_MEANWHILE })
  }

  /** Makes the folders writable again, and runs `clr recover`. */
  recover(): Promise<ClrRun> {
    this.#makeWritable()
    return this.#run('recover')
  }

  record(pair: string): void {
    writeLineage(WorkFolder.open(findCredentialsFile(this.creds)), { isFileMade: true, pairs: [pair] })
  }

  get recordedPairs(): unknown {
    return parseObject(this.text(`${WORK_FOLDER}/lineage.json`)).pairs
  }

  override [Symbol.dispose](): void {
    this.#makeWritable()
    super[Symbol.dispose]()
  }

  #run(command: string, env: NodeJS.ProcessEnv = {}): Promise<ClrRun> {
    const options = { claude: 'makes-folders-read-only', env, node: this.node }
    if (ORDINARY_USER === undefined) return this.clr([command, '--json'], options)
    const names = readdirSync(this.path, { recursive: true, encoding: 'utf8' })
    for (const name of ['', ...names]) chownSync(this.at(name), ORDINARY_USER, ORDINARY_USER)
    return this.clr([command, '--json'], { ...options, uid: ORDINARY_USER })
  }

  #makeWritable(): void {
    for (const folder of [this.at('.claude'), this.workFolder]) if (existsSync(folder)) chmodSync(folder, 0o700)
  }
}

/** The file that holds the new pair, according to the message of a report or a warning in it. */
function fileNamedIn({ report }: ClrRun): string {
  const { message, warnings } = objectFrom(report)
  return /\/\S+\.clr\/[\w./-]+/.exec(`${String(message)} ${String(warnings)}`)?.[0] ?? ''
}

function documentIn(file: string): unknown {
  return parseObject(readFileSync(file, 'utf8'))
}

// What differs is a folder that can't be removed: Node 24 removes what is in it all the same.
describe.each([
  ['Node 20', NODE20],
  ['Node 24', NODE24]
])('on %s, a new pair that cannot be written to the file or beside it', (_version, node) => {
  it('stays where claude stored it, in the file that the message names, until the next run puts it back', async () => {
    using home = new ReadOnlyHome(node)
    const run = await home.refreshInto([home.at('.claude'), home.workFolder])
    expect(run).toMatchObject(WRITE_BACK_FAILED)
    expect(home.login).toMatchObject(OLD_PAIR)
    expect(path.relative(home.workFolder, fileNamedIn(run))).toMatch(/^home-/)
    expect(documentIn(fileNamedIn(run))).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect(await home.recover()).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('stays together with the tokens of other services', async () => {
    using home = new ReadOnlyHome(node)
    const run = await home.refreshInto([home.at('.claude'), home.workFolder])
    expect(documentIn(fileNamedIn(run))).toMatchObject({
      claudeAiOauth: NEW_PAIR,
      mcpOAuth: { other: { accessToken: 'test-other' } }
    })
  })

  it('goes into a rescue file at the next run if the file now holds a different login', async () => {
    using home = new ReadOnlyHome(node)
    const run = await home.refreshInto([home.workFolder], sampleText(OTHER_PAIR))
    expect(run).toMatchObject(WRITE_BACK_FAILED)
    expect(documentIn(fileNamedIn(run))).toMatchObject({ claudeAiOauth: NEW_PAIR })
    const next = await home.recover()
    expect(next).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
    expect(home.login).toMatchObject(OTHER_PAIR)
    expect(path.relative(home.workFolder, fileNamedIn(next))).toMatch(/^rescue-/)
    expect(documentIn(fileNamedIn(next))).toMatchObject({ claudeAiOauth: NEW_PAIR })
  })
})

describe('a new pair of a login from creds-json', () => {
  const OLD = fingerprint(OLD_PAIR)

  it('is written back even if it cannot be recorded', async () => {
    using home = new ReadOnlyHome(NODE20)
    home.record(OLD)
    const run = await home.refreshInto([home.workFolder])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(home.recordedPairs).toEqual([OLD])
  })

  it('is recorded even if it cannot be written back', async () => {
    using home = new ReadOnlyHome(NODE20)
    home.record(OLD)
    const run = await home.refreshInto([home.at('.claude')])
    expect(run).toMatchObject(WRITE_BACK_FAILED)
    expect(documentIn(fileNamedIn(run))).toMatchObject({ claudeAiOauth: NEW_PAIR })
    expect(home.recordedPairs).toEqual([OLD, fingerprint(NEW_PAIR)])
  })
})
