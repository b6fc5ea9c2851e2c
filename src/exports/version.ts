import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from '../actors/index.ts'
import { packageRoot } from '../package-root.ts'

/** The version of onrecord that wrote an export. */
export const version: () => string = once(
  () => JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version,
)
