import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { isJsonObject } from '../../src/core/json.js'
import { JOB_TOKEN, startGitHub, type StandInGitHub } from '../../testing/github/github.js'
import type { Issues } from '../../testing/github/issues.js'

let github: StandInGitHub
let issues: Issues

beforeEach(async () => {
  github = await startGitHub({ tokens: { reader: 'read' } })
  issues = github.issues('acme/app')
})

afterEach(() => github.close())

interface Answer {
  readonly status: number
  readonly body: unknown
}

async function call(method: string, path: string, body?: unknown, token = JOB_TOKEN): Promise<Answer> {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${github.apiUrl}/repos/acme/app/${path}`, { method, headers, ...sent })
  return { status: answer.status, body: await answer.json() }
}

/** The numbers of the issues in a list. */
function numbersIn({ body }: Answer): readonly unknown[] {
  return Array.isArray(body) ? body.map((issue: unknown) => (isJsonObject(issue) ? issue.number : null)) : []
}

describe('the list of issues of the stand-in GitHub', () => {
  beforeEach(() => {
    issues.open({ labels: ['a'] })
    issues.open({ labels: ['a', 'b'], isPullRequest: true })
    issues.open({ labels: ['b'] })
    issues.close(3)
  })

  it('has the newest first, pull requests too, and only open ones by default', async () => {
    expect(numbersIn(await call('GET', 'issues'))).toEqual([2, 1])
    expect(numbersIn(await call('GET', 'issues?state=all'))).toEqual([3, 2, 1])
  })

  it('can be limited to labels, whatever their case, and has pages', async () => {
    expect(numbersIn(await call('GET', 'issues?labels=B&state=all'))).toEqual([3, 2])
    expect(numbersIn(await call('GET', 'issues?labels=a,b&state=all'))).toEqual([2])
    expect(numbersIn(await call('GET', 'issues?state=all&per_page=2&page=2'))).toEqual([1])
  })
})

it('the stand-in GitHub drops the labels of a new issue without a word, if it should', async () => {
  issues.dropsLabels = true
  expect(await call('POST', 'issues', { title: 't', labels: ['a'] })).toMatchObject({
    status: 201,
    body: { labels: [] }
  })
})

it('a label of the stand-in GitHub can be created once, with at most 50 characters', async () => {
  expect(await call('POST', 'labels', { name: 'a', description: 'd' })).toMatchObject({ status: 201 })
  expect(await call('POST', 'labels', { name: 'A' })).toMatchObject({
    status: 422,
    body: { errors: [{ resource: 'Label', code: 'already_exists', field: 'name' }] }
  })
  expect(await call('POST', 'labels', { name: 'x'.repeat(51) })).toMatchObject({ status: 422 })
})

it('a token without the right to write issues can only read them in the stand-in GitHub', async () => {
  issues.open()
  expect(await call('GET', 'issues', undefined, 'reader')).toMatchObject({ status: 200 })
  for (const [method, path] of [
    ['POST', 'issues'],
    ['POST', 'labels'],
    ['PATCH', 'issues/1'],
    ['POST', 'issues/1/comments']
  ] as const) {
    expect(await call(method, path, { title: 't', body: 'b', name: 'n' }, 'reader')).toMatchObject({ status: 403 })
  }
})

it('the stand-in GitHub answers 410 for issues that are turned off', async () => {
  issues.open()
  issues.off = true
  for (const [method, path] of [
    ['GET', 'issues'],
    ['POST', 'issues'],
    ['PATCH', 'issues/1'],
    ['POST', 'issues/1/comments']
  ] as const) {
    expect(await call(method, path, method === 'GET' ? undefined : {})).toMatchObject({ status: 410 })
  }
})
