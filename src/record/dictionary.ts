/** The data dictionary: `docs/data-dictionary.md` is written from the tables and views by `npm run build`. */
import { type Column, sqlTypes, type Table } from './column.ts'
import { derived } from './derived.ts'
import { ledgerViews } from './ledger/index.ts'
import { allTables } from './tables.ts'
import { views } from './views.ts'

const head = `# Data dictionary

<!-- Written by npm run build from src/record/tables.ts and views.ts. Do not edit. -->

The tables of a record (\`onrecord add\`), each a Parquet file in every segment and a view in \`onrecord sql\`. Offsets
(\`…_start\`, \`…_end\`, \`start_char\`, \`end_char\`) count UTF-16 code units into \`documents.text\`, end exclusive, as JavaScript
and Java count; Python and R count code points, which differ after a character outside the basic plane (an emoji). The words
stand beside every place, so that nobody has to cut. Days are DATE, instants TIMESTAMP in UTC, countries ISO 3166-1 alpha-3,
codes text. A cell that does not apply or is not known is null.
`

const row = (...cells: string[]): string => `| ${cells.map((it) => it.replaceAll('|', '\\|')).join(' | ')} |\n`

const tableOf = ({ name, row: meaning, columns }: Table): string =>
  `\n### ${name}\n\n${meaning}\n\n${row('column', 'type', 'meaning')}|---|---|---|\n${columns
    .map((it: Column) => row(`\`${it.name}\``, `\`${sqlTypes[it.type]}\``, it.meaning))
    .join('')}`

/** The text of \`docs/data-dictionary.md\`. */
export function dataDictionary(): string {
  const own = new Set(allTables.map(({ name }) => name))
  const built = derived.map((it) => it.table).filter(({ name }) => !own.has(name))
  return [
    head,
    '\n## Tables\n',
    ...allTables.map(tableOf),
    ...(built.length > 0 ? ['\n## Tables that the program needs for itself\n', ...built.map(tableOf)] : []),
    '\n## Views\n',
    ...[...views, ...ledgerViews].map(
      ({ name, row: meaning, columns }) =>
        `\n### ${name}\n\n${meaning}\n\n${row('column', 'meaning')}|---|---|\n${columns
          .map((it) => row(`\`${it.name}\``, it.meaning))
          .join('')}`,
    ),
  ].join('')
}
