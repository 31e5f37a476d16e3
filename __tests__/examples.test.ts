import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { isJsonObject, type JsonObject } from '../src/core/json.js'
import { objectFrom } from '../testing/json-object.js'
import { ROOT } from '../testing/paths.js'
import { readRepositoryFile, readYaml } from '../testing/repository-files.js'

const EXAMPLES = readdirSync(path.join(ROOT, 'examples'))
  .filter(name => name.endsWith('.yml'))
  .map(name => `examples/${name}`)
const REUSABLE = '.github/workflows/keepalive.yml'

function listFrom(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(objectFrom) : []
}

function jobsOf(workflow: JsonObject): readonly JsonObject[] {
  return Object.values(objectFrom(workflow.jobs)).map(objectFrom)
}

function stepsOf(workflow: JsonObject): readonly JsonObject[] {
  return jobsOf(workflow).flatMap(job => listFrom(job.steps))
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

const NOTICE = 'org/clr-refresh/notice@v1'

/** The names of the outputs of a refresh that the notice needs. */
const NOTICE_OUTPUTS = ['reason', 'login-expires-at', 'login-ends-soon', 'login-command']

/** The workflows that open an issue themselves: examples/reusable.yml lets the reusable workflow do that. */
const WITH_NOTICE = [...EXAMPLES.filter(name => name !== 'examples/reusable.yml'), REUSABLE]

describe.each(WITH_NOTICE)('the notice of %s', name => {
  const workflow = readYaml(name)
  const noticeJobs = jobsOf(workflow).filter(job => listFrom(job.steps).some(({ uses }) => uses === NOTICE))
  const [job = {}] = noticeJobs
  const steps = listFrom(job.steps)
  const notice = steps.find(({ uses }) => uses === NOTICE) ?? {}
  const isInJobOfRefresh = steps.length > 1

  it('is one step, the last of its job', () => {
    expect(noticeJobs).toHaveLength(1)
    expect(steps.at(-1)).toBe(notice)
  })

  it('runs whether the refresh succeeded, failed, was cancelled or was skipped', () => {
    const isDryRunPossible = readRepositoryFile(name).includes('inputs.dry-run ')
    expect((isInJobOfRefresh ? notice : job).if).toBe(
      isDryRunPossible ? '${{ always() && inputs.dry-run != true }}' : '${{ always() }}'
    )
  })

  it('may write issues, and nothing else if it has a job of its own', () => {
    expect(objectFrom(job.permissions)).toEqual({ issues: 'write' })
  })

  it('has an issue of its own, and gets all that it needs for it', () => {
    const { login, result, ...outputs } = objectFrom(notice.with)
    const from = isInJobOfRefresh ? 'steps.refresh' : `needs.${String(job.needs)}`
    const results = isInJobOfRefresh
      ? ['job.status']
      : [`${from}.result`, `${from}.outputs.outcome != 'skipped' && ${from}.outputs.outcome || ${from}.result`]
    expect(login).toMatch(/^claude-login(?:-|$)/)
    expect(results.map(value => `\${{ ${value} }}`)).toContain(result)
    expect(outputs).toEqual(
      Object.fromEntries(NOTICE_OUTPUTS.map(output => [output, `\${{ ${from}.outputs.${output} }}`]))
    )
  })

  it('gets what the first step, the refresh, says about the login', () => {
    const [refreshing = {}] = jobsWithLogin(workflow)
    const outputs = objectFrom(isInJobOfRefresh ? notice.with : refreshing.outputs)
    for (const name of NOTICE_OUTPUTS.slice(1)) expect(outputs[name]).toBe(`\${{ steps.refresh.outputs.${name} }}`)
  })

  it('gets the reason of the step that failed, else that of the refresh', () => {
    const [refreshing = {}] = jobsWithLogin(workflow)
    const ids = listFrom(refreshing.steps).flatMap(({ id, uses }) =>
      uses === 'org/clr-refresh@v1' ? [String(id)] : []
    )
    const failing = ids.filter(id => id !== 'refresh').reverse()
    const alternatives = failing.map(id => `steps.${id}.outcome == 'failure' && steps.${id}.outputs.reason`)
    const expected = [...alternatives, 'steps.refresh.outputs.reason'].join(' || ')
    const reason = objectFrom(isInJobOfRefresh ? notice.with : refreshing.outputs).reason
    expect(reason).toBe(`\${{ ${expected} }}`)
  })
})

it.each([...EXAMPLES, REUSABLE])('%s has no shell step', name => {
  for (const step of stepsOf(readYaml(name))) expect(step).not.toHaveProperty('run')
})

it('the reusable workflow outputs all that its refresh says about the login', () => {
  const { outputs } = objectFrom(objectFrom(readYaml(REUSABLE).on).workflow_call)
  expect(Object.entries(objectFrom(outputs)).map(([name, output]) => [name, objectFrom(output).value])).toEqual(
    ['reason', 'expires-at', ...NOTICE_OUTPUTS.slice(1)].map(name => [name, `\${{ jobs.refresh.outputs.${name} }}`])
  )
})

describe('a dry run', () => {
  const withDryRun = EXAMPLES.filter(name => /^ {6}dry-run:$/m.test(readRepositoryFile(name)))

  it('can be chosen in the simplest examples', () => {
    expect(withDryRun).toEqual(expect.arrayContaining(['examples/keepalive.yml', 'examples/reusable.yml']))
  })

  it.each(withDryRun)('is off by default in %s, and reaches the refresh', name => {
    const workflow = readYaml(name)
    const { inputs } = objectFrom(objectFrom(workflow.on).workflow_dispatch)
    expect(objectFrom(objectFrom(inputs)['dry-run'])).toMatchObject({ type: 'boolean', default: false })
    const calls = jobsOf(workflow).flatMap(job => [job, ...listFrom(job.steps)])
    const passed = calls.map(call => objectFrom(call.with ?? {})['dry-run']).filter(value => value !== undefined)
    expect(passed).toEqual([expect.stringMatching(/^\$\{\{ inputs\.dry-run \|\| '?false'? \}\}$/)])
  })
})

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

describe('examples/many-accounts.yml', () => {
  const { strategy } = objectFrom(objectFrom(readYaml('examples/many-accounts.yml').jobs).keepalive)

  it('takes the names of the environments from a variable, or from its own list', () => {
    const { environment } = objectFrom(objectFrom(strategy).matrix)
    const [, list = ''] =
      /^\$\{\{ fromJSON\(vars\.CLAUDE_ENVIRONMENTS \|\| '(.+)'\) \}\}$/.exec(String(environment)) ?? []
    expect(JSON.parse(list)).toEqual(['claude-anna', 'claude-ben', 'claude-ci'])
  })

  it('runs few jobs at once, and all of them although one fails', () => {
    expect(strategy).toMatchObject({ 'max-parallel': 10, 'fail-fast': false })
  })
})
