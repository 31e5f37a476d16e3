import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../src/core/work-folder.js'
import { writeLineage } from '../../src/core/write-back/lineage.js'
import { TestHome, faultAt } from '../../testing/test-home.js'
import { parseObject } from '../../testing/json-object.js'
import { NEW_PAIR, OLD_PAIR, sampleText } from '../../testing/sample-login.js'

const WORK_FOLDER = '.claude/.credentials.json.clr'
const OTHER_PAIR = { accessToken: 'sk-ant-oat01-test-x', refreshToken: 'sk-ant-ort01-test-x' }

/** A login that came in by `creds-json`, with the record of the pairs that it has had. */
class RecordedHome extends TestHome {
  record(pairs: readonly string[]): void {
    writeLineage(WorkFolder.open(findCredentialsFile(this.creds)), { isFileMade: true, pairs })
  }

  get pairs(): unknown {
    return parseObject(this.text(`${WORK_FOLDER}/lineage.json`)).pairs
  }

  rescue(text: string): void {
    this.write(`${WORK_FOLDER}/rescue-20261126T000000Z-${fingerprint(OLD_PAIR)}.json`, text)
  }
}

describe('the record of a login that came in by creds-json', () => {
  it('has a rescued pair that is put back', async () => {
    using home = new RecordedHome()
    home.record([fingerprint(OLD_PAIR)])
    home.rescue(sampleText(NEW_PAIR))
    const run = await home.clr(['recover', '--json'])
    expect([run.report, home.login]).toMatchObject([{ reason: 'recovered' }, NEW_PAIR])
    expect(home.pairs).toEqual([fingerprint(OLD_PAIR), fingerprint(NEW_PAIR)])
  })

  it('has a rescued pair that waits, because another login is in the file', async () => {
    using home = new RecordedHome(sampleText(OTHER_PAIR))
    home.record([fingerprint(OLD_PAIR)])
    home.rescue(sampleText(NEW_PAIR))
    await home.clr(['recover', '--json'])
    expect(home.login).toMatchObject(OTHER_PAIR)
    expect(home.pairs).toEqual([fingerprint(OLD_PAIR), fingerprint(NEW_PAIR)])
  })

  it('has the pair of a run that was killed before it could put it on record', async () => {
    using home = new RecordedHome()
    home.record([fingerprint(OLD_PAIR)])
    const killed = await home.refresh('refreshes', [], faultAt('writeFileSync', '/replacement-lineage.json', 'SIGKILL'))
    expect([killed.exitCode, home.pairs]).toEqual([null, [fingerprint(OLD_PAIR)]])
    const run = await home.clr(['recover', '--json'])
    expect([run.report, home.login]).toMatchObject([{ reason: 'recovered' }, NEW_PAIR])
    expect(home.pairs).toEqual([fingerprint(OLD_PAIR), fingerprint(NEW_PAIR)])
  })

  it('forgets the oldest of 200 pairs for the newest', async () => {
    using home = new RecordedHome()
    const older = Array.from({ length: 199 }, (_, index) => String(index).padStart(64, '0'))
    home.record([...older, fingerprint(OLD_PAIR)])
    expect((await home.refresh('refreshes')).report).toMatchObject({ reason: 'refreshed' })
    expect(home.pairs).toEqual([...older.slice(1), fingerprint(OLD_PAIR), fingerprint(NEW_PAIR)])
  })
})
