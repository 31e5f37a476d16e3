import { fstatSync } from 'node:fs'
import { isatty } from 'node:tty'
import { orNull } from '../../core/or-null.js'
import { RefreshError } from '../../core/reasons.js'
import type { ClaudeProgram } from '../../core/report.js'
import { needsBrowserHere } from '../../core/sign-in/sign-in-command.js'
import { openBrowser, whyNoBrowser } from './browser.js'
import { NO_SIGN_IN } from './remedies.js'

/** Leads a person through the browser's part of a sign-in: opens it, or says what to do without one. */
export class BrowserGuide {
  readonly #whyNone: string | null
  #needsBrowserHere = false

  constructor(
    private readonly environment: NodeJS.ProcessEnv,
    private readonly say: (line: string) => void
  ) {
    this.#whyNone = whyNoBrowser(environment)
  }

  /** Refuses a sign-in that nothing could finish: neither a browser nor a pasted code. @throws RefreshError `usage` */
  refuseIfHopeless(): void {
    if (this.#whyNone === null || canPaste()) return
    const why = `there is no terminal to paste a code into, and no browser can be opened here: ${this.#whyNone}`
    throw new RefreshError('usage', why, `Run it in a terminal (\`ssh -t\`, \`docker run -it\`). ${NO_SIGN_IN}`)
  }

  /** Says what the person has to do, before `claude` asks for it: after that, its prompt is on the screen. */
  announce(program: ClaudeProgram): void {
    const claude = program.version === null ? 'claude' : `claude ${program.version}`
    this.#needsBrowserHere = needsBrowserHere(program)
    this.say(`${claude} now signs you in; Ctrl-C cancels the sign-in and leaves nothing behind`)
    if (this.#whyNone === null) {
      if (!canPaste())
        this.say('there is no terminal to paste a code into: finish the sign-in in the browser on this machine')
    } else if (this.#needsBrowserHere) {
      this.say(
        `no browser is opened here (${this.#whyNone}), and ${claude} does not accept a pasted code: open the last address shown in a browser on this machine, or use claude 2.1.270 or newer`
      )
    } else {
      this.say(
        `no browser is opened here (${this.#whyNone}): open the address that claude shows, on any device, and paste the code that the last page shows`
      )
    }
  }

  /** Opens the address at which a browser on this machine finishes the sign-in by itself. */
  open(address: string): void {
    if (this.#whyNone === null)
      void openBrowser(address, this.environment, why => {
        this.#sayNotOpened(address, why)
      })
    else if (this.#needsBrowserHere) this.say(`open this address in a browser on this machine: ${address}`)
  }

  /** On a line of its own, because the prompt of `claude` is already there. */
  #sayNotOpened(address: string, why: string): void {
    const what = this.#needsBrowserHere
      ? `open this address in a browser on this machine: ${address}`
      : 'open the address above on any device, and paste the code that the last page shows'
    process.stderr.write('\n')
    this.say(`the browser could not be opened (${why}): ${what}`)
  }
}

/** Whether anybody can type or send a code: standard input is a terminal, a pipe, a socket or a file, and not /dev/null. */
function canPaste(): boolean {
  const stats = orNull(() => fstatSync(0))
  return isatty(0) || stats?.isFIFO() === true || stats?.isSocket() === true || stats?.isFile() === true
}
