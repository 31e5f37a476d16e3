import { CREDS, currentAccountFile, type TypedPath } from '../core/credentials/typed-path.js'

/** The file that `--creds` or `CLR_CREDS` names, else the current account's. */
export function credsOf({ creds }: { readonly creds?: string | undefined }, environment: NodeJS.ProcessEnv): TypedPath {
  if (creds !== undefined) return { text: creds, name: CREDS }
  const text = environment.CLR_CREDS ?? ''
  return text === '' ? currentAccountFile(environment) : { text, name: 'CLR_CREDS' }
}
