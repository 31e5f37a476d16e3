import { chmodSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../src/core/work-folder.js'
import { writeLineage } from '../../src/core/write-back/lineage.js'
import { TestHome, type ClrRun } from '../../testing/test-home.js'
import { objectFrom, parseObject } from '../../testing/json-object.js'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'
import { NODE20, NODE24 } from '../../testing/paths.js'

const OTHER_PAIR = { accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' }

/** No mode keeps root from writing: as root, `clr` runs as `nobody` here. */
const ORDINARY_USER = process.getuid?.() === 0 ? 65_534 : undefined

/** They differ in what they do to a folder that they can't remove: Node 24 empties it all the same. */
const NODES = [
  ['Node 20', NODE20],
  ['Node 24', NODE24]
] as const

/** A login of an ordinary user, whose folders become read-only while `claude` refreshes it. */
class ReadOnlyHome extends TestHome {
  readonly workFolder = `${this.creds}.clr`

  constructor(private readonly node: string) {
    super()
  }

  /** Refreshes; these folders are read-only before the new pair is there, and the file holds another text, if one is given. */
  refreshInto(folders: readonly string[], meanwhile?: string): Promise<ClrRun> {
    const env = { LC_READ_ONLY: folders.join(':'), ...(meanwhile === undefined ? {} : { LC_MEANWHILE: meanwhile }) }
    return this.run(['refresh', '--json'], env)
  }

  /** Makes the folders writable again, and lets the next run recover. */
  recover(): Promise<ClrRun> {
    this.makeWritable()
    return this.run(['recover', '--json'])
  }

  placeOnRecord(pair: string): void {
    writeLineage(WorkFolder.open(findCredentialsFile(this.creds)), { isFileMade: true, pairs: [pair] })
  }

  get pairsOnRecord(): unknown {
    return parseObject(readFileSync(path.join(this.workFolder, 'lineage.json'), 'utf8')).pairs
  }

  override [Symbol.dispose](): void {
    this.makeWritable()
    super[Symbol.dispose]()
  }

  private run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<ClrRun> {
    const options = { claude: 'makes-folders-read-only', env, node: this.node }
    if (ORDINARY_USER === undefined) return this.clr(args, options)
    for (const entry of [this.path, ...this.entries]) chownSync(entry, ORDINARY_USER, ORDINARY_USER)
    return this.clr(args, { ...options, uid: ORDINARY_USER })
  }

  private makeWritable(): void {
    for (const folder of [this.at('.claude'), this.workFolder]) if (existsSync(folder)) chmodSync(folder, 0o700)
  }

  private get entries(): readonly string[] {
    return readdirSync(this.path, { recursive: true, encoding: 'utf8' }).map(name => this.at(name))
  }
}

/** The file that a report says the new pair is safe in. */
function safePlaceIn({ report }: ClrRun): string {
  return /\/\S+\.clr\/[\w./-]+/.exec(String(objectFrom(report).message))?.[0] ?? ''
}

function loginIn(file: string): unknown {
  return parseObject(readFileSync(file, 'utf8')).claudeAiOauth
}

describe.each(NODES)('on %s, a new pair that can be written neither to the file nor beside it', (_version, node) => {
  it('stays where claude stored it, the message names that file, and the next run puts it back', async () => {
    using home = new ReadOnlyHome(node)
    const run = await home.refreshInto([home.at('.claude'), home.workFolder])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'write-back-failed' } })
    expect(home.login).toMatchObject(OLD_PAIR)
    expect(path.relative(home.workFolder, safePlaceIn(run))).toMatch(/^home-/)
    expect(loginIn(safePlaceIn(run))).toMatchObject(NEW_PAIR)
    expect(await home.recover()).toMatchObject({ exitCode: 0, report: { reason: 'recovered' } })
    expect([home.login, home.leftovers]).toMatchObject([NEW_PAIR, []])
  })

  it('stays with the other services’ tokens, in the file that the message names', async () => {
    using home = new ReadOnlyHome(node)
    const run = await home.refreshInto([home.at('.claude'), home.workFolder])
    expect(parseObject(readFileSync(safePlaceIn(run), 'utf8'))).toMatchObject({
      claudeAiOauth: NEW_PAIR,
      mcpOAuth: { other: { accessToken: 'test-other' } }
    })
  })

  it('is not forgotten by the next run if another login was put there meanwhile', async () => {
    using home = new ReadOnlyHome(node)
    const run = await home.refreshInto([home.workFolder], sampleText(OTHER_PAIR))
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'write-back-failed' } })
    expect(loginIn(safePlaceIn(run))).toMatchObject(NEW_PAIR)
    const next = await home.recover()
    expect(next).toMatchObject({ exitCode: 0, report: { reason: 'still-valid' } })
    expect(home.login).toMatchObject(OTHER_PAIR)
    expect(path.relative(home.workFolder, safePlaceIn(next))).toMatch(/^rescue-/)
    expect(loginIn(safePlaceIn(next))).toMatchObject(NEW_PAIR)
  })
})

describe('a new pair of credentials that came in by creds-json', () => {
  const [[, node]] = NODES
  const came = fingerprint(OLD_PAIR)

  it('is written back if it can’t be put on record', async () => {
    using home = new ReadOnlyHome(node)
    home.placeOnRecord(came)
    const run = await home.refreshInto([home.workFolder])
    expect(run).toMatchObject({ exitCode: 0, report: { reason: 'refreshed' } })
    expect(home.login).toMatchObject(NEW_PAIR)
    expect(home.pairsOnRecord).toEqual([came])
  })

  it('is put on record if it can’t be written back', async () => {
    using home = new ReadOnlyHome(node)
    home.placeOnRecord(came)
    const run = await home.refreshInto([home.at('.claude')])
    expect(run).toMatchObject({ exitCode: 1, report: { reason: 'write-back-failed' } })
    expect(loginIn(safePlaceIn(run))).toMatchObject(NEW_PAIR)
    expect(home.pairsOnRecord).toEqual([came, fingerprint(NEW_PAIR)])
  })
})
