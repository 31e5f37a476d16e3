/** The part of ncc's API that we use; the package has no types. */
declare module '@vercel/ncc' {
  interface Options {
    /** Folder of the compile cache, `~/.cache/ncc` by default; false for none. */
    readonly cache: string | false
    /** Whether the bundle is an ES module; by default, if the package is one. */
    readonly esm: boolean
    /** Modules that are not part of the bundle: what is required in the place of each. */
    readonly externals: Readonly<Record<string, string>>
    readonly filename: string
    readonly target: string
    readonly quiet: boolean
  }
  /** A module of webpack. */
  export interface Module {
    /** Absolute path of its file. */
    readonly resource?: string
    /** The modules that were merged into this one. */
    readonly modules?: readonly Module[]
  }
  export interface Bundle {
    readonly code: string
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer }>>
    readonly stats: { readonly compilation: { readonly modules: Iterable<Module> } }
  }
  export default function ncc(entry: string, options: Options): Promise<Bundle>
}
