import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Scratch } from '../../testing/scratch.js'

/** A caller's folder and variables that would steer `claude`, or run programs, wherever they are not kept from it. */
export class HostileFiles {
  private constructor(
    /** Where the caller stands. */
    readonly cwd: string,
    private readonly notes: string,
    private readonly stolenFolder: string
  ) {}

  /** Lays it out: in the working directory, in a folder above it, and in the caller's own HOME. */
  static async create({ folder, home }: Scratch): Promise<HostileFiles> {
    const hostile = new HostileFiles(
      join(home, 'above', 'work'),
      join(folder, 'caller', 'notes'),
      join(home, 'elsewhere')
    )
    await mkdir(dirname(hostile.notes), { recursive: true })
    const noting = (what: string): string => `echo ${what} >>${hostile.notes}`
    const server = (where: string) => ({ mcpServers: { [where]: { command: '/bin/sh', args: ['-c', noting(where)] } } })
    const hook = [{ hooks: [{ type: 'command', command: noting('hook') }] }]
    const settings = { hooks: { SessionStart: hook, UserPromptSubmit: hook }, apiKeyHelper: noting('apiKeyHelper') }
    await Promise.all([
      write(join(hostile.cwd, '.mcp.json'), server('mcp-in-cwd')),
      write(join(hostile.cwd, '..', '.mcp.json'), server('mcp-above')),
      write(join(hostile.cwd, '.claude', 'settings.json'), settings),
      write(join(home, '.claude', 'settings.json'), settings),
      write(join(hostile.cwd, 'preload.cjs'), PRELOAD),
      write(join(hostile.stolenFolder, '.credentials.json'), {})
    ])
    return hostile
  }

  /** The caller's variables. */
  get variables(): Readonly<Record<string, string>> {
    const preload = join(this.cwd, 'preload.cjs')
    return {
      CLAUDE_CONFIG_DIR: this.stolenFolder,
      CLAUDE_CODE_OAUTH_TOKEN: 'test-of-another-login',
      CLAUDE_CODE_SIMPLE: '1',
      CLAUDE_CODE_USE_BEDROCK: '1',
      CLAUDECODE: '1',
      ANTHROPIC_API_KEY: 'test-of-another-account',
      ANTHROPIC_AUTH_TOKEN: 'test-of-another-account',
      ANTHROPIC_BASE_URL: 'http://127.0.0.1:9/',
      NODE_OPTIONS: `--require ${preload}`,
      BUN_OPTIONS: `--preload ${preload}`,
      LC_HOSTILE_NOTES: this.notes
    }
  }

  /** What ran, one line each: names of the programs above, and the script of each Node that took the NODE_OPTIONS. */
  async whatRan(): Promise<readonly string[]> {
    const notes = await access(this.notes).then(
      () => readFile(this.notes, 'utf8'),
      () => ''
    )
    return notes.split('\n').filter(line => line !== '')
  }
}

/** Notes who was made to load it. */
const PRELOAD = `require('node:fs').appendFileSync(process.env.LC_HOSTILE_NOTES, 'preload: ' + process.argv[1] + '\\n')`

async function write(path: string, content: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
}
