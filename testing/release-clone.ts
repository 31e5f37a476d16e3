import { execFileSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './paths.js'
import { startProgram, type Ended, type Variables } from './program.js'
import { TempFolder } from './temp-folder.js'

const CHANGELOG = `# Changelog

## [Unreleased]

- Not yet.

## [1.10.0] - 2026-12-01

### Added

- A thing.

## [1.1.0] - 2026-11-26

- An older thing.

[1.1.0]: https://example.test/v1.1.0
`

/** The file with the notes of all versions. */
export const CHANGES = 'CHANGELOG.md'

/** The files that users run, besides package.json. */
const RUN_FILES = ['.github/workflows/keepalive.yml', 'action.yml', 'dist/cli/index.js', 'notice/action.yml']

/** A small repository with our release scripts, cloned into the folder `clone`; `origin` is a bare repository. */
export class ReleaseClone extends TempFolder {
  constructor() {
    super()
    this.#run('git', 'init', '--quiet', '--bare', this.at('origin'))
    this.#run('git', 'init', '--quiet', '--initial-branch', 'main', this.at('clone'))
    this.git('remote', 'add', 'origin', this.at('origin'))
    this.write(`clone/${CHANGES}`, CHANGELOG)
    for (const name of [...RUN_FILES, 'README.md', 'LICENSE']) this.write(`clone/${name}`, `content of ${name}\n`)
    cpSync(path.join(ROOT, 'script/release'), this.at('clone/script/release'), { recursive: true })
  }

  /** Runs git in the clone. @returns what it prints, trimmed */
  git(...args: readonly string[]): string {
    const author = ['-c', 'user.name=Anna', '-c', 'user.email=anna@acme.test']
    return this.#run('git', '-C', this.at('clone'), ...author, ...args)
  }

  /** Sets the version in the files of npm, without a commit. */
  setVersion(version: string): void {
    for (const name of ['package.json', 'package-lock.json']) this.write(`clone/${name}`, JSON.stringify({ version }))
  }

  /** Commits this version, tags it, and pushes the tag. @returns the commit */
  tag(version: string): string {
    this.setVersion(version)
    this.git('add', '--all')
    this.git('commit', '--quiet', '--message', version)
    this.git('tag', '--annotate', '--message', version, `v${version}`)
    this.git('push', '--quiet', 'origin', `v${version}`)
    return this.git('rev-parse', 'HEAD')
  }

  /** Runs one of our release scripts in the clone. */
  script(name: string, ...args: readonly string[]): Promise<Ended> {
    return this.start([`script/release/${name}`, ...args])
  }

  /** Runs a program in the clone; programs in the folder `bin` come first on its PATH. */
  start(command: readonly string[], variables: Variables = {}): Promise<Ended> {
    return startProgram(command, { env: { ...this.#environment, ...variables }, cwd: this.at('clone') }).ended
  }

  /** What v1 is in `origin`, as `<object> <name>` of the tag; empty if it does not exist. */
  get v1(): string {
    return this.git('ls-remote', 'origin', 'refs/tags/v1', 'refs/tags/v1^{}').replaceAll(/\s+/g, ' ')
  }

  #run(program: string, ...args: readonly string[]): string {
    return execFileSync(program, args, { env: this.#environment, encoding: 'utf8' }).trim()
  }

  get #environment(): Variables {
    return { PATH: [this.at('bin'), path.dirname(process.execPath), '/usr/bin', '/bin'].join(':'), HOME: this.path }
  }
}
