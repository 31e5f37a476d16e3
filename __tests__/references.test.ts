import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { ROOT } from '../testing/paths.js'
import { readRepositoryFile as read } from '../testing/repository-files.js'

const MADE_BY_TOOLS = new Set(['.git', 'node_modules', 'dist', 'package-lock.json'])
const entries = readdirSync(ROOT, { withFileTypes: true }).filter(({ name }) => !MADE_BY_TOOLS.has(name))
const FOLDERS = entries.filter(entry => entry.isDirectory()).map(({ name }) => name)

/** Files that programs write or read elsewhere: they are not documents of this repository. */
const NOT_DOCUMENTS = new Set(['CLAUDE.md', 'LICENSE.md', 'summary.md'])

/** The path of a document in a comment or string, with or without an anchor, but not within a URL. */
const MENTION = /(?<![\w./-])(?:[\w.-]+\/)*[\w-][\w.-]*\.md\b(?:#[\w-]+)?/g

/** The path of a source file or folder in a document. */
const SOURCE = new RegExp(
  String.raw`(?<![\w./-])(?:${FOLDERS.join('|').replaceAll('.', String.raw`\.`)})/[\w./-]*\w`,
  'g'
)

const NAMES = [...entries.filter(entry => entry.isFile()).map(({ name }) => name), ...FOLDERS.flatMap(filesBelow)]
const DOCUMENTS = NAMES.filter(name => name.endsWith('.md'))
const OTHERS = NAMES.filter(name => !name.endsWith('.md'))

describe('every document', () => {
  it.each(DOCUMENTS)('links only to files and headings that exist: %s', name => {
    const links = linksIn(read(name)).map(link => (link.startsWith('#') ? path.basename(name) + link : link))
    expect(links.filter(link => !exists(link, path.dirname(name)))).toEqual([])
  })

  it.each(DOCUMENTS)('mentions only documents, files and folders that exist: %s', name => {
    const text = withoutCode(read(name), '`$1`')
    const documents = mentionsIn(text).filter(mention => !exists(mention, path.dirname(name)))
    const sources = [...text.matchAll(SOURCE)].map(([source]) => source)
    expect([...documents, ...sources].filter(mention => !exists(mention))).toEqual([])
  })
})

describe('every other file', () => {
  it('refers only to documents and headings that exist, by their path from the root', () => {
    const mentions = OTHERS.flatMap(name => mentionsIn(read(name)).map(mention => ({ name, mention })))
    expect(mentions.filter(({ mention }) => !exists(mention))).toEqual([])
  })

  it('does not cite notes outside the repository', () => {
    expect(NAMES.filter(name => /\bshared[\s*/]+facts\b|\bthe[\s*/]+design\b/i.test(read(name)))).toEqual([])
  })
})

/** All files in a folder and its subfolders, except packages. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => !name.split(path.sep).includes('node_modules'))
    .map(name => path.join(folder, name))
    .filter(name => statSync(path.join(ROOT, name)).isFile())
}

/** Whether a path exists in the repository, and so does its anchor, if it has one. */
function exists(link: string, from = '.'): boolean {
  const [file = '', anchor] = link.split('#')
  const target = path.join(from, file)
  if (!existsSync(path.join(ROOT, target))) return false
  return anchor === undefined || anchorsIn(read(target)).includes(anchor)
}

function mentionsIn(text: string): readonly string[] {
  const mentions = [...text.matchAll(MENTION)].map(([mention]) => mention)
  return mentions.filter(mention => !NOT_DOCUMENTS.has(path.basename(mention)))
}

/** The links of a document to this repository: to a heading of the document itself, only the anchor. */
function linksIn(markdown: string): readonly string[] {
  const text = withoutCode(markdown, '')
  const inline = [...text.matchAll(/\]\(<?([^)\s>]+)/g)]
  const defined = [...text.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm)]
  return [...inline, ...defined].flatMap(([, link = '']) => (/^[a-z]+:/i.test(link) ? [] : [link]))
}

/** Removes code blocks, and replaces inline code; `$1` in the replacement is the code. */
function withoutCode(markdown: string, replacement: string): string {
  return markdown.replace(/^ *(```+|~~~+)[^]*?^ *\1.*$/gm, '').replace(/`([^`\n]*)`/g, replacement)
}

/** The anchors that GitHub creates for a document's headings. */
function anchorsIn(markdown: string): readonly string[] {
  const seen = new Map<string, number>()
  return [...withoutCode(markdown, '$1').matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
    const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const anchor = text.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-')
    const times = seen.get(anchor) ?? 0
    seen.set(anchor, times + 1)
    return times === 0 ? anchor : `${anchor}-${times}`
  })
}
