// What tsc leaves to do: the command must be executable, and the JSON Schema follows the contract.
import { chmodSync, writeFileSync } from 'node:fs'
import { readingJsonSchema } from '../dist/reading.js'
import { dataDictionary } from '../dist/record/dictionary.js'

chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755)
writeFileSync(
  new URL('../docs/reading.schema.json', import.meta.url),
  `${JSON.stringify(readingJsonSchema(), null, 2)}\n`,
)
writeFileSync(new URL('../docs/data-dictionary.md', import.meta.url), dataDictionary())
