import { summary } from '@actions/core'
import type { Toolkit } from '../src/action/context.js'

/** A toolkit that records its calls as `name: text`, and prints nothing. */
export function recordingToolkit(): { toolkit: Toolkit; calls: string[] } {
  const calls: string[] = []
  const note =
    (name: string) =>
    (text: unknown, properties?: { title?: string }): void => {
      calls.push(`${name}: ${properties?.title === undefined ? '' : `[${properties.title}] `}${String(text)}`)
    }
  const toolkit: Toolkit = {
    addPath: note('path'),
    setSecret: note('mask'),
    setOutput: (name: string, value: unknown) => {
      calls.push(`output: ${name}=${String(value)}`)
    },
    error: note('error'),
    warning: note('warning'),
    info: note('info'),
    group: (name, fn) => {
      calls.push(`group: ${name}`)
      return fn()
    },
    summary
  }
  return { toolkit, calls }
}
