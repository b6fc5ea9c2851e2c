/** The version of the reader: what must be the same for two readings of one input to be the same. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OwnEvents } from '../events/index.ts'
import { modelFolder } from '../language/index.ts'
import { packageRoot } from '../package-root.ts'

/** onrecord's version, and the first digits of the sha-256 of its models, its word lists, a user's own actors and ontology. */
export function readerVersion(actors: readonly string[] = [], { ontology, plover }: OwnEvents = {}): string {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))
  const hash = createHash('sha256')
  const files = [modelFolder(), join(packageRoot, 'lexicon')].flatMap(filesIn)
  const own = [...actors, ...(ontology === undefined ? [] : filesIn(ontology))]
  for (const file of [...files, ...own]) hash.update(readFileSync(file))
  if (plover === '18') hash.update(plover)
  return `${version}+${hash.digest('hex').slice(0, 12)}`
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile() && !it.name.endsWith('.md'))
    .map((it) => join(it.parentPath, it.name))
    .sort()
