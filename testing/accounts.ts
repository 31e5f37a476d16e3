import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { realEnvironment } from './e2e-setup.js'
import type { Endpoint } from './endpoint/endpoint.js'
import type { CredentialsDocument } from './endpoint/logins.js'
import { namesBelow } from './folder-state.js'
import { CLR } from './paths.js'
import { processesOf } from './processes.js'
import { startProgram, type Running } from './program.js'
import { TempFolder } from './temp-folder.js'

/** The documented line: refreshes all logins below the working directory, 4 at a time. */
export const REFRESH_ALL = lineFor(4)

/** The line that refreshes all logins below the working directory, so many at a time. */
export function lineFor(atOnce: number): string {
  return `printf '%s\\0' */.credentials.json | xargs -0 -P${atOnce} -I{} clr refresh --creds {} --min-validity 2h`
}

/** A folder with a folder for each account, and a login of an endpoint in each, which is valid for an hour. */
export class Accounts extends TempFolder {
  /** The login of each account, by the name of its folder. */
  readonly logins: ReadonlyMap<string, CredentialsDocument>
  readonly #home: TempFolder
  readonly #namesAtFirst: readonly string[]

  constructor(
    private readonly endpoint: Endpoint,
    names: readonly string[]
  ) {
    super()
    this.logins = new Map(names.map(name => [name, endpoint.newLogin()]))
    for (const [name, login] of this.logins) this.write(`${name}/.credentials.json`, JSON.stringify(login))
    this.#home = new TempFolder()
    mkdirSync(this.#home.at('tmp'))
    mkdirSync(this.#home.at('bin'))
    symlinkSync(CLR, this.#home.at('bin/clr'))
    this.#namesAtFirst = this.#names
  }

  /** Starts a line of the shell in the folder with the accounts, with `clr` and the real `claude` on PATH. */
  start(line: string): Running {
    return startProgram(['sh', '-c', line], { cwd: this.path, env: this.environment })
  }

  /** An environment without any variable of this process, with those that make programs use the endpoint. */
  get environment(): Readonly<Record<string, string>> {
    const real = realEnvironment(this.#home)
    const PATH = [this.#home.at('bin'), real.PATH].join(path.delimiter)
    return { ...real, PATH, ...this.endpoint.environment }
  }

  /** The accounts whose file has the current pair of its own login, and another one than at first. */
  get refreshed(): readonly string[] {
    return [...this.logins].flatMap(([name, login]) => {
      const { accessToken, refreshToken } = this.endpoint.currentPair(login)
      const text = this.text(`${name}/.credentials.json`)
      const isCurrent = text.includes(`"${accessToken}"`) && text.includes(`"${refreshToken}"`)
      return isCurrent && accessToken !== login.claudeAiOauth.accessToken ? [name] : []
    })
  }

  /** How often the refresh token of each account was sent, by the name of its folder. */
  get sends(): Readonly<Record<string, number>> {
    const sent = this.endpoint.requests.token.map(({ refreshToken }) => refreshToken)
    return Object.fromEntries(
      [...this.logins].map(([name, { claudeAiOauth }]) => [
        name,
        sent.filter(token => token === claudeAiOauth.refreshToken).length
      ])
    )
  }

  /** The pids of the processes of the line that run now: the shell, `xargs`, `clr` and `claude`. */
  get processes(): readonly number[] {
    return [...new Set([this.#home.path, this.path].flatMap(processesOf))]
  }

  /** New files and folders, also in the HOME of the line, and processes that still run. */
  get leftovers(): readonly (string | number)[] {
    return [...this.#names.filter(name => !this.#namesAtFirst.includes(name)), ...this.processes]
  }

  get #names(): readonly string[] {
    return [...namesBelow(this.path), ...namesBelow(this.#home.path)]
  }

  override [Symbol.dispose](): void {
    this.#home[Symbol.dispose]()
    super[Symbol.dispose]()
  }
}
