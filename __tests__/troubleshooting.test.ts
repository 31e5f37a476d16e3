import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { allReasons, outcomeOf } from '../src/core/reasons.js'
import { ROOT } from '../testing/paths.js'
import { readRepositoryFile } from '../testing/repository-files.js'
import { SAMPLE_FAILURES } from '../testing/sample-failures.js'
import { exampleIn, onScreen, sectionOf } from '../testing/troubleshooting-page.js'

const PAGE = readRepositoryFile('docs/troubleshooting.md')
const FAILURES = allReasons().filter(reason => outcomeOf(reason).exitCode !== 0)

/** Messages that others print: the CLI, or GitHub. */
const OF_OTHERS = ['status code 400', "Unexpected value 'node24'"]

it('quotes only messages that exist, with … for what differs', () => {
  const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => plain(readRepositoryFile(`src/${name}`)))
    .join('\n')
  const parts = quotesIn(PAGE).flatMap(quote => quote.split('…').map(part => part.trim()))
  expect(parts.length).toBeGreaterThan(50)
  expect(parts.filter(part => !OF_OTHERS.includes(part) && !sources.includes(part))).toEqual([])
})

/**
 * The messages in italics, and the bold ones that begin a paragraph. Italics that are not messages, such as permissions and words of
 * a web page, begin with a capital letter, or have no space.
 */
function quotesIn(page: string): readonly string[] {
  const prose = page.replaceAll(/```[^]*?```/g, '')
  const italics = [...prose.matchAll(/(?<![\w`])_([^_]+(?:_[^_\W]+)*[^_]*?)_(?![\w`])/g)].map(([, text = '']) =>
    plain(text)
  )
  const bold = [...prose.matchAll(/^\*\*`([^*`]+)`\*\*/gm)].map(([, text = '']) => text)
  return [...italics.filter(text => /^(?:[a-z"-]|…|[A-Z_]+ )[^]* /.test(text)), ...bold]
}

/** Without backticks, escapes and line breaks. */
function plain(text: string): string {
  return text.replaceAll(/[`\\]/g, '').replaceAll(/\s+/g, ' ')
}

describe.each(FAILURES)('the section about %s in docs/troubleshooting.md', reason => {
  it('says what it means, shows an example, and lists causes and the fix', () => {
    const order = /^\n\S[^]*?\n\n```console\n[^]*?\n```\n\n\*\*Causes\*\*\n\n1\. [^]*?\n\n\*\*Fix:\*\* \S/
    expect(sectionOf(PAGE, reason)).toMatch(order)
  })

  it('shows exactly what the program prints (else run `npx tsx script/troubleshooting.ts`)', async () => {
    const scene = SAMPLE_FAILURES[reason]
    expect(exampleIn(PAGE, reason)).toBe(onScreen((await scene?.()) ?? ''))
  })
})
