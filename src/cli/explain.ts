import type { Command } from 'commander'
import { coded, OnrecordError } from '../errors.ts'
import { type Note, type Ontology, plover } from '../events/index.ts'
import { explainActor, explainCommitment, explainEvent, explainStatement, nearlyIn } from '../explain/index.ts'
import { openOutput } from '../output.ts'
import { read } from '../read.ts'
import type { Reading } from '../reading.ts'
import { type Input, openSources } from '../sources/index.ts'
import { actorText, commitmentText, eventText, nearlyText, statementText } from './explained.ts'
import { type InputOptions, sourcesOf, withReading } from './inputs.ts'
import { type PageOptions, styles } from './page.ts'
import { type OwnOptions, ownOf, withOwn } from './read.ts'

const examples = `
Examples:
  $ onrecord explain article.html                    every event: why this code, these actors, this factuality
  $ onrecord explain article.html --event e3         one event, and what nearly matched beside it
  $ onrecord explain article.html --statement s2     how a statement was read; also --commitment c1
  $ onrecord explain article.html --actor usa        where an actor is named and what it takes part in
  $ onrecord explain commitment 3f2a91c07b5e         of the ledger: every report and step, what tied it, what nearly did
  $ onrecord explain wire.ndjson --article a-17 --event e1 --json

Ids are those that onrecord read --json prints.
Exit status: 0 done, 1 something could not be read or there is no such id, 2 wrong usage.`

interface Options extends OwnOptions, Omit<InputOptions, 'out'> {
  article?: string
  event?: string
  statement?: string
  commitment?: string
  actor?: string
  record: string
  json?: boolean
}

/** `onrecord explain FILE --event ID`: why a row says what it says. */
export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .description('Say why a row was read: its rule and example, who the parties are, and what nearly matched.')
    .argument('<input>', 'a file of one article, or of several with --article; - for standard input; or "commitment"')
    .argument('[id]', 'after "commitment": a commitment of the ledger')
    .option('--record <folder>', 'after "commitment": the folder of the record', './record')
  withOwn(withReading(command))
    .option('--article <id>', 'which article of the file')
    .option('--event <id>', 'an event, as e3')
    .option('--statement <id>', 'a statement, as s2')
    .option('--commitment <id>', 'a commitment, as c1')
    .option('--actor <id>', 'an actor, as usa')
    .option('--json', 'print the explanation as JSON, one a line')
    .addHelpText('after', examples)
    .action(async (place: string, id: string | undefined, options: Options) => {
      try {
        if (place === 'commitment' && id !== undefined) await explainLedger(id, options)
        else await explain(place, options)
      } catch (error) {
        const { code, message } = coded(error)
        process.stderr.write(`error ${code}: ${message}\n`)
        process.exitCode = 1
      }
    })
}

/** A commitment of the whole record rather than of one article. */
async function explainLedger(id: string, { record, json }: Options): Promise<void> {
  const { openRecord, withCorrections } = await import('../record/index.ts')
  const { explainOf } = await import('./ledger.ts')
  await explainOf(await withCorrections(await openRecord(record)), id, { json })
}

async function explain(place: string, options: Options): Promise<void> {
  const own = await ownOf(options)
  const notes: Note[] = []
  const input = await articleIn(place, options)
  const events = { ...own.events, note: (note: Note) => notes.push(note) }
  const reading = await read(input, { ...own, plain: options.plain, events })
  const [error] = reading.errors ?? []
  if (error) throw new OnrecordError(error.code as `E_${string}`, error.message)
  const ontology = own.events?.ontology ?? plover()
  const rows = explained(reading, options, notes, ontology)
  const page = {
    width: Math.min(process.stdout.columns ?? 100, 120),
    style: styles(process.stdout.isTTY === true && !process.env.NO_COLOR),
  }
  const output = await openOutput()
  if (rows.length === 0) {
    process.stderr.write(`No event was read from ${place}. What was tried:\n`)
    const nearly = nearlyIn(reading, notes, ontology)
    rows.push({ data: { nearly }, text: (options) => nearlyText(nearly, options) })
  }
  for (const { data, text } of rows) await output.write(options.json ? `${JSON.stringify(data)}\n` : text(page))
  await output.close()
}

/** The one article that is asked for. */
async function articleIn(place: string, options: Options): Promise<Input> {
  const ids: string[] = []
  let found: Input | undefined
  for await (const input of openSources(
    [place],
    sourcesOf(options, (line) => process.stderr.write(`${line}\n`)),
  )) {
    const id = input.id ?? input.uri
    ids.push(id)
    if (options.article === undefined || options.article === id) found ??= input
  }
  if (found && (options.article !== undefined || ids.length === 1)) return found
  if (options.article !== undefined) throw unknown(place, 'article', options.article, ids)
  throw new OnrecordError(
    'E_MANY_ARTICLES',
    `${place} has ${ids.length} articles. Say which with --article: ${few(ids)}.`,
  )
}

/** An explanation as data, and how it is laid out. */
interface Row {
  data: unknown
  text: (page: PageOptions) => string
}

/** What is asked for; every event when nothing is. */
function explained(reading: Reading, options: Options, notes: readonly Note[], ontology: Ontology): Row[] {
  const { event, statement, commitment, actor } = options
  const rows: Row[] = []
  const all = [event, statement, commitment, actor].every((id) => id === undefined)
  for (const it of all ? reading.events : picked(reading, 'event', reading.events, event)) {
    const data = explainEvent(reading, it, notes, ontology)
    rows.push({ data, text: (page) => eventText(data, page) })
  }
  for (const it of picked(reading, 'statement', reading.statements, statement)) {
    const data = explainStatement(reading, it)
    rows.push({ data, text: (page) => statementText(data, page) })
  }
  for (const it of picked(reading, 'commitment', reading.commitments, commitment)) {
    const data = explainCommitment(reading, it)
    rows.push({ data, text: (page) => commitmentText(data, page) })
  }
  for (const it of picked(reading, 'actor', reading.actors, actor)) {
    const data = explainActor(reading, it)
    rows.push({ data, text: (page) => actorText(data, page) })
  }
  return rows
}

/** The row of an id; none when no id is asked for. */
function picked<Item extends { id: string }>(
  reading: Reading,
  kind: string,
  items: readonly Item[],
  id?: string,
): Item[] {
  if (id === undefined) return []
  const found = items.find((it) => it.id === id)
  if (!found)
    throw unknown(
      reading.source.uri ?? reading.id,
      kind,
      id,
      items.map((it) => it.id),
    )
  return [found]
}

const unknown = (place: string, kind: string, id: string, ids: readonly string[]): OnrecordError =>
  new OnrecordError(
    'E_UNKNOWN_ID',
    `${place} has no ${kind} "${id}". ${ids.length > 0 ? `There are: ${few(ids)}.` : `It has no ${kind} at all.`}`,
  )

const SHOWN = 20
const few = (ids: readonly string[]): string =>
  ids.length > SHOWN ? `${ids.slice(0, SHOWN).join(', ')} and ${ids.length - SHOWN} more` : ids.join(', ')
