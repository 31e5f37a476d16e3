// Requests by plain HTTP through the proxy in HTTPS_PROXY, without the module `http`, which takes 10 ms to load.
const { connect } = require('node:net')
const { URL } = require('node:url')

const { env } = process

/** @returns the status and the parsed body of the answer; or the words of the CLI for a connection that failed */
async function exchange(refreshToken) {
  const body = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: 'test' }
  return send('POST', 'http://platform.claude.com/v1/oauth/token', { body })
}

/**
 * Asks the model. In an isolated HOME its address is that of `clr`, which ends this program.
 * @returns the answer; null if there is none, and the program has to stay
 */
async function askModel(accessToken) {
  if ((env.ANTHROPIC_BASE_URL ?? '') !== '') {
    const { hostname, port } = new URL(env.ANTHROPIC_BASE_URL)
    connect(Number(port), hostname).on('error', () => {})
    setInterval(() => {}, 60_000)
    return null
  }
  const headers = { authorization: `Bearer ${accessToken}` }
  const body = { model: 'claude-sonnet-4-6', max_tokens: 1, messages: [{ role: 'user', content: '.' }] }
  const { status, problem } = await send('POST', 'http://api.anthropic.com/v1/messages', { headers, body })
  return problem === undefined ? `stand-in model answer ${status}` : `API Error: ${problem}`
}

function send(method, url, { headers = {}, body }) {
  const proxy = new URL(env.https_proxy ?? env.HTTPS_PROXY)
  const { host } = new URL(url)
  const text = JSON.stringify(body)
  const lines = {
    host,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    connection: 'close',
    ...headers
  }
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`)
  return new Promise(resolve => {
    let answer = ''
    const socket = connect(Number(proxy.port), proxy.hostname, () => {
      socket.write(`${method} ${url} HTTP/1.1\r\n${head.join('')}\r\n${text}`)
    })
    socket.setEncoding('utf8')
    socket.on('data', part => (answer += part))
    socket.on('error', error => resolve({ problem: wordsFor(error) }))
    socket.on('close', () => resolve(parse(answer)))
  })
}

function wordsFor({ syscall, message }) {
  return syscall === 'connect' ? message : 'socket hang up'
}

function parse(answer) {
  const [head, ...rest] = answer.split('\r\n\r\n')
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]
  if (status === undefined) return { problem: 'socket hang up' }
  const body = rest.join('\r\n\r\n')
  const isChunked = /^transfer-encoding: chunked$/im.test(head)
  return { status: Number(status), body: parseJson(isChunked ? withoutChunks(body) : body) }
}

function withoutChunks(body) {
  let text = ''
  for (let rest = body; ;) {
    const [, size, after] = /^([\da-f]+)\r\n([^]*)$/i.exec(rest) ?? []
    if (size === undefined || Number.parseInt(size, 16) === 0) return text
    const length = Number.parseInt(size, 16)
    text += after.slice(0, length)
    rest = after.slice(length + 2)
  }
}

function parseJson(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

module.exports = { exchange, askModel }
