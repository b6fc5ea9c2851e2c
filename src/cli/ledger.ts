import { type Command, InvalidArgumentError, Option } from 'commander'
import { OnrecordError } from '../errors.ts'
import { openOutput } from '../output.ts'
import { ask, ledgerParty, literal, openRecord, type Snapshot, withCorrections } from '../record/index.ts'
import { type AnswerFormat, answerFormats, written } from './answer.ts'
import { guarded } from './guarded.ts'
import { onRecord, type RecordOptions } from './record.ts'

const examples = `
Examples:
  $ onrecord ledger                                        every commitment and what became of it
  $ onrecord ledger --kind threat --status carried-out     threats that somebody says were carried out
  $ onrecord ledger --between USA RUS                      what either is committed to the other
  $ onrecord ledger --overdue                              deadlines passed, and nobody tells of any outcome
  $ onrecord ledger --due 30                               deadlines in the 30 days after the record's last
  $ onrecord ledger --question open-offers                 offers from state to state that are still open
  $ onrecord ledger --question threats-met                 threats whose condition somebody says was met
  $ onrecord ledger --question contradictions              what some say was kept or accepted, and others that it was not
  $ onrecord ledger --question who-keeps-their-word        how much is said to be kept, with what share of it by others only
  $ onrecord ledger 3f2a91c07b5e                           one commitment: every report, every step, and what nearly tied

The ledger judges nothing: it tells who says that something was kept or broken. In SQL: the views ledger, ledger_history,
open_offers, threats_met, due_soon, contradictions and who_keeps_their_word. Exit status: 0 answered, 1 not, 2 wrong usage.`

const questions = ['open-offers', 'threats-met', 'due-soon', 'contradictions', 'who-keeps-their-word'] as const

export interface AnswerOptions {
  format?: AnswerFormat
  json?: boolean
  out?: string
}

interface Options extends RecordOptions, AnswerOptions {
  kind?: string[]
  status?: string[]
  actor?: string
  between?: string[]
  overdue?: boolean
  due?: number
  question?: (typeof questions)[number]
}

/** `onrecord ledger`: what was promised, and what became of it. */
export function addLedger(program: Command): void {
  onRecord(program.command('ledger').description('What was promised, threatened or demanded, and what became of it.'))
    .argument('[id]', 'a commitment of the ledger, to see how it came about')
    .option(
      '--kind <kinds...>',
      'only these kinds: offer, promise, threat, red-line, demand, ultimatum, refusal, agreement',
    )
    .option(
      '--status <statuses...>',
      'only these: open, accepted, rejected, kept, broken, carried-out, withdrawn, lapsed, …',
    )
    .option('--actor <who>', 'committed or addressed: a country (ISO 3166-1 alpha-3), an id of actors, or a name')
    .option('--between <who...>', 'two of them, in either direction')
    .option('--overdue', 'the deadline has passed and nobody tells of any outcome')
    .option('--due <days>', "the deadline falls into so many days after the record's last day", days)
    .addOption(new Option('--question <question>', 'answer a question that people ask').choices(questions))
    .addOption(new Option('--format <format>', 'how to give the answer (default: table)').choices(answerFormats))
    .option('--json', 'short for --format json')
    .option('--out <file>', 'write to a file instead of standard output')
    .addHelpText('after', examples)
    .action(guarded(ledger))
}

function days(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of days.')
  return Number(text)
}

async function ledger(id: string | undefined, options: Options): Promise<void> {
  const record = await withCorrections(await openRecord(options.record))
  if (id !== undefined) return explainOf(record, id, options)
  await give(record, options.question ? questionOf(options.question) : listOf(options), options)
}

const questionOf = (question: string) => `FROM ${question.replaceAll('-', '_')}`

const shown =
  'id, kind, source_name, target_name, about, condition, deadline_date, status, status_date, reports, independent'

/** The ledger as a question in SQL, with what is asked for. */
function listOf({ kind, status, actor, between, overdue, due }: Options): string {
  const among = (column: string, values: readonly string[]) => `${column} IN (${values.map(literal).join(', ')})`
  if (between && between.length !== 2) throw new OnrecordError('E_SQL', 'Give two after --between: --between USA RUS.')
  const last = '(SELECT max(day) FROM documents)'
  const conditions = [
    ...(kind ? [among('kind', kind)] : []),
    ...(status ? [among('status', status)] : []),
    ...(actor ? [`(${ledgerParty('source', actor)} OR ${ledgerParty('target', actor)})`] : []),
    ...(between
      ? [
          `((${ledgerParty('source', between[0]!)} AND ${ledgerParty('target', between[1]!)}) OR (${ledgerParty('source', between[1]!)} AND ${ledgerParty('target', between[0]!)}))`,
        ]
      : []),
    ...(overdue ? ["status = 'lapsed'"] : []),
    ...(due === undefined
      ? []
      : [
          `deadline_date BETWEEN ${last} AND ${last} + ${due} AND status IN ('open', 'not-yet', 'renewed', 'accepted')`,
        ]),
  ]
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  return `SELECT ${shown} FROM ledger ${where} ORDER BY first_reported NULLS LAST, id`
}

async function give(record: Snapshot, sql: string, { format, json, out }: Options): Promise<void> {
  const answer = await ask(record, sql)
  try {
    const output = await openOutput(out)
    const width = out === undefined && process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY
    for await (const piece of written(json ? 'json' : (format ?? 'table'), answer.columns, answer.rows, width)) {
      await output.write(piece)
    }
    await output.close()
  } finally {
    answer.close()
  }
}

/**
 * One commitment with every report of it, what tied each and what nearly did, and every step with its words and whose they are; as JSON
 * one object of the three.
 */
export async function explainOf(record: Snapshot, id: string, { format, json, out }: AnswerOptions): Promise<void> {
  const here = literal(id)
  const parts = {
    commitment: `SELECT * FROM ledger WHERE id = ${here}`,
    reports: `SELECT published, tied, round(score, 2) AS score, about, document, commitment, nearest, round(nearest_score, 2) AS nearest_score
      FROM ledger_reports WHERE ledger = ${here} ORDER BY published NULLS LAST, document, commitment`,
    steps: `SELECT date, status, evidence, word, sourcing, rule, round(score, 2) AS score, confidence, document, statement, event
      FROM ledger_history WHERE ledger = ${here} ORDER BY date NULLS LAST, document, evidence_start`,
  }
  const asked = json ? 'json' : (format ?? 'table')
  const width = out === undefined && process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY
  const pieces: Record<string, string> = {}
  for (const [name, sql] of Object.entries(parts)) {
    const answer = await ask(record, sql)
    try {
      let text = ''
      for await (const piece of written(asked, answer.columns, answer.rows, width)) text += piece
      pieces[name] = text
      if (name === 'commitment' && !text.includes(id))
        throw new OnrecordError('E_NOT_FOUND', `${id}: the ledger has no such commitment. onrecord ledger lists them.`)
    } finally {
      answer.close()
    }
  }
  const output = await openOutput(out)
  const whole = ([name, text]: [string, string]) => `"${name}":${text.trim()}`
  if (asked === 'json') await output.write(`{${Object.entries(pieces).map(whole).join(',\n')}}\n`)
  else await output.write(Object.values(pieces).join('\n'))
  await output.close()
}
