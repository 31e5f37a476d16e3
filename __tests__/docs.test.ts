import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { judge } from '../src/action/notice/situation.js'
import { textOf, titleOf } from '../src/action/notice/texts.js'
import { helpText } from '../src/cli/help/help-text.js'
import { statusJson } from '../src/cli/status-json.js'
import { isJsonObject, parseJson } from '../src/core/json.js'
import { DOCS } from '../src/core/project.js'
import { allReasons, outcomeOf } from '../src/core/reasons.js'
import { allStates, alwaysNeedsPerson } from '../src/core/status/file-status.js'
import { objectFrom } from '../testing/json-object.js'
import { declared, readRepositoryFile, readYaml } from '../testing/repository-files.js'
import { TestHome } from '../testing/test-home.js'
import { sampleStatus } from '../testing/sample-status.js'

const README = readRepositoryFile('README.md')
const REFERENCE = readRepositoryFile('docs/reference.md')

/** The cells of the table whose head begins with this cell, without `|` and backticks. */
function table(head: string, text = REFERENCE): readonly (readonly string[])[] {
  const [, rows = ''] = new RegExp(`^\\| ${head} +\\|.*\\n\\| -.*\\n((?:\\|.*\\n)+)`, 'm').exec(text) ?? []
  const cells = (row: string): string[] => row.split('|').slice(1, -1)
  return rows
    .trim()
    .split('\n')
    .map(row => cells(row).map(cell => cell.trim().replace(/`/g, '')))
}

describe('docs/reference.md', () => {
  it('lists every input of action.yml in the same order, with its default', () => {
    const inputs = declared('inputs').map(input => [
      input.name,
      input.name === 'secret-repository' ? 'this one' : input.default
    ])
    expect(table('input').map(row => row.slice(0, 2))).toEqual(inputs)
  })

  it('lists every input of notice/action.yml in the same order, with its default', () => {
    const inputs = declared('inputs', 'notice/action.yml').map(input => [
      input.name,
      input.name === 'github-token' ? "the job's" : input.default
    ])
    expect(table('input of `notice`').map(row => row.slice(0, 2))).toEqual(inputs)
  })

  it('lists every output of action.yml in the same order', () => {
    expect(table('output').map(([name]) => name)).toEqual(declared('outputs').map(({ name }) => name))
  })

  it('shows the issue that the notice opens before the end of a login, with links as emphasis and commands in one line', () => {
    const nowMs = Date.UTC(2026, 11, 24, 8) - 1
    const run = { result: 'success', reason: 'refreshed', loginExpiresAtMs: nowMs + 1, isEndingSoon: true } as const
    const situation = judge(run)
    const links = {
      run: 'https://x.test/run',
      workflow: 'https://x.test/w',
      npxCommand: 'npx github:org/clr-refresh#v1'
    }
    const loginCommand = 'clr login --secret CLAUDE_CREDENTIALS --repo acme/app --env claude'
    const subject = { run, label: 'claude-login', loginCommand, links, secrets: [], nowMs }
    if (situation.kind !== 'trouble') throw new Error('no trouble')
    const text = textOf(situation.trouble, subject)
      .replace(/```sh\n(.*)\n```/g, '`$1`')
      .replace(/\[(.+?)\]\(<.*?>\)/g, '_$1_')
    const [quote = ''] = /(^>.*\n)+/m.exec(REFERENCE) ?? []
    const paragraphs = quote.replace(/^> ?/gm, '').trim().split('\n\n')
    expect(paragraphs.map(paragraph => paragraph.replaceAll('\n', ' '))).toEqual([
      `**${titleOf(situation.trouble, subject)}**`,
      ...text.split('\n\n')
    ])
  })

  it('lists every reason with its exit code', () => {
    const reasons = allReasons().map(reason => [reason, String(outcomeOf(reason).exitCode)])
    expect(table('reason').map(row => row.slice(0, 2))).toEqual(reasons)
  })

  it.each(['refresh', 'login', 'status', 'recover'] as const)(
    'lists every option of `clr %s --help` in the same notation',
    command => {
      const options = [...helpText(command).matchAll(/^ {2,6}((?:-\w, +)?--.+?) {2,}/gm)].map(([, option]) => option)
      expect(table(`option of \`clr ${command}\``).map(([option]) => option)).toEqual(options)
    }
  )
})

describe('the README', () => {
  it.each(['ready', 'refreshed'] as const)('quotes the heading of the summary to expect: %s', reason => {
    expect(README).toContain(`**"✅ ${outcomeOf(reason).title}"**`)
  })

  it('explains `org` once, right below its first use', () => {
    const [first = 0, second = 0] = [...README.matchAll(/\borg\/clr-refresh/g)].map(({ index }) => index)
    const explanations = [...README.matchAll(/`org` stands for the owner/g)].map(({ index }) => index)
    expect(explanations).toHaveLength(1)
    expect(explanations[0]).toBeGreaterThan(first)
    expect(explanations[0]).toBeLessThan(second)
  })

  it('has no comment behind a command, since zsh takes it for arguments', () => {
    const commands = [...README.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, code = '']) => code.split('\n'))
    expect(commands.length).toBeGreaterThan(5)
    expect(commands.filter(line => /(^|\s)#/.test(line))).toEqual([])
  })

  it('has the workflow of examples/keepalive.yml as its quick start, without the notice', () => {
    const [, quickStart = ''] = /```yaml\n(name: [^]*?)```/.exec(README) ?? []
    const { jobs, ...rest } = objectFrom(parse(quickStart))
    const { jobs: exampleJobs, ...exampleRest } = readYaml('examples/keepalive.yml')
    const quickJob = { ...objectFrom(objectFrom(jobs).keepalive), 'timeout-minutes': 75 }
    expect({ ...rest, jobs: { keepalive: quickJob } }).toEqual({
      ...exampleRest,
      jobs: { keepalive: objectFrom(exampleJobs).keepalive }
    })
  })
})

describe('docs/json.md', () => {
  const text = readRepositoryFile('docs/json.md')
  const [, example = ''] = /```json\n([^]*?)```/.exec(text) ?? []

  it('lists every field that `clr refresh --json` really prints, in the same order', async () => {
    using home = new TestHome()
    const { report } = await home.refresh('refreshes')
    expect(table('field', text).map(([field]) => field)).toEqual([...new Set(fieldsIn(report))])
  })

  it.each(['refresh', 'recover'])(
    'has an example with the fields that `clr %s --json` really prints',
    async command => {
      using home = new TestHome()
      const { report } = await home.clr([command, '--json'], { claude: 'refreshes' })
      expect(Object.keys(objectFrom(parseJson(example)))).toEqual(Object.keys(objectFrom(report)))
    }
  )

  it('is where the help says that it is', () => {
    expect(helpText('refresh')).toContain(`${DOCS}/json.md`)
    expect(helpText('recover')).toContain(`${DOCS}/json.md`)
  })
})

describe('docs/status.md', () => {
  const text = readRepositoryFile('docs/status.md')

  it('lists every state with its exit status', () => {
    const states = allStates().map(state => [state, alwaysNeedsPerson(state) ? '1' : '0'])
    expect(table('state', text).map(row => row.slice(0, 2))).toEqual(states)
  })

  it('lists every field that `clr status --json` prints, in the same order', () => {
    const times = { firstAtMs: 0, lastAtMs: 0, nextTryAtMs: 0 }
    const status = sampleStatus({
      rejection: { message: '', count: 1, ...times },
      locks: [{ path: '', holder: 'clr', pid: 1, isElsewhere: false, isAlive: null, sinceMs: null, renewedAtMs: 0 }],
      remains: [{ path: '', kind: 'home', hasNewTokens: null, handledBy: 'person', isNewLogin: false, isTrusted: true }]
    })
    expect(table('field', text).map(([field]) => field)).toEqual(fieldsIn(parseJson(statusJson([status], 0))))
  })
})

/** The paths of all fields in a JSON value: `files[].creds`. */
function fieldsIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(item => fieldsIn(item, `${path}[]`))
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = path === '' ? name : `${path}.${name}`
    return [field, ...fieldsIn(inner, field)]
  })
}

describe('docs/troubleshooting.md', () => {
  it('has a section for every reason that is a failure', () => {
    const titles = [...readRepositoryFile('docs/troubleshooting.md').matchAll(/^### (.+)$/gm)]
    const failures = allReasons().filter(reason => outcomeOf(reason).exitCode !== 0)
    const reasons = titles.flatMap(([, title = '']) => title.replace(/`/g, '').split(', '))
    expect(reasons.sort()).toEqual([...failures].sort())
  })
})

it('docs/act.md shows the workflow with which containers are tested', () => {
  const [, shown = ''] = /```yaml\n([^]*?)```/.exec(readRepositoryFile('docs/act.md')) ?? []
  const tested = readRepositoryFile('testing/act/workflows/mounted-folder.yml')
  expect(shown).toBe(tested.replace(/^#.*\n/, ''))
})
