import { statSync } from 'node:fs'
import { RefreshError } from '../src/core/reasons.js'
import { startEndpoint } from '../testing/endpoint/endpoint.js'
import { REAL_CLAUDE } from '../testing/registry/claude-package.js'
import { markdownTable, median } from '../testing/statistics.js'
import { COLD_VARIANTS, ROWS, type ColdContext, type ColdVariant, type Row } from './cold-variants.js'
import { findPackage, type RemotePackage } from './remote-package.js'
import { comparison, startingWith } from './rounds.js'

/** As on the internet. The model is never asked. */
const REPLIES = { token: { kind: 'ok', delayMs: 150 }, profile: { kind: 'ok', delayMs: 100 } } as const

/** `NODE_EXTRA_CA_CERTS` stays that of this machine, which may need it for the registry; the CLI trusts this one, too. */
const CA = { caVariable: 'SSL_CERT_FILE' } as const

const BYTES_PER_MB = 1_000_000

/**
 * Measures the first step on a new runner, and compares its install of the CLI with `npm install -g` of the same version from
 * the same registry: the one in `NPM_CONFIG_REGISTRY`, or the public one. Only the refresh is answered by a stand-in.
 * @throws RefreshError if this machine or the registry does not allow it
 */
export async function benchCold(roundCount: number): Promise<void> {
  const proxy = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].find(name => (process.env[name] ?? '') !== '')
  if (proxy !== undefined) {
    throw new RefreshError('usage', `the cold benchmark cannot use a proxy: ${proxy} must not be set`)
  }
  const cli = await findPackage(process.env)
  await using endpoint = await startEndpoint({ ...CA, ...REPLIES })
  const times = await measure({ cli, endpoint, env: process.env }, roundCount)
  const title = `The first step on a new runner (median of ${roundCount})`
  process.stdout.write(`\n### ${title}\n\n${resultTable(times)}\n\n${describe(cli)}\n`)
}

type ColdTimes = ReadonlyMap<Row, number[]>

/** Measures all variants in each round, each time another one first. The first round is a warm-up and does not count. */
async function measure(context: ColdContext, roundCount: number): Promise<ColdTimes> {
  const times: ColdTimes = new Map(ROWS.map(row => [row, []]))
  for (let round = 0; round <= roundCount; round++) {
    for (const variant of startingWith<ColdVariant>(COLD_VARIANTS, round)) {
      const measured = await variant(context)
      if (round > 0) for (const [row, ms] of measured) times.get(row)?.push(ms)
    }
  }
  return times
}

function resultTable(times: ColdTimes): string {
  const npmTimes = times.get(ROWS[0]) ?? []
  const rows = ROWS.map(row => {
    const own = times.get(row) ?? []
    return [row.name, seconds(median(own)), seconds(Math.min(...own)), ...comparison(own, npmTimes, row.target)]
  })
  return markdownTable(['', 'median s', 'best s', 'ratio', 'round by round', 'target'], rows)
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2)
}

function describe({ registry, name, version, size }: RemotePackage): string {
  const [packed, program] = [size, statSync(REAL_CLAUDE).size].map(bytes => `${(bytes / BYTES_PER_MB).toFixed(0)} MB`)
  return `Package: \`${name}@${version}\`, ${packed}, its program ${program}, from ${registry}.`
}
