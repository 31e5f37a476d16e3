import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'

const ROOT = path.resolve(import.meta.dirname, '..')
const MADE_BY_TOOLS = new Set(['.git', 'node_modules', 'dist', 'package-lock.json'])
const entries = readdirSync(ROOT, { withFileTypes: true }).filter(({ name }) => !MADE_BY_TOOLS.has(name))
const FOLDERS = entries.filter(entry => entry.isDirectory()).map(({ name }) => name)

/** Files that programs make or read elsewhere, and no documents of this repository. */
const NO_DOCUMENTS = new Set(['CLAUDE.md', 'summary.md'])

/** A document by its path, as comments and strings name it, with or without an anchor; nothing that is part of a URL. */
const MENTION = /(?<![\w./-])(?:[\w.-]+\/)*[\w-][\w.-]*\.md\b(?:#[\w-]+)?/g

/** A file or folder of the sources, as the documents name it. */
const SOURCE = new RegExp(
  String.raw`(?<![\w./-])(?:${FOLDERS.join('|').replaceAll('.', String.raw`\.`)})/[\w./-]*\w`,
  'g'
)

const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8')
const NAMES = [...entries.filter(entry => entry.isFile()).map(({ name }) => name), ...FOLDERS.flatMap(filesBelow)]
const DOCUMENTS = NAMES.filter(name => name.endsWith('.md'))
const OTHERS = NAMES.filter(name => !name.endsWith('.md'))

describe('every document', () => {
  it.each(DOCUMENTS)('links only to files and headings that are there: %s', name => {
    const links = linksIn(read(name)).map(link => (link.startsWith('#') ? path.basename(name) + link : link))
    expect(links.filter(link => !leadsSomewhere(link, path.dirname(name)))).toEqual([])
  })

  it.each(DOCUMENTS)('names only documents, files and folders that are there: %s', name => {
    const text = withoutCode(read(name), '`$1`')
    const documents = mentionsIn(text).filter(mention => !leadsSomewhere(mention, path.dirname(name)))
    const sources = [...text.matchAll(SOURCE)].map(([source]) => source)
    expect([...documents, ...sources].filter(mention => !leadsSomewhere(mention))).toEqual([])
  })
})

describe('every other file', () => {
  it('refers only to documents and headings that are there, by their path from the root', () => {
    const broken = (name: string): readonly string[] =>
      mentionsIn(read(name)).filter(mention => !leadsSomewhere(mention))
    expect(OTHERS.flatMap(name => broken(name).map(mention => `${name}: ${mention}`))).toEqual([])
  })

  it('cites no notes that are not in the repository', () => {
    expect(NAMES.filter(name => /\bshared[\s*/]+facts\b|\bthe[\s*/]+design\b/i.test(read(name)))).toEqual([])
  })
})

/** The files in a folder of the repository and below it, without those of packages. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => !name.split(path.sep).includes('node_modules'))
    .map(name => path.join(folder, name))
    .filter(name => statSync(path.join(ROOT, name)).isFile())
}

/** Whether a path, with or without an anchor, is that of something in the repository. */
function leadsSomewhere(link: string, from = '.'): boolean {
  const [file = '', anchor] = link.split('#')
  const target = path.join(from, file)
  if (!existsSync(path.join(ROOT, target))) return false
  return anchor === undefined || anchorsIn(read(target)).includes(anchor)
}

function mentionsIn(text: string): readonly string[] {
  const mentions = [...text.matchAll(MENTION)].map(([mention]) => mention)
  return mentions.filter(mention => !NO_DOCUMENTS.has(path.basename(mention)))
}

/** What a document links to in this repository; only the anchor if that is a heading of its own. */
function linksIn(markdown: string): readonly string[] {
  const text = withoutCode(markdown, '')
  const inline = [...text.matchAll(/\]\(<?([^)\s>]+)/g)]
  const defined = [...text.matchAll(/^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm)]
  return [...inline, ...defined].flatMap(([, link = '']) => (/^[a-z]+:/i.test(link) ? [] : [link]))
}

/** Without blocks of code; code within a line becomes what is given, of which `$1` is the code. */
function withoutCode(markdown: string, inLine: string): string {
  return markdown.replace(/^ *(```+|~~~+)[^]*?^ *\1.*$/gm, '').replace(/`([^`\n]*)`/g, inLine)
}

/** The anchors that GitHub makes of a document's headings. */
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
