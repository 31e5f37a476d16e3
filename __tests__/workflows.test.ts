import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { isJsonObject, type JsonObject } from '../src/core/json.js'
import { objectFrom } from '../testing/json-object.js'
import { ROOT } from '../testing/paths.js'
import { readRepositoryFile, readYaml } from '../testing/repository-files.js'

const OURS = filesIn('.github/workflows')
const EXAMPLES = filesIn('examples')

/** Third-party actions whose commit could not be read from their own repository, each with the reason: they stay at a tag. */
const UNPROVEN: Readonly<Record<string, string>> = {}

/** What runs code of a dependency, in a shell step: package managers, what they install, and what runs all of that. */
const DEPENDENCIES =
  /\b(?:npm|npx|pnpm|yarn|bun|deno|node_modules|tsx|jest|pip|pipx|uvx?)\b|\bgo (?:run|install)\b|\.ci\/run\b/

/** A line that uses an action of somebody else: `owner/name[/path]@ref`, and the comment behind it. */
interface Use {
  readonly repository: string
  readonly ref: string
  readonly comment: string
}

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(path.join(ROOT, folder)).filter(name => name.endsWith('.yml'))
  return names.map(name => `${folder}/${name}`)
}

/** The third-party actions of a workflow, as its text has them: a parser would drop the comments. */
function usesIn(name: string): readonly Use[] {
  const lines = readRepositoryFile(name).matchAll(/^ *(?:- )?uses: ([\w-]+\/[\w-]+)[\w./-]*@(\S+)(?: # (.*))?$/gm)
  const uses = Array.from(lines, ([, repository = '', ref = '', comment = '']) => ({ repository, ref, comment }))
  return uses.filter(({ repository }) => repository !== 'org/clr-refresh')
}

function jobsOf(name: string): readonly (readonly [string, JsonObject])[] {
  return Object.entries(objectFrom(readYaml(name).jobs)).map(([id, job]) => [id, objectFrom(job)])
}

function stepsOf(job: JsonObject): readonly JsonObject[] {
  return Array.isArray(job.steps) ? job.steps.map(objectFrom) : []
}

function usedBy(value: JsonObject): readonly string[] {
  return typeof value.uses === 'string' ? [value.uses] : []
}

describe.each([...OURS, ...EXAMPLES])('%s', name => {
  it('pins each third-party action to a commit, with its version in a comment', () => {
    const loose = usesIn(name).filter(({ repository }) => UNPROVEN[repository] === undefined)
    for (const { ref, comment } of loose) {
      expect(ref).toMatch(/^[0-9a-f]{40}$/)
      expect(comment).toMatch(/^v\d+\.\d+\.\d+$/)
    }
    const all = jobsOf(name).flatMap(([, job]) => [job, ...stepsOf(job)].flatMap(usedBy))
    const foreign = all.filter(used => !used.startsWith('org/clr-refresh') && !used.startsWith('./'))
    expect(usesIn(name)).toHaveLength(foreign.length) // no line was missed
  })

  it('begins with a comment that says what it is for', () => {
    expect(readRepositoryFile(name)).toMatch(/^# \w/)
  })

  it('grants no permissions by default, and each job only those that it names', () => {
    expect(readYaml(name).permissions).toEqual({})
    const granted = jobsOf(name).map(([, { permissions }]) => permissions)
    for (const permissions of granted) expect(permissions === undefined || isJsonObject(permissions)).toBe(true)
  })
})

it('every action is used in one version only', () => {
  const versions = new Map<string, Set<string>>()
  for (const { repository, ref, comment } of [...OURS, ...EXAMPLES].flatMap(usesIn)) {
    versions.set(repository, (versions.get(repository) ?? new Set()).add(`${ref} ${comment}`))
  }
  expect([...versions.values()].filter(({ size }) => size > 1)).toEqual([])
  expect([...versions.keys()]).toContain('actions/checkout')
})

it('a newer run of CI takes the place of an older one only in a pull request: a release needs one for each commit', () => {
  const { group } = objectFrom(readYaml('.github/workflows/ci.yml').concurrency)
  expect(group).toBe("ci-${{ github.event_name == 'pull_request' && github.ref || github.run_id }}")
})

it('the canary counts a step that takes too long as a failure, since a job that does is `cancelled`', () => {
  const job = objectFrom(objectFrom(readYaml('.github/workflows/canary.yml').jobs)['newest-cli'])
  const limits = stepsOf(job).flatMap(({ run, 'timeout-minutes': limit }) =>
    String(run).startsWith('npm run test:') ? [Number(limit)] : []
  )
  expect(limits).toHaveLength(2)
  expect(limits.reduce((sum, limit) => sum + limit)).toBeLessThan(Number(job['timeout-minutes']))
})

it('a job that may write runs no code of a dependency', () => {
  const writing = OURS.flatMap(jobsOf).filter(([, job]) =>
    Object.values(objectFrom(job.permissions ?? {})).includes('write')
  )
  expect(writing.map(([id]) => id)).toEqual(expect.arrayContaining(['draft', 'publish', 'issue']))
  for (const [, job] of writing) {
    for (const { run } of stepsOf(job)) expect(run ?? '').not.toMatch(DEPENDENCIES)
  }
})
