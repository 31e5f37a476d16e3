import { isJsonObject } from '../../core/json.js'
import { ApiFailure } from '../../github-secrets/api-failure.js'
import { connect, type Api, type ApiAnswer, type ApiCall } from '../../github-secrets/api.js'
import type { IssuesTarget } from './inputs.js'
import { isSameLabel } from './label.js'
import { readMark, type Mark } from './mark.js'

/** An issue with the label of a login. */
export interface FoundIssue {
  readonly number: number
  readonly isOpen: boolean
  readonly title: string
  readonly body: string
  /** Null in an issue that is not ours. */
  readonly mark: Mark | null
  readonly commentCount: number
  /** Whether GitHub may refuse further comments. */
  readonly isLocked: boolean
}

/** A comment of ours. */
export interface FoundComment {
  /** A later comment has a larger one. */
  readonly id: number
  readonly mark: Mark
}

/** What is written to an issue. */
export interface IssueText {
  readonly title?: string
  readonly body: string
}

const PAGE_SIZE = 100
/** Pull requests with the label are in the list, too; a login has one issue, or a few. */
const MAX_PAGES = 20

/** The issues of a repository with one label. Every method throws ApiFailure, and nothing else. */
export class Issues {
  readonly #api: Api
  readonly #path: string

  constructor(
    target: IssuesTarget,
    private readonly label: string,
    private readonly signal: AbortSignal
  ) {
    this.#api = connect(target)
    this.#path = `/repos/${target.repository}`
  }

  /** All issues with the label, the newest first, without pull requests. */
  async find(): Promise<readonly FoundIssue[]> {
    const found: FoundIssue[] = []
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const parameters = { labels: this.label, state: 'all', per_page: PAGE_SIZE, page }
      const entries = listIn(await this.#request('GET', '/issues', parameters))
      found.push(...entries.filter(entry => !isJsonObject(entry) || !('pull_request' in entry)).map(parseIssue))
      if (entries.length < PAGE_SIZE) break
    }
    return found
  }

  /** The newest comment of ours among the last ones of an issue; null if there is none. */
  async newestComment({ number, commentCount }: FoundIssue): Promise<FoundComment | null> {
    if (commentCount === 0) return null
    const parameters = { per_page: PAGE_SIZE, page: Math.ceil(commentCount / PAGE_SIZE) }
    const entries = listIn(await this.#request('GET', `/issues/${number}/comments`, parameters))
    return entries.flatMap(parseOwnComment).at(-1) ?? null
  }

  /** Creates the label, unless it exists. */
  async createLabel(description: string): Promise<void> {
    try {
      await this.#request('POST', '/labels', { name: this.label, description })
    } catch (error) {
      // 422: it exists. In every other case, creating the issue shows what is possible.
      if (!(error instanceof ApiFailure) || ![403, 404, 422].includes(error.status ?? 0)) throw error
    }
  }

  /** @returns its number, and whether GitHub has set the label */
  async create(text: Required<IssueText>): Promise<{ readonly number: number; readonly isLabelled: boolean }> {
    const { data } = await this.#request('POST', '/issues', { ...text, labels: [this.label] })
    const labels = isJsonObject(data) && Array.isArray(data.labels) ? data.labels : []
    const isLabelled = labels.some(
      (label: unknown) => isJsonObject(label) && typeof label.name === 'string' && isSameLabel(label.name, this.label)
    )
    return { number: numberIn(data, 'number'), isLabelled }
  }

  /** Changes an issue; without a state, it stays open or closed. */
  async update(number: number, text: IssueText, state?: 'open' | 'closed'): Promise<void> {
    const reason = state === 'closed' ? { state_reason: 'completed' } : {}
    const { data } = await this.#request('PATCH', `/issues/${number}`, {
      ...text,
      ...(state === undefined ? {} : { state, ...reason })
    })
    numberIn(data, 'number')
  }

  /** @returns the id of the new comment */
  async comment(number: number, body: string): Promise<number> {
    const { data } = await this.#request('POST', `/issues/${number}/comments`, { body })
    return numberIn(data, 'id')
  }

  #request(method: ApiCall['method'], path: string, parameters: Record<string, unknown>): Promise<ApiAnswer> {
    return this.#api({ method, path: `${this.#path}${path}`, parameters, signal: this.signal })
  }
}

function parseIssue(entry: unknown): FoundIssue {
  const { title, body, state, comments, locked } = isJsonObject(entry) ? entry : {}
  const text = typeof body === 'string' ? body : ''
  return {
    number: numberIn(entry, 'number'),
    isOpen: state === 'open',
    title: typeof title === 'string' ? title : '',
    body: text,
    mark: isByUs(entry) ? readMark(text) : null,
    commentCount: typeof comments === 'number' ? comments : 0,
    isLocked: locked === true
  }
}

/** Whose texts can count as ours: in a public repository everyone may write, also with a mark. */
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR']

/** A job's token and a GitHub App write as a bot; with another token the author is its owner. */
function isByUs(entry: unknown): boolean {
  const { user, author_association: association } = isJsonObject(entry) ? entry : {}
  return (isJsonObject(user) && user.type === 'Bot') || TRUSTED.includes(String(association))
}

function parseOwnComment(entry: unknown): readonly FoundComment[] {
  if (!isJsonObject(entry) || !isByUs(entry)) return []
  const { body } = entry
  const mark = readMark(typeof body === 'string' ? body : '')
  return mark === null ? [] : [{ id: numberIn(entry, 'id'), mark }]
}

function listIn({ data }: ApiAnswer): readonly unknown[] {
  if (Array.isArray(data)) return data
  throw ApiFailure.ofForeignAnswer()
}

function numberIn(data: unknown, field: string): number {
  const number = isJsonObject(data) ? data[field] : undefined
  if (typeof number === 'number' && Number.isSafeInteger(number)) return number
  throw ApiFailure.ofForeignAnswer()
}
