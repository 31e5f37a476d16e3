import { existsSync } from 'node:fs'
import { Dialogue } from './dialogue.js'
import type { E2eSetup } from './e2e-setup.js'
import type { AllowedSignIn } from './endpoint/sign-ins.js'
import { CLR } from './paths.js'
import type { Variables } from './program.js'
import { until } from './waiting.js'

/** The options of a `clr login` with the real CLI. */
export interface LoginCall {
  /** More arguments. */
  readonly args?: readonly string[]
  /** More variables. */
  readonly env?: Variables
  /** Whether it runs on a pseudo-terminal; then `PYTHON` is needed. */
  readonly isOnTerminal?: boolean
}

/** Starts `clr login` with the real CLI, in an environment without a display. */
export function startLogin(setup: E2eSetup, { args = [], env = {}, isOnTerminal = false }: LoginCall = {}): Dialogue {
  const command = [process.execPath, CLR, 'login', ...args]
  const variables = { ...setup.environment, ...env }
  return isOnTerminal ? Dialogue.onTerminal(command, variables) : Dialogue.byPipe(command, variables)
}

/** Allows the sign-in at the address that the CLI shows, as a person does, once it asks for a code. */
export async function allowShown({ endpoint }: Pick<E2eSetup, 'endpoint'>, dialogue: Dialogue): Promise<AllowedSignIn> {
  const [, address = ''] = await dialogue.untilShown(/(https:\/\/[\w./]+\/oauth\/authorize[\w?=&%.~+-]+)[^]*Paste code/)
  return endpoint.signIns.allow(address)
}

/** Signs in with a pasted code. */
export async function pasteCode(setup: Pick<E2eSetup, 'endpoint'>, dialogue: Dialogue): Promise<void> {
  dialogue.type(`${(await allowShown(setup, dialogue)).pasted}\n`)
}

/** A browser that only notes how it was started. */
export class NotingBrowser {
  readonly path: string
  readonly #notes: string

  constructor(private readonly setup: E2eSetup) {
    this.#notes = setup.home.at('caller/opened')
    const lines = [
      `env >'${this.#notes}.env'`,
      `echo "$1" >'${this.#notes}.new'`,
      `mv '${this.#notes}.new' '${this.#notes}'`
    ]
    this.path = setup.home.write('caller/my browser', `#!/bin/sh\n${lines.join('\n')}\n`, 0o755)
  }

  /** The address that it was told to open. */
  async address(): Promise<string> {
    await until(() => existsSync(this.#notes))
    return this.setup.home.text('caller/opened').trim()
  }

  /** Its environment, once it was started. */
  get environment(): readonly string[] {
    return this.setup.home.text('caller/opened.env').split('\n')
  }
}
