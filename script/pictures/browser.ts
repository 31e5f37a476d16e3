import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { startProgram } from '../../testing/program.js'
import { TempFolder } from '../../testing/temp-folder.js'

const PROGRAMS = ['chromium', 'pngquant'] as const

/** Sharp on all screens. */
const PIXELS_PER_CSS_PIXEL = 2
const COLOURS = 32

/** Chromium opens only our page: no name is resolved. */
const OPTIONS = [
  '--headless',
  '--no-sandbox', // impossible for root in a container
  '--disable-gpu',
  '--disable-background-networking',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--hide-scrollbars',
  `--force-device-scale-factor=${PIXELS_PER_CSS_PIXEL}`
]

/** The programs for `screenshot` that are not on PATH. */
export function missingPrograms(): readonly string[] {
  return PROGRAMS.filter(name => spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined)
}

/** A picture of a whole page, as a small PNG, which is as wide as its body. @throws Error if Chromium makes none */
export async function screenshot(html: string): Promise<Buffer> {
  using folder = new TempFolder()
  const page = folder.write('page.html', html)
  const { width, height } = await sizeOf(page, folder)
  const options = [`--window-size=${width},${height}`, `--screenshot=${folder.at('page.png')}`]
  await run(folder, 'chromium', [...OPTIONS, ...options, page])
  const output = ['--output', folder.at('small.png')]
  await run(folder, 'pngquant', ['--speed', '1', '--strip', ...output, String(COLOURS), folder.at('page.png')])
  return readFileSync(folder.at('small.png'))
}

/** In the head, since another element in the body could change its size. */
const MEASURE =
  '<script>onload = () => { document.title = [document.body.offsetWidth, document.body.offsetHeight].join() }</script>'

/** The size of the page's body, in pixels of CSS, which a script on a copy of the page writes into its title. */
async function sizeOf(page: string, folder: TempFolder): Promise<{ readonly width: number; readonly height: number }> {
  const measured = folder.write('measured.html', readFileSync(page, 'utf8').replace('</head>', `${MEASURE}</head>`))
  const dom = await run(folder, 'chromium', [...OPTIONS, '--dump-dom', measured])
  const [, width = '', height = ''] = /<title>(\d+),(\d+)<\/title>/.exec(dom) ?? []
  if (height === '') throw new Error(`chromium did not tell the size of the page: ${dom.slice(0, 200)}`)
  return { width: Number(width), height: Number(height) }
}

async function run(folder: TempFolder, program: string, args: readonly string[]): Promise<string> {
  const env = { PATH: process.env.PATH, HOME: folder.path, TMPDIR: folder.path }
  const { exitCode, stdout, stderr } = await startProgram([program, ...args], { env, cwd: folder.path }).ended
  if (exitCode !== 0) throw new Error(`${program} ended with ${exitCode ?? 'a signal'}: ${stderr}`)
  return stdout
}
