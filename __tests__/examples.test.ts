import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { isJsonObject, type JsonObject } from '../src/core/json.js'
import { objectFrom } from '../testing/json-object.js'
import { ROOT } from '../testing/paths.js'
import { readRepositoryFile, readYaml } from '../testing/repository-files.js'

const EXAMPLES = readdirSync(path.join(ROOT, 'examples')).map(name => `examples/${name}`)
const REUSABLE = '.github/workflows/keepalive.yml'

function listFrom(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(objectFrom) : []
}

function jobsOf(workflow: JsonObject): readonly JsonObject[] {
  return Object.values(objectFrom(workflow.jobs)).map(objectFrom)
}

/** The jobs that use a login, since they run the action. */
function jobsWithLogin(workflow: JsonObject): readonly JsonObject[] {
  return jobsOf(workflow).filter(job => listFrom(job.steps).some(({ uses }) => uses === 'org/clr-refresh@v1'))
}

const hasGroup = ({ concurrency }: JsonObject): boolean => typeof concurrency === 'string' && concurrency !== ''

/** A workflow's schedules, each as the fields of its cron line: minute, hour, … */
function schedulesOf(workflow: JsonObject): readonly (readonly string[])[] {
  return listFrom(objectFrom(workflow.on).schedule).map(({ cron }) => String(cron).split(' '))
}

function isSharingAccessToken(workflow: JsonObject): boolean {
  const calls = jobsOf(workflow).flatMap(job => [job, ...listFrom(job.steps)])
  return calls.some(({ with: inputs }) => isJsonObject(inputs) && 'access-token-secret-name' in inputs)
}

describe.each(EXAMPLES)('%s', name => {
  it('grants its jobs no permissions by default', () => {
    expect(readYaml(name).permissions).toEqual({})
  })

  it('never lets two jobs use one login at once', () => {
    const isReusing = jobsOf(readYaml(name)).some(({ uses }) => uses === `org/clr-refresh/${REUSABLE}@v1`)
    const file = isReusing ? REUSABLE : name
    const workflow = readYaml(file)
    expect(jobsWithLogin(workflow)).not.toEqual([])
    expect(jobsWithLogin(workflow).every(job => hasGroup(workflow) || hasGroup(job))).toBe(true)
    expect(readRepositoryFile(file)).not.toMatch(/cancel-in-progress: true/) // a refresh must not be interrupted
  })

  it('runs on a schedule, at a minute when GitHub is less busy', () => {
    const schedules = schedulesOf(readYaml(name))
    expect(schedules).not.toEqual([])
    for (const [minute] of schedules) expect(minute).toMatch(/^(?!0*(0|30)$)[1-5]?\d$/)
  })
})

it('examples run every 6 hours if they share the access token, which is valid for 8, and otherwise once a day', () => {
  const schedules = (isSharing: boolean) =>
    EXAMPLES.map(readYaml)
      .filter(workflow => isSharingAccessToken(workflow) === isSharing)
      .map(workflow => schedulesOf(workflow)[0]?.slice(1).join(' '))
  expect([...new Set(schedules(true))]).toEqual(['*/6 * * *'])
  expect(schedules(false)).not.toEqual([])
  for (const schedule of schedules(false)) expect(schedule).toMatch(/^\d+ \* \* \*$/)
})
