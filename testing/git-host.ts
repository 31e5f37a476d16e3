import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import { needing } from './needs.js'
import { ROOT } from './paths.js'
import { TempFolder } from './temp-folder.js'

const DAEMON = path.join(spawnSync('git', ['--exec-path'], { encoding: 'utf8' }).stdout.trim(), 'git-daemon')

const AUTHOR = ['-c', 'user.name=Anna', '-c', 'user.email=anna@acme.test']

/** Tests that fetch from a git server. */
export const withGitDaemon = needing('git daemon', existsSync(DAEMON))

/** Stands in for github.com: a `git daemon` on loopback that has `org/clr-refresh` with the tag `v1`. Also `using`. */
export class GitHost extends TempFolder {
  readonly #server: Server

  private constructor() {
    super()
    // One daemon a connection: it has no way to choose a free port itself.
    this.#server = createServer({ pauseOnConnect: true }, socket => {
      const args = ['--inetd', '--export-all', `--base-path=${this.path}`]
      spawn(DAEMON, args, { env: this.#environment, stdio: [socket, socket, 'ignore'] })
      socket.destroy()
    })
  }

  /** Publishes this checkout as it is, without what git ignores. */
  static async start(): Promise<GitHost> {
    const host = new GitHost()
    host.#git('init', '--quiet', '--bare', host.#repository)
    const checkout = ['--git-dir', host.#repository, '--work-tree', ROOT]
    host.#git(...checkout, 'add', '--all')
    host.#git(...checkout, ...AUTHOR, 'commit', '--quiet', '--message', 'All')
    host.#git(...checkout, 'tag', 'v1')
    host.#server.listen(0, '127.0.0.1')
    await once(host.#server, 'listening')
    return host
  }

  /** A `.gitconfig` that leads here whoever asks for github.com, over HTTPS or SSH. */
  get gitconfig(): string {
    const address = this.#server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const urls = ['https://github.com/', 'ssh://git@github.com/', 'git@github.com:']
    return [`[url "git://127.0.0.1:${port}/"]`, ...urls.map(url => `insteadOf = ${url}`), ''].join('\n')
  }

  override [Symbol.dispose](): void {
    this.#server.close()
    super[Symbol.dispose]()
  }

  get #environment(): Readonly<Record<string, string>> {
    return { PATH: '/usr/bin:/bin', HOME: this.path, GIT_CONFIG_NOSYSTEM: '1' }
  }

  get #repository(): string {
    return this.at('org/clr-refresh.git')
  }

  #git(...args: readonly string[]): void {
    execFileSync('git', args, { cwd: ROOT, env: this.#environment })
  }
}
