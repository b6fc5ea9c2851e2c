/** The version of the reader: what must be the same for two readings of one input to be the same. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelFolder } from '../language/index.ts'
import { packageRoot } from '../package-root.ts'

/** onrecord's version, and the first digits of the sha-256 of its models, its word lists and a user's own actors. */
export function readerVersion(actors: readonly string[] = []): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  const hash = createHash('sha256')
  const files = [modelFolder(), join(packageRoot, 'lexicon')].flatMap(filesIn)
  for (const file of [...files, ...actors]) hash.update(readFileSync(file))
  return `${version}+${hash.digest('hex').slice(0, 12)}`
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && !it.name.endsWith('.md'))
    .map((it) => join(it.parentPath, it.name))
    .sort()
