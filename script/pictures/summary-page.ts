import { readFileSync } from 'node:fs'
import path from 'node:path'
import { marked } from 'marked'
import { ROOT } from '../../testing/paths.js'

/** GitHub's themes, each with a style sheet in github-markdown-css. */
export const THEMES = ['light', 'dark'] as const

/** The colour of GitHub's borders. */
const BORDERS = { light: '#d1d9e0', dark: '#3d444d' } as const

/** The width of a summary in pixels of CSS: its longest command fits. */
const WIDTH = 850

/** A page that shows a job summary as GitHub does, and needs nothing from the network. */
export function summaryPage(markdown: string, theme: (typeof THEMES)[number]): string {
  const styles = path.join(ROOT, `node_modules/github-markdown-css/github-markdown-${theme}.css`)
  return `<!doctype html>
<html><head><meta charset="utf-8">
<style>${readFileSync(styles, 'utf8')}
body { box-sizing: border-box; width: ${WIDTH}px; margin: 0; padding: 20px 24px }
/* The page that shows the picture has the same background. */
body { border: 1px solid ${BORDERS[theme]}; border-radius: 6px }
.markdown-body h3 { margin-top: 0 }</style></head>
<body class="markdown-body">
${marked.parse(markdown, { async: false, gfm: true })}
</body></html>
`
}
