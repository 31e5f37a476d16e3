import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import ts from 'typescript'
import { allReasons, outcomeOf } from '../src/core/reasons.js'
import { ROOT } from '../testing/paths.js'
import { declared, readRepositoryFile } from '../testing/repository-files.js'

/** The actions whose descriptions of inputs are checked. */
const ACTIONS = ['action.yml', 'notice/action.yml']

/** Words and phrases that make a native speaker stop, or that say nothing. */
const BANNED = [
  /\bmend/i,
  /\bnothing was spent/i,
  /\bgot an empty text/i,
  /\bargument missing/i,
  /\bcut short/i,
  /\bhad got\b/i,
  /\bstands? (?:at|in|there)\b/i,
  /\bnobody[’']s/i,
  /\bis told\b/i,
  /\bthe message (?:says|names)\b/i,
  /\bnamed in the message\b/i,
  /\balone\b/i,
  /\bmeanwhile\b/i,
  /\bthe likes?\b/i,
  /\bleads? nowhere\b/i,
  /\bmakes? no sense\b/i,
  /\btakes? (?:it|that) up\b/i,
  /\bcorrects? (?:it|that)\b/i
]

/** An option of `clr` outside code, or without its dashes. */
const BARE_OPTION = /(?<![\w-])--[a-z]|`(?:creds|timeout|min-validity|trace|dry-run|from|replace)`/

/** The paths of all source files. */
const FILES = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map(name => path.join('src', name))
  .filter(name => name.endsWith('.ts'))

/** Those of the core, whose texts both doors show. A door turns an option into the word of its own readers. */
const CORE_FILES = FILES.filter(name => name.startsWith('src/core/'))

describe('what people read', () => {
  it.each(FILES)('is in plain words: %s', name => {
    expect(textsIn(sourceOf(name)).filter(isProse).filter(isStrange)).toEqual([])
  })

  it.each(ACTIONS)('is in plain words: %s', file => {
    const texts = declared('inputs', file).map(({ description }) => description)
    expect(texts.filter(isStrange)).toEqual([])
  })

  it.each(CORE_FILES)('names options as they are typed, and calls a pair of tokens tokens: %s', name => {
    const texts = textsIn(sourceOf(name)).filter(isProse)
    const isWrong = (text: string): boolean =>
      /\bpair\b/i.test(text) || BARE_OPTION.test(text.replace(/`[^`]*--[^`]*`/g, ''))
    expect(texts.filter(isWrong)).toEqual([])
  })

  it.each(FILES)('is a clause if it is a message, and full sentences if it is a remedy: %s', name => {
    const errors = errorsIn(sourceOf(name))
    // A message may begin with a name, such as HOME or GitHub.
    const messages = errors.flatMap(([, message]) => message ?? []).filter(text => /^[A-Z][a-z ]+\b|\.$/.test(text))
    const remedies = errors.flatMap(([, , remedy]) => remedy ?? []).filter(text => !/^(?:[A-Z`…].*[.…])?$/.test(text))
    expect({ messages, remedies }).toEqual({ messages: [], remedies: [] })
  })
})

describe('the table of reasons', () => {
  it.each(allReasons())('has a short title and a whole remedy: %s', reason => {
    const { title, remedy } = outcomeOf(reason)
    expect(title).toMatch(/^\S+(?: \S+){0,4}$/)
    expect(title).not.toMatch(/[.`]$/)
    expect(remedy).toMatch(/^(?:[A-Z].*\.)?$/)
    expect([title, remedy].filter(isStrange)).toEqual([])
    expect(remedy.split(/(?<=\.) (?=[A-Z])/).length).toBeLessThanOrEqual(3)
  })
})

function isStrange(text: string): boolean {
  return BANNED.some(phrase => phrase.test(text))
}

function sourceOf(name: string): ts.SourceFile {
  return ts.createSourceFile(name, readRepositoryFile(name), ts.ScriptTarget.Latest, true)
}

/** A sentence, a clause or a part of one, and not a name or a key. */
function isProse(text: string): boolean {
  return text.trim().split(/\s+/).length > 2
}

/** All string literals and templates in a part of a program. */
function textsIn(node: ts.Node): readonly string[] {
  const text = textOf(node)
  return text === null ? childrenOf(node).flatMap(textsIn) : [text, ...childrenOf(node).flatMap(textsIn)]
}

/** The value of a literal, with `…` for each expression in a template; null for any other node. */
function textOf(node: ts.Node | undefined): string | null {
  if (node === undefined) return null
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
}

/** The literal arguments of each `new RefreshError(…)`: reason, message, remedy. */
function errorsIn(node: ts.Node): readonly (readonly (string | null)[])[] {
  const inside = childrenOf(node).flatMap(errorsIn)
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'RefreshError') return inside
  return [(node.arguments ?? []).map(textOf), ...inside]
}

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = []
  node.forEachChild(child => void children.push(child))
  return children
}
