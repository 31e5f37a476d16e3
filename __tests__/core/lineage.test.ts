import { describe, expect, it } from '@jest/globals'
import { findCredentialsFile } from '../../src/core/credentials/credentials-path.js'
import { fingerprint } from '../../src/core/credentials/fingerprint.js'
import { WorkFolder } from '../../src/core/work-folder.js'
import { writeLineage } from '../../src/core/write-back/lineage.js'
import { parseObject } from '../../testing/json-object.js'
import { NEW_PAIR, OLD_PAIR, OTHER_PAIR, sampleText } from '../../testing/sample-login.js'
import { faultAt, TestHome, WORK_FOLDER } from '../../testing/test-home.js'

const [OLD, NEW] = [fingerprint(OLD_PAIR), fingerprint(NEW_PAIR)]

/** A login from `creds-json`, with the record of its token pairs so far. */
class RecordedHome extends TestHome {
  record(pairs: readonly string[]): void {
    writeLineage(WorkFolder.open(findCredentialsFile(this.creds)), { isFileMade: true, pairs })
  }

  get pairs(): unknown {
    return parseObject(this.text(`${WORK_FOLDER}/lineage.json`)).pairs
  }
}

describe('the record of a login from creds-json', () => {
  it.each([
    ['is put back', sampleText(), 'recovered', NEW_PAIR],
    ['is kept, because the file holds a different login', sampleText(OTHER_PAIR), 'still-valid', OTHER_PAIR]
  ])('gets the pair of a rescue file that %s', async (_what, text, reason, pair) => {
    using home = new RecordedHome(text)
    home.record([OLD])
    home.writeRescue(sampleText(NEW_PAIR), OLD)
    const run = await home.clr(['recover', '--json'])
    expect([run.report, home.login]).toMatchObject([{ reason }, pair])
    expect(home.pairs).toEqual([OLD, NEW])
  })

  it('gets the pair of a run that was killed before it could record it', async () => {
    using home = new RecordedHome()
    home.record([OLD])
    const killed = await home.refresh('refreshes', [], faultAt('writeFileSync', '/replacement-lineage.json', 'SIGKILL'))
    expect([killed.exitCode, home.pairs]).toEqual([null, [OLD]])
    const run = await home.clr(['recover', '--json'])
    expect([run.report, home.login]).toMatchObject([{ reason: 'recovered' }, NEW_PAIR])
    expect(home.pairs).toEqual([OLD, NEW])
  })

  it('drops the oldest of 200 pairs to make room for the newest', async () => {
    using home = new RecordedHome()
    const older = Array.from({ length: 199 }, (_, index) => String(index).padStart(64, '0'))
    home.record([...older, OLD])
    expect((await home.refresh('refreshes')).report).toMatchObject({ reason: 'refreshed' })
    expect(home.pairs).toEqual([...older.slice(1), OLD, NEW])
  })
})
