import { type Command, InvalidArgumentError, Option } from 'commander'
import { OnrecordError } from '../errors.ts'
import { openOutput } from '../output.ts'
import { ask, askToParquet, DEFAULT_SECONDS, openRecord, withCorrections } from '../record/index.ts'
import { type AnswerFormat, answerFormats, written } from './answer.ts'
import { guarded } from './guarded.ts'
import { positive } from './inputs.ts'
import { onRecord, type RecordOptions } from './record.ts'

const examples = `
Examples:
  $ onrecord sql "SELECT speaker, quote, published FROM quotes WHERE country = 'RUS' ORDER BY published"
  $ onrecord sql 'FROM dyads ORDER BY events DESC LIMIT 20'
  $ onrecord sql 'SELECT sourcing, count(*) AS n FROM statements GROUP BY ALL ORDER BY n DESC' --format md
  $ onrecord sql 'SELECT * FROM events' --format parquet --out events.parquet
  $ onrecord sql 'SHOW TABLES'                       what there is; docs/data-dictionary.md says what it means
  $ echo 'SELECT count(*) FROM documents' | onrecord sql -

The record is only read: nothing a question says can change it or open another file. SQL is that of DuckDB.
Exit status: 0 answered, 1 not, 2 wrong usage.`

/** Rows shown on a terminal or in a table unless more are asked for. */
const SHOWN = 1000

interface Options extends RecordOptions {
  format?: AnswerFormat | 'parquet'
  limit?: number
  timeout: number
  out?: string
}

/** `onrecord sql 'SELECT …'`: asks the record. */
export function addSql(program: Command): void {
  onRecord(program.command('sql').description('Ask the record in SQL; it is only read.'))
    .argument('<question>', 'one SELECT, or - to read it from standard input')
    .addOption(
      new Option('--format <format>', 'how to give the answer (default: table)').choices([...answerFormats, 'parquet']),
    )
    .option('--limit <rows>', `the most rows to give, 0 for all (default: ${SHOWN} in a table, else all)`, wholeNumber)
    .option('--timeout <seconds>', 'give up after this long', positive, DEFAULT_SECONDS)
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText('after', examples)
    .action(guarded(sql))
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

async function sql(question: string, options: Options): Promise<void> {
  const { format = 'table', timeout: seconds, out } = options
  const record = await withCorrections(await openRecord(options.record))
  const text = question === '-' ? await standardInput() : question
  const rows = (options.limit ?? (format === 'table' ? SHOWN : 0)) || undefined
  if (format === 'parquet') {
    if (out === undefined) throw new OnrecordError('E_SQL', 'Parquet needs a file: give --out FILE.')
    return askToParquet(record, text, out, { seconds, rows })
  }
  const answer = await ask(record, text, { seconds, rows })
  try {
    const output = await openOutput(out)
    const width = out === undefined && process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY
    for await (const piece of written(format, answer.columns, answer.rows, width)) await output.write(piece)
    await output.close()
    if (answer.more()) process.stderr.write(`The first ${rows} rows; there are more (--limit 0 gives all).\n`)
  } finally {
    answer.close()
  }
}

async function standardInput(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += chunk
  return text
}
