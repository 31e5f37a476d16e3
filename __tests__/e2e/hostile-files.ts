import { existsSync, mkdirSync } from 'node:fs'
import type { TempFolder } from '../../testing/temp-folder.js'

/** Files and variables of a caller that would change what `claude` does, or run programs, if `clr` passed them on. */
export class HostileFiles {
  /** The caller's working directory. */
  readonly cwd: string
  readonly #notes: string

  /** Writes files into the working directory, into a folder above it, and into the caller's HOME. */
  constructor(private readonly home: TempFolder) {
    this.cwd = home.at('above/work')
    this.#notes = home.at('caller/notes')
    const noting = (what: string): string => `echo ${what} >>${this.#notes}`
    const server = (where: string) => ({ mcpServers: { [where]: { command: '/bin/sh', args: ['-c', noting(where)] } } })
    const hook = [{ hooks: [{ type: 'command', command: noting('hook') }] }]
    const settings = { hooks: { SessionStart: hook, UserPromptSubmit: hook }, apiKeyHelper: noting('apiKeyHelper') }
    const files = {
      'above/work/.mcp.json': server('mcp-in-cwd'),
      'above/.mcp.json': server('mcp-above'),
      'above/work/.claude/settings.json': settings,
      '.claude/settings.json': settings,
      'elsewhere/.credentials.json': {}
    }
    for (const [name, content] of Object.entries(files)) home.write(name, JSON.stringify(content))
    home.write('above/work/preload.cjs', PRELOAD)
    mkdirSync(home.at('caller'))
  }

  /** The caller's variables. */
  get variables(): Readonly<Record<string, string>> {
    const preload = `${this.cwd}/preload.cjs`
    return {
      CLAUDE_CONFIG_DIR: this.home.at('elsewhere'),
      CLAUDE_CODE_OAUTH_TOKEN: 'test-of-another-login',
      CLAUDE_CODE_SIMPLE: '1',
      CLAUDE_CODE_USE_BEDROCK: '1',
      CLAUDECODE: '1',
      ANTHROPIC_API_KEY: 'test-of-another-account',
      ANTHROPIC_AUTH_TOKEN: 'test-of-another-account',
      ANTHROPIC_BASE_URL: 'http://127.0.0.1:9/',
      NODE_OPTIONS: `--require ${preload}`,
      BUN_OPTIONS: `--preload ${preload}`,
      LC_HOSTILE_NOTES: this.#notes
    }
  }

  /** What ran: the names of the programs above, and the script of each Node that applied the NODE_OPTIONS. */
  get whatRan(): readonly string[] {
    const notes = existsSync(this.#notes) ? this.home.text('caller/notes') : ''
    return notes.split('\n').filter(line => line !== '')
  }
}

/** Notes the program that loads it. */
const PRELOAD = `require('node:fs').appendFileSync(process.env.LC_HOSTILE_NOTES, 'preload: ' + process.argv[1] + '\\n')`
