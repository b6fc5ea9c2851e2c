import type { Command } from 'commander'
import { openOutput } from '../output.ts'
import { fields, openRecord, search, withCorrections } from '../record/index.ts'
import { guarded } from './guarded.ts'
import { positive } from './inputs.ts'
import { styles } from './page.ts'
import { onRecord, type RecordOptions } from './record.ts'
import { searchPage } from './search-page.ts'

const fieldList = Object.entries(fields)
  .map(([name, { meaning }]) => `  ${`${name}:`.padEnd(11)}${meaning}`)
  .join('\n')

const examples = `
Words are found in any of their forms (sanction, sanctions, sanctioned); a "phrase" as it is written. All must stand in a result;
-word, -"a phrase" and -field:value must not. A field may have several values: form:direct,mixed. Fields:

${fieldList}

Examples:
  $ onrecord search 'chemical weapons'
  $ onrecord search '"red line" speaker:obama'
  $ onrecord search 'speaker:obama about:syria after:2013'
  $ onrecord search 'strike sourcing:unnamed' --facets
  $ onrecord search 'kind:commitment type:promise,threat' --json

Exit status: 0 searched, 1 not (the query was wrong, there is no record), 2 wrong usage.`

interface Options extends RecordOptions {
  limit: number
  after?: string
  facets?: boolean
  json?: boolean
}

/** `onrecord search QUERY...`: finds statements, events, commitments and sentences of a record. */
export function addSearch(program: Command): void {
  onRecord(
    program.command('search').description('Find statements, events, commitments and sentences by words and fields.'),
  )
    .argument('<query...>', 'words, "phrases", field:value; best as one argument in \'…\'')
    .option('--limit <n>', 'the most results to show, up to 1,000', positive, 20)
    .option('--after <next>', 'go on after an earlier page: what it gave as next')
    .option('--facets', 'count all results by kind, speaker, country, outlet, year and more')
    .option('--json', 'print one JSON object: total, hits, facets, next')
    .addHelpText('after', examples)
    .action(guarded(find))
}

async function find(parts: string[], { record: folder, limit, after, facets, json }: Options): Promise<void> {
  const record = await withCorrections(await openRecord(folder))
  const found = await search(record, parts.join(' '), { limit, after, facets })
  const output = await openOutput()
  const style = styles(process.stdout.isTTY === true && !process.env.NO_COLOR)
  const width = Math.min(process.stdout.columns ?? 100, 120)
  await output.write(json ? `${JSON.stringify(found)}\n` : searchPage(found, { width, style }))
  await output.close()
}
