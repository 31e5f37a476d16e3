import type { AnyLogin, Credentials } from '../credentials/credentials.js'
import { fingerprint } from '../credentials/fingerprint.js'
import { credentialsOf, type NewPair } from '../credentials/new-pair.js'
import { pairPathIn } from '../home/found-login.js'
import { IsolatedHome } from '../home/isolated-home.js'
import { isSignInElsewhere, useOfToken, type UseOfToken } from '../recovery/abandoned-home.js'
import { homesIn, isForSignIn } from '../recovery/abandoned-run.js'
import { outlookFor } from '../recovery/put-back.js'
import { readRescue, rescuesIn, type RescueFile } from '../recovery/rescue-file.js'
import { isTrusted } from '../recovery/trusted-entry.js'
import { outlookOfHome } from '../status/remains.js'
import { isAlive } from '../system/process-identity.js'
import { orUnreadable } from '../unreadable.js'
import type { WorkFolder } from '../work-folder.js'

/** A pair that the next run puts into the file. */
export interface WaitingPair {
  readonly login: Credentials
  /** The file with the pair. */
  readonly path: string
  /** Whether it is of `clr login`. */
  readonly isNewLogin: boolean
}

/** Where to look for pairs of interrupted runs, and which of them count. */
interface Search {
  readonly folder: WorkFolder
  /** The usable login in the file; null if it has none. */
  readonly login: AnyLogin | null
  /** Whether only a login of `clr login` counts, since the file does not exist. */
  readonly onlySignIns: boolean
}

/** What `recoverAbandoned` would do now, in its order; looks only, and ends no process. */
export class InterruptedRuns {
  /** The last pair that the next run puts into the file; null if there is none. */
  waiting: WaitingPair | null = null
  /** Pairs that do not descend from the one in the file, and stay where they are. */
  readonly others: RescueFile[] = []
  /** The rejection of the pair in the file that a killed run left no record of; null if there was none. */
  rejection: UseOfToken['rejection'] = null
  /** Whether a killed run may have sent the token in the file. */
  isSentBefore = false
  /** HOMEs of killed runs whose `claude` is still running. */
  readonly atWork: string[] = []
  #login: AnyLogin | null

  /** @throws RefreshError `creds-unreadable` */
  constructor({ folder, login, onlySignIns }: Search) {
    this.#login = login
    const homes = homesIn(folder).filter(home => !onlySignIns || isForSignIn(home))
    for (const home of homes) {
      orUnreadable(home, () => {
        if (isTrusted(home, folder)) this.#lookInto(IsolatedHome.adopt(home))
      })
    }
    const rescues = rescuesIn(folder).filter(({ isNewLogin }) => !onlySignIns || isNewLogin)
    for (const rescue of rescues) this.#lookAt(rescue, folder)
  }

  #lookInto(home: IsolatedHome): void {
    if (home.owner !== null && isAlive(home.owner) === 'yes') return
    const claude = home.claudeIdentity()
    if (claude !== null && isAlive(claude) === 'yes') this.atWork.push(home.path)
    const judgement = home.judge()
    if (judgement.kind === 'pair') {
      const outlook = outlookOfHome(home, this.#login)
      const path = pairPathIn(home, home.origin)
      if (outlook === 'put-back') this.#putBack(judgement.newPair, path)
      const { from, isSignIn = false } = home.origin
      if (outlook === 'another-login') this.others.push({ path, from, isNewLogin: isSignIn })
    } else if (home.owner !== null && !isSignInElsewhere(home) && this.#isInFile(home.origin.from)) {
      const { isSent, rejection } = useOfToken(home, judgement)
      this.isSentBefore ||= isSent
      this.rejection ??= rejection
    }
  }

  #lookAt(rescue: RescueFile, folder: WorkFolder): void {
    const { path } = rescue
    const rescued = orUnreadable(path, () => (isTrusted(path, folder) ? readRescue(rescue) : null))
    const outlook = rescued === null ? 'another-login' : outlookFor(rescued.newPair, this.#login)
    if (outlook === 'another-login') this.others.push(rescue)
    if (rescued !== null && outlook === 'put-back') this.#putBack(rescued.newPair, path)
  }

  #putBack(newPair: NewPair, path: string): void {
    const login = credentialsOf(newPair)
    this.waiting = { login, path, isNewLogin: newPair.isNewLogin === true }
    this.#login = login
  }

  #isInFile(pair: string): boolean {
    return this.#login !== null && fingerprint(this.#login) === pair
  }
}
