import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'

const ROOT = path.resolve(import.meta.dirname, '..')
const EXAMPLES = await readdir(path.join(ROOT, 'examples'))
const REUSABLE = '.github/workflows/keepalive.yml'
const read = (name: string): Promise<string> => readFile(path.join(ROOT, name), 'utf8')

/** The text of a job: from its name to the next line that is indented no deeper. */
function jobsOf(workflow: string): readonly string[] {
  const [, jobs = ''] = /^jobs:\n([^]*)/m.exec(workflow) ?? []
  return jobs.split(/^(?= {2}\w)/m).filter(job => job.trim() !== '')
}

/** The jobs that use a login: those that run the action. */
function jobsWithLogin(workflow: string): readonly string[] {
  return jobsOf(workflow).filter(job => /^ +(?:- )?uses: org\/clr-refresh@v1$/m.test(job))
}

const hasGroup = (text: string, indentation: string): boolean =>
  new RegExp(`^${indentation}concurrency: \\S`, 'm').test(text)

describe.each(EXAMPLES)('examples/%s', name => {
  it('grants its jobs nothing but what each asks for', async () => {
    expect(await read(`examples/${name}`)).toMatch(/^permissions: \{\}$/m)
  })

  it('never lets two jobs use one login at once', async () => {
    const example = await read(`examples/${name}`)
    const isReusing = example.includes(`uses: org/clr-refresh/${REUSABLE}@v1`)
    const workflow = isReusing ? await read(REUSABLE) : example
    expect(jobsWithLogin(workflow)).not.toEqual([])
    const isGrouped = (job: string): boolean => hasGroup(workflow, '') || hasGroup(job, ' {4}')
    expect(jobsWithLogin(workflow).every(isGrouped)).toBe(true)
    expect(workflow).not.toMatch(/cancel-in-progress: true/) // a refresh that is under way must land
  })

  it('runs by a schedule, at a minute when GitHub has less to do', async () => {
    const crons = [...(await read(`examples/${name}`)).matchAll(/^ +- cron: '(\S+) /gm)].map(([, minute]) => minute)
    expect(crons).not.toEqual([])
    for (const minute of crons) expect(minute).toMatch(/^(?!0*(0|30)$)[1-5]?\d$/)
  })
})

describe('the examples', () => {
  it('run every 6 hours where the access token is shared, which lives for 8, and else once a day', async () => {
    const texts = await Promise.all(EXAMPLES.map(name => read(`examples/${name}`)))
    const hours = (isSharing: boolean) =>
      texts
        .filter(text => /^ +access-token-secret-name: /m.test(text) === isSharing)
        .map(text => /- cron: '\S+ (\S+) \* \* \*'/.exec(text)?.[1])
    expect([...new Set(hours(true))]).toEqual(['*/6'])
    expect(hours(false)).not.toEqual([])
    for (const hour of hours(false)) expect(hour).toMatch(/^\d+$/)
  })
})
