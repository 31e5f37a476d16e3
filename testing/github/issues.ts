import { isJsonObject } from '../../src/core/json.js'
import { NOT_FOUND, refusalFor, type ApiAnswer } from './secrets.js'

/** What a token may do with issues and labels. */
export type IssuesAccess = 'write' | 'read' | 'none'

/** One request for the issues or labels of a repository. */
export interface IssuesRequest {
  readonly method: string
  /** Path after the repository: `issues/12/comments`, `labels`. */
  readonly rest: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly token: string
  readonly access: IssuesAccess
}

/** A comment. */
export interface StandInComment {
  /** A later comment has a larger one. */
  readonly id: number
  readonly body: string
  readonly author: Author
}

/** Tokens of jobs and Apps write as a bot, other tokens as the owner; a passer-by has no rights here. */
type Author = 'bot' | 'owner' | 'passer-by'

/** An issue, or a pull request, which GitHub lists among the issues. */
export interface StandInIssue {
  readonly number: number
  title: string
  /** Null if it has none. */
  body: string | null
  state: 'open' | 'closed'
  stateReason: string | null
  labels: readonly string[]
  readonly comments: StandInComment[]
  readonly isPullRequest: boolean
  readonly author: Author
  /** Whether a person has locked the conversation: the stand-in then refuses every comment. */
  isLocked: boolean
}

/** The issues and labels of one repository. A person changes them by the methods, a program by the API. */
export class Issues {
  /** In the order of their numbers. */
  readonly all: StandInIssue[] = []
  /** The descriptions of the labels, by name. */
  readonly labels = new Map<string, string>()
  /** Whether issues are turned off in the settings. `for writes`: as on github.com, the list still answers, without issues. */
  off: boolean | 'for writes' = false
  /** Whether GitHub drops the labels of a new issue without a word, as for a token that may not set them. */
  dropsLabels = false
  #comments = 0

  /** The issue with this number. @throws Error if there is none */
  issue(number: number): StandInIssue {
    const found = this.#find(number)
    if (found === undefined) throw new Error(`the stand-in has no issue #${number}`)
    return found
  }

  /** Opens an issue, or a pull request. Its labels exist from now on. */
  open(
    given: Partial<Pick<StandInIssue, 'title' | 'body' | 'labels' | 'isPullRequest' | 'author'>> = {}
  ): StandInIssue {
    const issue: StandInIssue = {
      number: this.all.length + 1,
      title: '',
      body: null,
      state: 'open',
      stateReason: null,
      labels: [],
      comments: [],
      isPullRequest: false,
      author: 'owner',
      isLocked: false,
      ...given
    }
    for (const label of issue.labels) if (!this.#hasLabel(label)) this.labels.set(label, '')
    this.all.push(issue)
    return issue
  }

  /** Closes an issue. */
  close(number: number, stateReason = 'completed'): void {
    Object.assign(this.issue(number), { state: 'closed', stateReason })
  }

  /** Opens a closed issue again. */
  reopen(number: number): void {
    Object.assign(this.issue(number), { state: 'open', stateReason: 'reopened' })
  }

  /** Locks the conversation of an issue. */
  lock(number: number): void {
    this.issue(number).isLocked = true
  }

  /** Changes the title, the body or the labels of an issue. */
  edit(number: number, changes: Partial<Pick<StandInIssue, 'title' | 'body' | 'labels'>>): void {
    Object.assign(this.issue(number), changes)
  }

  /** Adds a comment. */
  comment(number: number, body: string, author: StandInComment['author'] = 'owner'): StandInComment {
    this.#comments += 1
    const comment = { id: this.#comments, body, author }
    this.issue(number).comments.push(comment)
    return comment
  }

  /**
   * Answers as GitHub does: https://docs.github.com/en/rest/issues/issues, https://docs.github.com/en/rest/issues/comments,
   * https://docs.github.com/en/rest/issues/labels
   */
  answer(request: IssuesRequest): ApiAnswer {
    const { method, rest, token, access } = request
    if (access === 'none' || (access === 'read' && method !== 'GET')) return refusalFor(token)
    if (rest === 'labels') return method === 'POST' ? this.#createLabel(request.body) : NOT_FOUND
    if (this.off === true || (this.off !== false && method !== 'GET')) return OFF
    if (rest === 'issues') return method === 'POST' ? this.#createIssue(request) : this.#list(request.query)
    const [, number, comments] = /^issues\/(\d+)(\/comments)?$/.exec(rest) ?? []
    const issue = this.#find(Number(number))
    if (issue === undefined) return NOT_FOUND
    if (comments !== undefined) return this.#answerComments(issue, request)
    if (method === 'PATCH') return this.#update(issue, request.body)
    return method === 'GET' ? { status: 200, body: asJson(issue) } : NOT_FOUND
  }

  #find(number: number): StandInIssue | undefined {
    return this.all.find(issue => issue.number === number)
  }

  #hasLabel(name: string): boolean {
    return [...this.labels.keys()].some(label => isSameLabel(label, name))
  }

  #list(query: URLSearchParams): ApiAnswer {
    const labels = (query.get('labels') ?? '').split(',').filter(label => label !== '')
    const state = query.get('state') ?? 'open'
    const found = this.all
      .filter(issue => issue.isPullRequest || this.off === false)
      .filter(issue => state === 'all' || issue.state === state)
      .filter(issue => labels.every(label => issue.labels.some(own => isSameLabel(own, label))))
    return { status: 200, body: pageOf(found.reverse().map(asJson), query) }
  }

  #createIssue({ body: sent, token }: IssuesRequest): ApiAnswer {
    const { title, body, labels } = isJsonObject(sent) ? sent : {}
    if (typeof title !== 'string' || title === '') return invalid('Issue', 'missing_field', 'title')
    if (isTooLong(body)) return invalid('Issue', 'custom', 'body')
    const wanted = this.dropsLabels || !Array.isArray(labels) ? [] : labels.map(String)
    if (wanted.some(isBadLabel)) return invalid('Label', 'invalid', 'name')
    const issue = this.open({
      title,
      body: typeof body === 'string' ? body : null,
      labels: wanted,
      author: authorOf(token)
    })
    return { status: 201, body: asJson(issue) }
  }

  #update(issue: StandInIssue, sent: unknown): ApiAnswer {
    const { title, body, state, state_reason: reason } = isJsonObject(sent) ? sent : {}
    if (isTooLong(body)) return invalid('Issue', 'custom', 'body')
    if (state !== undefined && state !== 'open' && state !== 'closed') return invalid('Issue', 'invalid', 'state')
    if (typeof title === 'string') issue.title = title
    if (typeof body === 'string') issue.body = body
    if (state === 'closed') this.close(issue.number, typeof reason === 'string' ? reason : 'completed')
    if (state === 'open' && issue.state === 'closed') this.reopen(issue.number)
    return { status: 200, body: asJson(issue) }
  }

  #answerComments(
    { number, comments, isLocked }: StandInIssue,
    { method, query, body: sent, token }: IssuesRequest
  ): ApiAnswer {
    if (method === 'GET') return { status: 200, body: pageOf(comments.map(commentAsJson), query) }
    if (method !== 'POST') return NOT_FOUND
    if (isLocked) return LOCKED
    const { body } = isJsonObject(sent) ? sent : {}
    if (typeof body !== 'string' || body === '' || isTooLong(body)) return invalid('IssueComment', 'custom', 'body')
    const comment = this.comment(number, body, authorOf(token))
    return { status: 201, body: commentAsJson(comment) }
  }

  #createLabel(sent: unknown): ApiAnswer {
    const { name, description = '' } = isJsonObject(sent) ? sent : {}
    if (typeof name !== 'string' || isBadLabel(name)) return invalid('Label', 'invalid', 'name')
    if (typeof description !== 'string' || description.length > 100) return invalid('Label', 'invalid', 'description')
    if (this.#hasLabel(name)) return invalid('Label', 'already_exists', 'name')
    this.labels.set(name, description)
    return { status: 201, body: { name, description } }
  }
}

const OFF: ApiAnswer = { status: 410, body: { message: 'Issues has been disabled in this repository.' } }

const LOCKED: ApiAnswer = { status: 403, body: { message: 'Unable to create comment because issue is locked.' } }

function authorOf(token: string): Author {
  return token.startsWith('ghs_') ? 'bot' : 'owner'
}

function asJson({ isPullRequest, ...issue }: StandInIssue): Readonly<Record<string, unknown>> {
  const { number, title, body, state, stateReason, labels, comments, author, isLocked } = issue
  return {
    number,
    title,
    body,
    state,
    state_reason: stateReason,
    labels: labels.map(name => ({ name })),
    comments: comments.length,
    locked: isLocked,
    ...authorAsJson(author),
    ...(isPullRequest ? { pull_request: {} } : {})
  }
}

function commentAsJson({ id, body, author }: StandInComment): Readonly<Record<string, unknown>> {
  return { id, body, ...authorAsJson(author) }
}

function authorAsJson(author: Author): Readonly<Record<string, unknown>> {
  const type = author === 'bot' ? 'Bot' : 'User'
  return { user: { login: author, type }, author_association: author === 'owner' ? 'OWNER' : 'NONE' }
}

/** GitHub's pages: 30 entries by default, 100 at most. */
function pageOf<T>(entries: readonly T[], query: URLSearchParams): readonly T[] {
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const start = (Number(query.get('page') ?? 1) - 1) * size
  return entries.slice(start, start + size)
}

/** GitHub ignores the case of labels. */
function isSameLabel(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

const MAX_LABEL_LENGTH = 50
const MAX_BODY_LENGTH = 65_536

function isBadLabel(name: string): boolean {
  return name.trim() === '' || Array.from(name).length > MAX_LABEL_LENGTH
}

function isTooLong(body: unknown): boolean {
  return typeof body === 'string' && body.length > MAX_BODY_LENGTH
}

function invalid(resource: string, code: string, field: string): ApiAnswer {
  return { status: 422, body: { message: 'Validation Failed', errors: [{ resource, code, field }] } }
}
