/** The size of a character in the picture, and the space around the text, in pixels. */
const CHARACTER = { width: 8.43, height: 20, fontSize: 14 } as const
const PADDING = 16

/** The CSS class for each code of a style that programs print (ECMA-48, Select Graphic Rendition). */
const CLASSES: Readonly<Record<string, string>> = {
  1: 'bold',
  2: 'dim',
  31: 'red',
  32: 'green',
  33: 'yellow',
  36: 'cyan'
}

/** The colours of GitHub's pages, light and dark. */
const STYLE = `text{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:${CHARACTER.fontSize}px;fill:#1f2328}
rect{fill:#f6f8fa;stroke:#d1d9e0}.bold{font-weight:bold}.dim{fill:#59636e}.red{fill:#cf222e}.green{fill:#1a7f37}.yellow{fill:#9a6700}.cyan{fill:#1b7c83}
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}rect{fill:#151b23;stroke:#3d444d}.dim{fill:#9198a1}.red{fill:#ff7b72}.green{fill:#3fb950}.yellow{fill:#d29922}.cyan{fill:#39c5cf}}`

/**
 * An SVG of what a program printed on a terminal, with its colours, for light and dark pages.
 * @param title says what it shows, for those who don't see it
 */
export function terminalPicture(output: string, title: string): string {
  const lines = output.trimEnd().split('\n')
  const columns = Math.max(...lines.map(line => withoutStyles(line).length))
  const width = Math.ceil(columns * CHARACTER.width + 2 * PADDING)
  const height = lines.length * CHARACTER.height + 2 * PADDING
  const texts = lines.map((line, at) => textOf(line, PADDING + CHARACTER.height * (at + 0.75)))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>
${texts.join('\n')}
</svg>
`
}

const STYLE_CODE = /\p{Cc}\[(\d*)m/u

/** Each run of words has its own place, so that columns are aligned in every font. */
function textOf(line: string, y: number): string {
  let before = ''
  const [first = '', ...rest] = line.split(STYLE_CODE) // then a code and its text by turns
  const spans = [['', first], ...pairsOf(rest)].flatMap(([code = '', text = '']) => {
    const [start, follows] = [before.length, /\S$/.test(before)]
    before += text
    return [...text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: words, index }) =>
      spanOf(words, CLASSES[code], index === 0 && follows ? null : start + index)
    )
  })
  return spans.length === 0 ? '' : `<text y="${y}">${spans.join('')}</text>`
}

function pairsOf(items: readonly string[]): readonly (readonly string[])[] {
  return items.flatMap((item, at) => (at % 2 === 0 ? [[item, items[at + 1] ?? '']] : []))
}

/** @param column null if the words follow the last ones */
function spanOf(words: string, style: string | undefined, column: number | null): string {
  const place = column === null ? '' : ` x="${(PADDING + column * CHARACTER.width).toFixed(1)}"`
  return `<tspan${place}${style === undefined ? '' : ` class="${style}"`}>${escaped(words)}</tspan>`
}

function withoutStyles(line: string): string {
  return line
    .split(STYLE_CODE)
    .filter((_part, at) => at % 2 === 0)
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
