import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../../testing/paths.js'

const FOLDER = path.join(ROOT, 'docs/images')

/** Writes a picture into docs/images, and prints its path and size. */
export function writeImage(name: string, content: string | Buffer): void {
  const file = path.join(FOLDER, name)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(file, content)
  console.log(`${path.relative(ROOT, file)}  ${(Buffer.byteLength(content) / 1024).toFixed(1)} KB`)
}
