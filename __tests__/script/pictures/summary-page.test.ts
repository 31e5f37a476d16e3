import { expect, it } from '@jest/globals'
import { summaryPage, THEMES } from '../../../script/pictures/summary-page.js'

const SUMMARY =
  '<h3>✅ Done</h3>\n\nGood until **noon**.\n\n<table><tr><th>A</th><td><code>b</code></td></tr></table>\n'

it.each(THEMES)('the page of a summary has its Markdown and HTML as GitHub shows them: %s', theme => {
  const page = summaryPage(SUMMARY, theme)
  const body = page.slice(page.indexOf('<body'))
  expect(body).toContain('<h3>✅ Done</h3>')
  expect(body).toContain('<p>Good until <strong>noon</strong>.</p>')
  expect(body).toContain('<td><code>b</code></td>')
})

it('the pages of both themes differ in their colours, and load nothing', () => {
  const [light, dark] = THEMES.map(theme => summaryPage(SUMMARY, theme))
  expect(light).not.toBe(dark)
  expect(`${light ?? ''}${dark ?? ''}`).not.toMatch(/<link|<script|<img|@import|url\((?!["']?data:)/)
})
