import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { needing } from './needs.js'
import { ROOT } from './paths.js'
import { TempFolder } from './temp-folder.js'

const DAEMON = path.join(spawnSync('git', ['--exec-path'], { encoding: 'utf8' }).stdout.trim(), 'git-daemon')

/** Tests that fetch from a git server. */
export const withGitDaemon = needing('git daemon', existsSync(DAEMON))

/** Stands in for github.com: a `git daemon` on loopback that has `org/clr-refresh` with the tag `v1`. */
export class GitHost extends TempFolder {
  readonly #environment = { PATH: '/usr/bin:/bin', HOME: this.path, GIT_CONFIG_NOSYSTEM: '1' }
  /** Starts a daemon for each connection, since `git daemon` cannot choose a free port. */
  readonly #server = createServer({ pauseOnConnect: true }, socket => {
    const args = ['--inetd', '--export-all', `--base-path=${this.path}`]
    spawn(DAEMON, args, { env: this.#environment, stdio: [socket, socket, 'ignore'] })
    socket.destroy()
  })

  /** Publishes the files of this checkout, including uncommitted changes but not what git ignores. */
  static async start(): Promise<GitHost> {
    const host = new GitHost()
    const repository = host.at('org/clr-refresh.git')
    const git = (...args: readonly string[]): unknown =>
      execFileSync('git', args, { cwd: ROOT, env: host.#environment })
    git('init', '--quiet', '--bare', repository)
    const checkout = ['--git-dir', repository, '--work-tree', ROOT]
    git(...checkout, 'add', '--all')
    const author = ['-c', 'user.name=Anna', '-c', 'user.email=anna@acme.test']
    git(...checkout, ...author, 'commit', '--quiet', '--message', 'All')
    git(...checkout, 'tag', 'v1')
    host.#server.listen(0, '127.0.0.1')
    await once(host.#server, 'listening')
    return host
  }

  /** Publishes the same files with another version in package.json, and moves the tag `v1` to them, as a release does. */
  release(version: string): void {
    const git = (args: readonly string[], input = ''): string => {
      const options = { cwd: this.path, env: this.#environment, input, encoding: 'utf8' } as const
      return execFileSync('git', ['--git-dir', this.at('org/clr-refresh.git'), ...args], options).trim()
    }
    const manifest = git(['show', 'v1:package.json']).replace(/"version": ".*"/, `"version": "${version}"`)
    const blob = git(['hash-object', '-w', '--stdin'], manifest)
    git(['read-tree', 'v1'])
    git(['update-index', '--cacheinfo', `100644,${blob},package.json`])
    const author = ['-c', 'user.name=Anna', '-c', 'user.email=anna@acme.test']
    git(['tag', '--force', 'v1', git([...author, 'commit-tree', git(['write-tree']), '-m', version])])
  }

  /** A `.gitconfig` that redirects requests for github.com, over HTTPS or SSH, to this host. */
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
}
