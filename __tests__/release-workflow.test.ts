import { cpSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { writeProgram } from '../testing/fake-gh.js'
import { objectFrom } from '../testing/json-object.js'
import type { Variables } from '../testing/program.js'
import { ReleaseClone } from '../testing/release-clone.js'
import { readYaml } from '../testing/repository-files.js'

const JOBS = objectFrom(readYaml('.github/workflows/release.yml').jobs)

/** What `gh` says in a test. */
interface Answers {
  /** How many runs of CI have passed for the commit. */
  readonly passedRuns?: number
  /** The release of this tag that exists. */
  readonly release?: 'draft' | 'published' | 'none'
  readonly isImmutable?: boolean
}

/** A condition of a step: an output of an earlier step, compared with a word. */
const CONDITION = /^\$\{\{ steps\.(\w+)\.outputs\.(\w+) (==|!=) '(\w+)' \}\}$/

/** Runs the shell steps of the jobs of release.yml, with a `gh` and an `npm` that note their arguments. */
class Workflow extends ReleaseClone {
  constructor({ passedRuns = 1, release = 'none', isImmutable = true }: Answers = {}) {
    super()
    writeProgram(
      this,
      'gh',
      `#!/bin/sh
echo "gh $*" >>'${this.at('calls')}'
case "$1 $2" in
  'run list') echo ${passedRuns} ;;
  'release view') case $(cat '${this.at('state')}') in draft) echo true ;; published) echo false ;; *) exit 1 ;; esac ;;
  'release create') echo draft >'${this.at('state')}' ;;
  'release delete') echo none >'${this.at('state')}' ;;
  'release edit') echo published >'${this.at('state')}' ;;
  'release download') cp '${this.at('temp/release')}'/clr-* '${this.at('temp/release')}/SHA256SUMS' "$5" ;;
  api*) echo ${String(isImmutable)} ;;
esac
`
    )
    writeProgram(this, 'npm', `#!/bin/sh\necho "npm $*" >>'${this.at('calls')}'\n`)
    this.write('calls', '')
    this.write('state', release)
    this.write('outputs', '')
    this.write('temp/draft/.keep', '')
  }

  /** Tags this version on a branch that is pushed, and fetches what a checkout would. */
  tagOn(branch: string, version: string): string {
    const commit = this.tag(version)
    this.git('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`)
    this.git('fetch', '--quiet', 'origin')
    return commit
  }

  /** Runs a job. @returns what it printed, and whether it succeeded */
  async job(name: string, tag: string): Promise<{ readonly isPassed: boolean; readonly output: string }> {
    const { steps, env } = objectFrom(JOBS[name])
    const outputs = new Map<string, string>()
    let output = ''
    for (const { id, if: condition, run, uses, env: own } of (Array.isArray(steps) ? steps : []).map(objectFrom)) {
      if (!isMet(condition, outputs)) continue
      if (String(uses).startsWith('actions/attest@')) this.write('calls', `${this.text('calls')}attest\n`)
      if (String(uses).startsWith('actions/download-artifact@')) {
        cpSync(this.at('temp/release'), this.at('clone/release'), { recursive: true })
      }
      if (typeof run !== 'string') continue
      const ended = await this.start(['bash', '-e', '-c', run], this.#variables(tag, [env, own]))
      output += ended.stdout + ended.stderr
      for (const [, key = '', value = ''] of this.text('outputs').matchAll(/^(\w+)=(.*)$/gm)) {
        outputs.set(`${String(id)}.${key}`, value)
      }
      this.write('outputs', '')
      if (ended.exitCode !== 0) return { isPassed: false, output }
    }
    return { isPassed: true, output }
  }

  get calls(): readonly string[] {
    return this.text('calls').trim().split('\n')
  }

  /** The variables that the workflow declares are fake here, but for those that its shell steps need. */
  #variables(tag: string, declared: readonly unknown[]): Variables {
    const names = declared.flatMap(env => Object.keys(objectFrom(env ?? {})))
    const fakes = Object.fromEntries(names.map((name): [string, string] => [name, 'fake']))
    const ours = { TAG: tag, RUNNER_TEMP: this.at('temp'), GITHUB_OUTPUT: this.at('outputs') }
    return { ...fakes, ...ours, GITHUB_REPOSITORY: 'org/clr-refresh' }
  }
}

/** Whether a step runs; throws if its condition is not one that these tests know. */
function isMet(condition: unknown, outputs: ReadonlyMap<string, string>): boolean {
  if (condition === undefined) return true
  const [whole, id, name, operator, word] = CONDITION.exec(typeof condition === 'string' ? condition : '') ?? []
  if (whole === undefined) throw new Error(`a condition that this test does not know: ${JSON.stringify(condition)}`)
  return ((outputs.get(`${id}.${name}`) ?? '') === word) === (operator === '==')
}

describe('the release workflow', () => {
  it('builds, drafts, checks and publishes a tag, then moves v1', async () => {
    using workflow = new Workflow()
    const commit = workflow.tagOn('main', '1.10.0')
    for (const job of Object.keys(JOBS)) {
      expect(await workflow.job(job, 'v1.10.0')).toMatchObject({ isPassed: true })
    }
    expect(Object.keys(JOBS)).toEqual(['build', 'draft', 'publish'])
    expect(workflow.calls).toEqual([
      expect.stringMatching(new RegExp(`^gh run list .*--workflow ci.yml --commit ${commit} --status success`)),
      'npm ci --no-audit --no-fund',
      'npm run check-dist',
      expect.stringMatching(/^gh release view v1.10.0/),
      'attest',
      'gh release create v1.10.0 --draft --verify-tag --title v1.10.0 --notes-file release/notes.txt release/clr-refresh-v1.10.0.tar.gz release/SHA256SUMS',
      expect.stringMatching(/^gh release download v1.10.0/),
      'gh attestation verify clr-refresh-v1.10.0.tar.gz --repo org/clr-refresh --signer-workflow org/clr-refresh/.github/workflows/release.yml',
      expect.stringMatching(/^gh release view v1.10.0/),
      'gh release edit v1.10.0 --draft=false --latest=true',
      'gh api repos/org/clr-refresh/releases/tags/v1.10.0 --jq .immutable',
      'gh auth setup-git'
    ])
    expect(workflow.text('clone/release/notes.txt')).toContain('- A thing.')
    expect(workflow.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('does not call a patch for an older version the latest release', async () => {
    using workflow = new Workflow()
    workflow.tagOn('main', '1.10.0')
    workflow.tagOn('1.x', '1.1.0')
    for (const job of ['build', 'draft', 'publish']) await workflow.job(job, 'v1.1.0')
    expect(workflow.calls).toContain('gh release edit v1.1.0 --draft=false --latest=false')
  })

  it('calls a release the latest one although its own release candidate has a tag', async () => {
    using workflow = new Workflow()
    workflow.tagOn('main', '1.10.0-rc.1')
    workflow.tagOn('main', '1.10.0')
    for (const job of ['build', 'draft', 'publish']) await workflow.job(job, 'v1.10.0')
    expect(workflow.calls).toContain('gh release edit v1.10.0 --draft=false --latest=true')
  })

  it('refuses a commit that is on no branch for releases', async () => {
    using workflow = new Workflow()
    workflow.tagOn('try-something', '1.10.0')
    const { isPassed, output } = await workflow.job('build', 'v1.10.0')
    expect(isPassed).toBe(false)
    expect(output).toContain('::error::v1.10.0 is not on a release branch')
  })

  it('refuses a commit for which CI has not passed', async () => {
    using workflow = new Workflow({ passedRuns: 0 })
    workflow.tagOn('main', '1.10.0')
    const { isPassed, output } = await workflow.job('build', 'v1.10.0')
    expect(isPassed).toBe(false)
    expect(output).toContain('::error::CI has not passed for')
    expect(workflow.calls).not.toContain('npm ci --no-audit --no-fund')
  })

  it('refuses a version without notes before anything else', async () => {
    using workflow = new Workflow()
    workflow.tagOn('main', '1.9.9')
    expect(await workflow.job('build', 'v1.9.9')).toMatchObject({ isPassed: false })
    expect(workflow.calls).toEqual([''])
  })

  it('replaces the draft of a run that failed', async () => {
    using workflow = new Workflow({ release: 'draft' })
    workflow.tagOn('main', '1.10.0')
    await workflow.job('build', 'v1.10.0')
    expect(await workflow.job('draft', 'v1.10.0')).toMatchObject({ isPassed: true })
    expect(workflow.calls).toEqual(expect.arrayContaining(['gh release delete v1.10.0 --yes', 'attest']))
    expect(workflow.calls.at(-1)).toMatch(/^gh release create v1.10.0 --draft/)
  })

  it('leaves a release as it is that an earlier run has published, and moves only v1', async () => {
    using workflow = new Workflow({ release: 'published' })
    const commit = workflow.tagOn('main', '1.10.0')
    let printed = ''
    for (const job of Object.keys(JOBS)) {
      const { isPassed, output } = await workflow.job(job, 'v1.10.0')
      expect(isPassed).toBe(true)
      printed += output
    }
    expect(workflow.calls.filter(call => /attest$|release (delete|create|edit)/.test(call))).toEqual([])
    expect(printed).toContain('::notice::v1.10.0 is published already')
    expect(printed).not.toContain('::error::')
    expect(workflow.v1).toBe(`${commit} refs/tags/v1`)
  })

  it('publishes no draft whose files are not those that were built', async () => {
    using workflow = new Workflow()
    workflow.tagOn('main', '1.10.0')
    await workflow.job('build', 'v1.10.0')
    workflow.write('temp/release/clr-refresh-v1.10.0.tar.gz', 'another archive')
    expect(await workflow.job('publish', 'v1.10.0')).toMatchObject({ isPassed: false })
    expect(workflow.calls.filter(call => call.includes('release edit'))).toEqual([])
  })

  it('leaves v1 where it is if the release can still be changed', async () => {
    using workflow = new Workflow({ isImmutable: false })
    workflow.tagOn('main', '1.10.0')
    for (const job of ['build', 'draft']) await workflow.job(job, 'v1.10.0')
    const { isPassed, output } = await workflow.job('publish', 'v1.10.0')
    expect(isPassed).toBe(false)
    expect(output).toMatch(/turn on immutable releases .*, then release a new version$/m)
    expect(workflow.v1).toBe('')
    await workflow.job('draft', 'v1.10.0')
    expect(await workflow.job('publish', 'v1.10.0')).toEqual({ isPassed: false, output }) // the same again
  })
})
