import path from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { claudeEnvironment, claudeVariables } from '../../../src/core/claude/claude-environment.js'
import { TempFolder } from '../../../testing/temp-folder.js'

const HOME = { path: '/isolated-home', temporaryFolder: '/isolated-home/tmp', firstOnPath: null }
const BASE_URL = 'https://127.0.0.1:1/x'

/** The environment of an isolated `claude` for a caller's. */
const passOn = (caller: NodeJS.ProcessEnv) => claudeEnvironment({ PATH: '/usr/bin', ...caller }, HOME, BASE_URL)

const WANTED = {
  LANG: 'C',
  LANGUAGE: 'de',
  LC_ALL: 'C.UTF-8',
  LC_TIME: 'C',
  TZ: 'UTC',
  HTTP_PROXY: 'http://a:1',
  HTTPS_PROXY: 'http://user:pw@b:2',
  ALL_PROXY: 'socks://c',
  http_proxy: 'http://a:1',
  https_proxy: 'http://b:2',
  all_proxy: 'socks://c',
  NODE_EXTRA_CA_CERTS: '/ca.pem',
  SSL_CERT_FILE: '/ca.pem',
  SSL_CERT_DIR: '/ca',
  CLAUDE_CODE_CLIENT_CERT: '/c.pem',
  CLAUDE_CODE_CLIENT_KEY: '/k.pem',
  CLAUDE_CODE_CLIENT_KEY_PASSPHRASE: 'pw',
  NIX_LD: '/nix/store/x-glibc/lib/ld-linux-x86-64.so.2',
  NIX_LD_LIBRARY_PATH: '/nix/store/x-gcc/lib:/nix/store/x-zlib/lib',
  NIX_LD_x86_64_linux: '/nix/store/x-glibc/lib/ld-linux-x86-64.so.2',
  NIX_LD_LIBRARY_PATH_x86_64_linux: '/nix/store/x-gcc/lib'
}

const UNWANTED = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_MODEL',
  'CLAUDECODE',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'CLAUDE_CONFIG_DIR',
  'CLAUDE_CODE_SIMPLE',
  'CLAUDE_CODE_USE_BEDROCK',
  'CLAUDE_CODE_USE_VERTEX',
  'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC',
  'DISABLE_TELEMETRY',
  'DO_NOT_TRACK',
  'NODE_OPTIONS',
  'NODE_PATH',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'NIX_LDFLAGS',
  'NIX_PATH',
  'MISE_DATA_DIR',
  'NODENV_ROOT',
  'VOLTA_HOME',
  'BASH_ENV',
  'ENV',
  'GITHUB_TOKEN',
  'GITHUB_OUTPUT',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  'RUNNER_TEMP',
  'INPUT_CREDS-JSON',
  'INPUT_GITHUB-TOKEN',
  'XDG_CONFIG_HOME',
  'AWS_SECRET_ACCESS_KEY',
  'PWD',
  'LCX',
  'lang'
]

describe('claudeEnvironment', () => {
  it('passes locale, time zone, proxies, authorities and client certificates', () => {
    expect(passOn(WANTED)).toMatchObject(WANTED)
  })

  it('passes no other variable', () => {
    const caller = Object.fromEntries(UNWANTED.map(name => [name, 'x']))
    expect(Object.keys(passOn({ ...caller, ...WANTED })).sort()).toEqual(Object.keys(passOn(WANTED)).sort())
  })

  it('replaces HOME, the temporary folder and the address of the model', () => {
    const caller = { HOME: '/root', USERPROFILE: 'C:', TMPDIR: '/tmp', ANTHROPIC_BASE_URL: 'https://x' }
    expect(passOn(caller)).toMatchObject({
      HOME: HOME.path,
      USERPROFILE: HOME.path,
      TMPDIR: HOME.temporaryFolder,
      ANTHROPIC_BASE_URL: BASE_URL,
      DISABLE_AUTOUPDATER: '1'
    })
  })

  it.each([
    [{}, '127.0.0.1', '127.0.0.1'],
    [{ NO_PROXY: '' }, '127.0.0.1', '127.0.0.1'],
    [{ NO_PROXY: 'a.org' }, 'a.org,127.0.0.1', 'a.org,127.0.0.1'],
    [{ no_proxy: 'b.org' }, 'b.org,127.0.0.1', 'b.org,127.0.0.1'],
    [{ NO_PROXY: 'a.org', no_proxy: 'b.org' }, 'a.org,127.0.0.1', 'b.org,127.0.0.1']
  ])('adds our own address to NO_PROXY: %j', (caller, upper, lower) => {
    expect(passOn(caller)).toMatchObject({ NO_PROXY: upper, no_proxy: lower })
  })

  it('leaves out variables that are not set', () => {
    expect(passOn({ HTTPS_PROXY: undefined })).not.toHaveProperty('HTTPS_PROXY')
  })

  it('puts Node’s own folder first, and drops relative and empty folders of the PATH', () => {
    const node = path.dirname(process.execPath)
    expect(passOn({ PATH: ':.:bin:/usr/bin:../x::/bin:' }).PATH).toBe(`${node}:/usr/bin:/bin`)
    expect(passOn({ PATH: undefined }).PATH).toBe(node)
  })

  it('puts our own folder before all others, if there is one', () => {
    const { PATH } = claudeEnvironment({ PATH: '/a' }, { ...HOME, firstOnPath: '/first' }, BASE_URL)
    expect(PATH).toBe(`/first:${path.dirname(process.execPath)}:/a`)
  })
})

describe('claudeVariables', () => {
  it('has only the variables that claude may get, and the absolute folders of PATH', () => {
    const caller = { ...Object.fromEntries(UNWANTED.map(name => [name, 'x'])), ...WANTED, PATH: 'x:/bin' }
    expect(claudeVariables(caller)).toEqual({ ...WANTED, PATH: '/bin' })
  })
})

describe('a path in a variable that is passed', () => {
  it('is resolved from the caller’s working directory, since claude runs in the root directory', () => {
    const caller = {
      NODE_EXTRA_CA_CERTS: 'ca.pem',
      SSL_CERT_DIR: 'one:/two',
      SSL_CERT_FILE: '',
      CLAUDE_CODE_CLIENT_KEY: 'k'
    }
    expect(passOn(caller)).toMatchObject({
      NODE_EXTRA_CA_CERTS: path.resolve('ca.pem'),
      SSL_CERT_DIR: `${path.resolve('one')}:/two`,
      SSL_CERT_FILE: '',
      CLAUDE_CODE_CLIENT_KEY: path.resolve('k')
    })
  })

  it('stays relative if the working directory is gone', () => {
    const [before, folder] = [process.cwd(), new TempFolder()]
    process.chdir(folder.path)
    folder[Symbol.dispose]()
    try {
      expect(passOn({ NODE_EXTRA_CA_CERTS: 'ca.pem' })).toMatchObject({ NODE_EXTRA_CA_CERTS: 'ca.pem' })
    } finally {
      process.chdir(before)
    }
  })
})

describe('the libraries of a program on NixOS', () => {
  it('come only from absolute folders: a relative one could be in the workspace', () => {
    expect(passOn({ NIX_LD_LIBRARY_PATH: 'lib:/nix/lib::.' })).toMatchObject({ NIX_LD_LIBRARY_PATH: '/nix/lib' })
  })
})
