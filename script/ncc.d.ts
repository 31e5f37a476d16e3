/** The part of ncc's interface that `bundles.ts` uses; it ships without types. */
declare module '@vercel/ncc' {
  interface Options {
    /** Where it keeps what it has compiled, `~/.cache/ncc` by default; false: nowhere. */
    readonly cache: string | false
    /** Whether the bundle is an ES module; by default it is one where the package is. */
    readonly esm: boolean
    readonly filename: string
    readonly target: string
    /** The name of the file that gets the licences of all that is bundled. */
    readonly license: string
    readonly quiet: boolean
  }
  export interface Bundle {
    readonly code: string
    readonly assets: Readonly<Record<string, { readonly source: string | Buffer; readonly permissions: number }>>
  }
  export default function ncc(entry: string, options: Options): Promise<Bundle>
}
