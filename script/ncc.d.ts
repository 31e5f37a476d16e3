/** The part of ncc's interface that `bundles.ts` uses; it ships without types. */
declare module '@vercel/ncc' {
  interface Options {
    /** Where it keeps what it has compiled, `~/.cache/ncc` by default; false: nowhere. */
    readonly cache: string | false
    /** Whether the bundle is an ES module; by default it is one where the package is. */
    readonly esm: boolean
    readonly filename: string
    readonly target: string
    readonly quiet: boolean
  }
  /** A module of webpack's. */
  export interface Module {
    /** Absolute path of its file. */
    readonly resource?: string
    /** The modules that were joined into this one. */
    readonly modules?: readonly Module[]
  }
  export interface Bundle {
    readonly code: string
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
    readonly stats: { readonly compilation: { readonly modules: Iterable<Module> } }
  }
  export default function ncc(entry: string, options: Options): Promise<Bundle>
}
