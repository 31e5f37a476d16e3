import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Job } from '../../../testing/job.js'
import { sampleText } from '../../../testing/sample-login.js'

const SAID_IN_VAIN = 'npm error A complete log of this run can be found in: /root/.npm/_logs/debug-0.log'

/** What npm 11.19.1 printed for each, without repetitions; and the words and the remedy that we expect. */
const FAILURES = [
  {
    what: 'a folder of another user',
    said: `npm error code EACCES
npm error syscall mkdir
npm error path /opt/tools/claude-code/lib
npm error errno -13
npm error Error: EACCES: permission denied, mkdir '/opt/tools/claude-code/lib'
npm error     at async mkdir (node:internal/fs/promises:856:10)
npm error     at async Arborist.reify (/usr/lib/node_modules/npm/node_modules/@npmcli/arborist/lib/arborist/reify.js:113:7) {
npm error   errno: -13,
npm error }
npm error
npm error The operation was rejected by your operating system.`,
    words: "code EACCES, Error: EACCES: permission denied, mkdir '/opt/tools/claude-code/lib'",
    remedy: 'Let the user of the runner write to the path in the message'
  },
  {
    what: 'an immutable folder, whose path the sentence lacks',
    said: `npm error code EPERM
npm error syscall rename
npm error path /opt/tools/a
npm error dest /opt/tools/b
npm error errno -1
npm error operation not permitted`,
    words: 'code EPERM, operation not permitted, path /opt/tools/a',
    remedy: 'Let the user of the runner write to the path in the message'
  },
  {
    what: 'a full disk',
    said: `npm error code ENOSPC
npm error syscall write
npm error errno -28
npm error nospc ENOSPC: no space left on device, write
npm error nospc There appears to be insufficient space on your system to finish.`,
    words: 'code ENOSPC, nospc ENOSPC: no space left on device, write',
    remedy: 'Free some disk space.'
  },
  {
    what: 'a version that is not there',
    said: `npm error code ETARGET
npm error notarget No matching version found for @anthropic-ai/claude-code@9.9.9.
npm error notarget In most cases you or one of your dependencies are requesting a package version that doesn't exist.`,
    words: 'code ETARGET, notarget No matching version found for @anthropic-ai/claude-code@9.9.9.',
    remedy: 'Set `claude-version` to a version that the npm registry has.'
  },
  {
    what: 'a package that is not there',
    said: `npm error code E404
npm error 404 Not Found - GET http://127.0.0.1:4873/@anthropic-ai%2fclaude-code - Not found
npm error 404`,
    words: 'code E404, 404 Not Found - GET http://127.0.0.1:4873/@anthropic-ai%2fclaude-code - Not found',
    remedy: 'Set `claude-version` to a version that the npm registry has.'
  },
  {
    what: 'a registry that asks for a login',
    said: `npm error code E401
npm error 401 Unauthorized - GET http://127.0.0.1:4873/@anthropic-ai%2fclaude-code`,
    words: 'code E401, 401 Unauthorized - GET http://127.0.0.1:4873/@anthropic-ai%2fclaude-code',
    remedy: 'The npm registry asks for a login'
  },
  {
    what: 'a registry that repeats a token of Anthropic',
    said: `npm error code E403
npm error 403 Forbidden - PUT sk-ant-oat01-test-quoted`,
    words: 'code E403, 403 Forbidden - PUT ***',
    remedy: 'The npm registry asks for a login'
  },
  {
    what: 'a damaged download',
    said: `npm error code EINTEGRITY
npm error sha512-AAAA== integrity checksum failed when using sha512: wanted sha512-AAAA== but got sha512-BBBB==. (3000907 bytes)`,
    words: 'code EINTEGRITY, sha512-AAAA== integrity checksum failed when using sha512: wanted sha512-AAAA==',
    remedy: 'The download is damaged.'
  },
  {
    what: 'no connection',
    said: `npm error code ECONNREFUSED
npm error syscall connect
npm error errno ECONNREFUSED
npm error FetchError: request to http://127.0.0.1:1/@anthropic-ai%2fclaude-code failed, reason: connect ECONNREFUSED 127.0.0.1:1
npm error     at ClientRequest.<anonymous> (/usr/lib/node_modules/npm/node_modules/minipass-fetch/lib/index.js:130:14)`,
    words:
      'code ECONNREFUSED, FetchError: request to http://127.0.0.1:1/@anthropic-ai%2fclaude-code failed, reason: connect ECONNREFUSED 127.0.0.1:1',
    remedy: 'Check the network, the proxy (`HTTPS_PROXY`) and `NPM_CONFIG_REGISTRY`'
  },
  {
    what: 'a certificate that is not trusted',
    said: `npm error code SELF_SIGNED_CERT_IN_CHAIN
npm error errno SELF_SIGNED_CERT_IN_CHAIN
npm error request to https://127.0.0.1:1/x failed, reason: self-signed certificate in certificate chain`,
    words: 'code SELF_SIGNED_CERT_IN_CHAIN, request to https://127.0.0.1:1/x failed, reason: self-signed certificate',
    remedy: 'Set `NODE_EXTRA_CA_CERTS` to the file with the CA certificate'
  },
  {
    what: 'a script of the package that fails',
    said: `npm error code 1
npm error path /opt/tools/lib/node_modules/@anthropic-ai/claude-code
npm error command failed
npm error command sh -c node install.cjs
npm error Error: no binary for this platform`,
    words:
      'code 1, command failed, command sh -c node install.cjs, Error: no binary for this platform, path /opt/tools/lib/node_modules/@anthropic-ai/claude-code',
    remedy: 'Check `claude-version`, and whether the npm registry can be reached.'
  }
]

describe('an npm that fails', () => {
  it.each(FAILURES)('is quoted with the cause, and the remedy fits it: $what', async ({ said, words, remedy }) => {
    using job = new Job('notes-its-user')
    job.writeCredentials(sampleText())
    const { stdout, outputs } = await job.main(
      { 'claude-version': '2.1.330' },
      npmThat(job, `${said}\n${SAID_IN_VAIN}`)
    )
    expect(outputs).toMatchObject({ reason: 'claude-install-failed', refreshed: 'false' })
    expect(stdout.replaceAll('%25', '%')).toContain(`npm install ended with exit status 243: ${words}`)
    expect(stdout).toContain(remedy)
    expect(stdout).not.toContain('A complete log of this run')
  })

  it('is reported as out of memory if the system killed it', async () => {
    using job = new Job('notes-its-user')
    job.writeCredentials(sampleText())
    const { stdout } = await job.main({ 'claude-version': '2.1.330' }, npmThat(job, '', 'kill -KILL $$'))
    expect(stdout).toContain('npm install ended with a signal (the usual cause is that the machine ran out of memory)')
    expect(stdout).toContain('Give the machine or the container more memory, then run the workflow again.')
  })
})

/** Variables with an npm on PATH that prints this text and ends with this exit status. */
function npmThat(job: Job, said: string, end = 'exit 243'): NodeJS.ProcessEnv {
  mkdirSync(job.at('npm'))
  writeFileSync(job.at('npm/npm'), `#!/bin/sh\ncat >&2 <<'END'\n${said}\nEND\n${end}\n`, { mode: 0o755 })
  return { PATH: [job.at('npm'), path.dirname(process.execPath), '/usr/bin', '/bin'].join(':') }
}
