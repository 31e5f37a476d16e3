/** What the stand-in says and asks for; a test may change it between two requests. */
export interface RegistrySettings {
  /** Of all versions: signed by the registry's key, by it but for another text, or not at all. `valid` by default. */
  signatures: 'valid' | 'wrong' | 'none'
  /** At `-/npm/v1/keys`: the key that signed, nothing (404), or another key. `served` by default. */
  keys: 'served' | 'none' | 'other'
  /** When the key expires, in ISO 8601; null (the default) for never. */
  expires: string | null
  /** In the metadata of all versions; may be any text. `right` by default. */
  integrity: 'right' | 'wrong' | 'none' | { readonly text: string }
  /** The user and password, `anna:secret`, without which every request gets a 401; null (the default) for none. */
  login: string | null
  /** The start of all addresses of tarballs; the address of this registry by default. */
  tarballBase: string
}

/** All but `tarballBase`, which is different for each registry. */
export const DEFAULT_SETTINGS = {
  signatures: 'valid',
  keys: 'served',
  expires: null,
  integrity: 'right',
  login: null
} as const
