import type { CompletedRequest } from 'mockttp'
import type { HttpAnswer } from './http-answer.js'

/** The answer of another stand-in to a request. @param address of that stand-in, without a path */
export async function passOn({ method, url, headers, body }: CompletedRequest, address: string): Promise<HttpAnswer> {
  const { pathname, search } = new URL(url)
  const text = (await body.getText()) ?? ''
  const answer = await fetch(`${address}${pathname}${search}`, {
    method,
    headers: { authorization: headers.authorization ?? '', accept: headers.accept ?? '*/*' },
    ...(text === '' ? {} : { body: text })
  })
  const [date = '', type = ''] = ['date', 'content-type'].map(name => answer.headers.get(name) ?? '')
  return {
    statusCode: answer.status,
    headers: { date, 'content-type': type },
    body: Buffer.from(await answer.arrayBuffer())
  }
}
