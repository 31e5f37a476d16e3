import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { BUNDLES } from '../script/sources.js'
import { isJsonObject, type JsonObject } from '../src/core/json.js'
import { objectFrom, parseObject } from '../testing/json-object.js'
import { ROOT } from '../testing/paths.js'
import { readRepositoryFile, readYaml } from '../testing/repository-files.js'

const FORMS = readdirSync(path.join(ROOT, '.github/ISSUE_TEMPLATE')).filter(name => name !== 'config.yml')

/** The questions of an issue form, in order. */
function questionsOf(form: string): readonly JsonObject[] {
  return list(readYaml(`.github/ISSUE_TEMPLATE/${form}`).body).filter(({ type }) => type !== 'markdown')
}

/** The objects in a list. */
function list(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.map(item => objectFrom(item)) : []
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(item => String(item)) : []
}

describe('the form for a bug', () => {
  const questions = questionsOf('bug.yml')

  it('asks for the reason, all versions and the log with trace', () => {
    const wanted = ['reason', 'clr-refresh-version', 'claude-version', 'system', 'call', 'log']
    expect(questions.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted))
    const log = questions.find(({ id }) => id === 'log')
    expect(objectFrom(log?.attributes).description).toMatch(/`trace: true`[^]*`--trace`/)
  })

  it('accepts a report about a document, which has no run: only what every report can answer is required', () => {
    const required = questions.filter(({ validations }) => isJsonObject(validations) && validations.required === true)
    expect(required.map(({ id }) => id)).toEqual(['reason', 'what', 'where', 'clr-refresh-version'])
    const where = questions.find(({ id }) => id === 'where')
    expect(texts(objectFrom(where?.attributes).options)).toContain('nowhere: a document is wrong')
  })

  it('asks first for the promise that there is no token in it', () => {
    const { type, attributes } = objectFrom(questions[0])
    const { description, options } = objectFrom(attributes)
    expect(type).toBe('checkboxes')
    expect(description).toMatch(/^Never paste a token/)
    expect(list(options)).toEqual([expect.objectContaining({ required: true })])
  })
})

it('there is a form for a question, since GitHub offers no blank issue', () => {
  expect(readYaml('.github/ISSUE_TEMPLATE/config.yml').blank_issues_enabled).toBe(false)
  expect(FORMS).toContain('question.yml')
})

it.each(FORMS)('the form %s has what GitHub asks of a form', form => {
  const { name, description } = readYaml(`.github/ISSUE_TEMPLATE/${form}`)
  const ids = questionsOf(form).map(({ id }) => id)
  expect([typeof name, typeof description]).toEqual(['string', 'string'])
  expect(new Set(ids).size).toBe(ids.length)
  for (const { type, attributes } of questionsOf(form)) {
    expect(type).toMatch(/^(?:checkboxes|dropdown|input|textarea)$/)
    expect(objectFrom(attributes).label).toMatch(/\w/)
  }
})

describe('Dependabot', () => {
  const updates = list(readYaml('.github/dependabot.yml').updates)
  const npm = objectFrom(updates.find(update => update['package-ecosystem'] === 'npm'))
  const dependencies = Object.keys(objectFrom(parseObject(readRepositoryFile('package.json')).devDependencies))
  const installed = Object.keys(objectFrom(parseObject(readRepositoryFile('package-lock.json')).packages)).map(folder =>
    folder.replace(/^.*node_modules\//, '')
  )

  it('waits a week at least before it takes a new version', () => {
    const days = updates.map(({ cooldown }) => Number(objectFrom(cooldown)['default-days']))
    expect(updates.map(update => update['package-ecosystem'])).toEqual(['npm', 'github-actions', 'pip'])
    expect(Math.min(...days)).toBeGreaterThanOrEqual(7)
  })

  it('leaves only packages alone that exist, among them the pinned ones and the CLI', () => {
    const ignored = list(npm.ignore).map(entry => String(entry['dependency-name']))
    expect(ignored.filter(pattern => !installed.some(name => asRegExp(pattern).test(name)))).toEqual([])
    expect(ignored).toEqual(expect.arrayContaining(['@anthropic-ai/*', 'claude-2.1.112', 'node20']))
  })

  it('has one group for exactly those packages that are part of dist', () => {
    const patterns = texts(objectFrom(objectFrom(npm.groups)['in-dist']).patterns)
    const isMatch = (name: string): boolean => patterns.some(pattern => asRegExp(pattern).test(name))
    expect(dependencies.filter(isMatch)).toEqual(dependencies.filter(name => packagesInDist().has(name)))
  })
})

/** The names of all packages whose licences are in dist. */
function packagesInDist(): ReadonlySet<string> {
  const files = BUNDLES.map(bundle => readFileSync(path.join(ROOT, 'dist', bundle, 'licenses.txt'), 'utf8'))
  return new Set(files.flatMap(text => text.split(/^-{40,}$/m).map(part => part.trim().split('\n')[0] ?? '')))
}

/** A pattern of Dependabot, in which only `*` has a meaning. */
function asRegExp(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '.*')}$`)
}
