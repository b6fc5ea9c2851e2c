/** A Reading as a page for people: each sentence that something was read from, and under it what was read. */
import { createColors } from 'picocolors'
import type { Commitment, Event, Mention, Polarity, Reading, Sourcing, Span, Statement } from '../reading.ts'
import { clip, columns, wrap } from './layout.ts'

/** Words in colour, or as they are. */
export const styles = (colour: boolean) => createColors(colour)
export type Style = ReturnType<typeof styles>

export interface PageOptions {
  /** Columns of the terminal. */
  width: number
  style: Style
}

/** Ends with a blank line, so that pages can follow one another. */
export function pageOf(reading: Reading, { width, style }: PageOptions): string {
  const lines = [...headOf(reading, width, style), '']
  for (const [sentence, rows] of rowsBySentence(reading)) {
    lines.push(...wrap(reading.text.slice(sentence.start, sentence.end), width - 2).map((line) => `  ${line}`), '')
    for (const row of rows) lines.push(...describe(row, reading, width, style))
    lines.push('')
  }
  for (const { code, message } of reading.warnings) lines.push(style.yellow(`  ${code}: ${message}`))
  if (reading.warnings.length > 0) lines.push('')
  return `${lines.join('\n')}\n`
}

function headOf(reading: Reading, width: number, style: Style): string[] {
  const { title, byline, published, source, captions } = reading
  const facts = [byline, published?.slice(0, 10), source.outlet, source.uri].filter(Boolean).join(' · ')
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`
  const counts = [
    count(reading.sentences.length, 'sentence'),
    count(reading.statements.length, 'statement'),
    count(reading.events.length, 'event'),
    count(reading.commitments.length, 'commitment'),
  ].join(', ')
  return [
    ...(title ? wrap(title, width).map(style.bold) : []),
    style.dim(facts),
    ...captions.flatMap((caption) => wrap(`Caption: ${caption}`, width).map(style.dim)),
    style.dim(counts),
  ]
}

type Row = { at: number } & ({ statement: Statement } | { event: Event } | { commitment: Commitment })

/** Every row under the sentence that holds the words it hangs on, in text order. */
function rowsBySentence(reading: Reading): Map<Span, Row[]> {
  const rows: Row[] = [
    ...reading.statements.map((statement) => ({ statement, at: (statement.cue ?? statement.content[0]!).start })),
    ...reading.events.map((event) => ({ event, at: event.trigger[0]!.start })),
    ...reading.commitments.map((commitment) => ({ commitment, at: commitment.about.start })),
  ]
  const groups = new Map<Span, Row[]>()
  for (const sentence of reading.sentences) {
    const own = rows.filter((row) => row.at >= sentence.start && row.at < sentence.end)
    if (own.length > 0) groups.set(sentence, own)
  }
  return groups
}

function describe(row: Row, reading: Reading, width: number, style: Style): string[] {
  if ('statement' in row) return describeStatement(row.statement, reading, width, style)
  if ('event' in row) return describeEvent(row.event, reading, width, style)
  return describeCommitment(row.commitment, reading, width, style)
}

const LABEL = 10
/** Columns before what a row says. */
const INDENT = LABEL + 3
const line = (label: string, left: string, right: string, width: number) =>
  columns(`   ${label.padEnd(LABEL)}`, left, right, width)

function describeStatement(statement: Statement, reading: Reading, width: number, style: Style): string[] {
  const speakers = chainOf(statement, reading)
    .map((it) => sourceOf(it, reading))
    .join(' › ')
  const content = statement.content.map((span) => sliceOf(span, reading)).join(' … ')
  const right = [statement.form, actOf(statement), percent(statement.confidence)].join(' · ')
  const left = clip(speakers + whereOf(statement, reading), width - INDENT)
  return [
    ...line(style.cyan('says'.padEnd(LABEL)), style.bold(left), style.dim(right), width),
    ...line('', clip(content, width - INDENT), '', width),
  ]
}

/** Polarities that an act tells itself. */
const implied: Record<string, Polarity> = { deny: 'denied', reject: 'denied', doubt: 'denied', decline: 'unsaid' }

/** "say", "say, unsaid", "believe, denied". */
const actOf = ({ act, polarity }: Statement): string =>
  polarity === undefined || implied[act] === polarity ? act : `${act}, ${polarity}`

/** " in an interview with NBC News", " via Reuters". */
function whereOf({ venue, via }: Statement, reading: Reading): string {
  const named = via && venue && venue.start <= via.start && via.end <= venue.end
  return [venue && ` ${sliceOf(venue, reading)}`, via && !named && ` via ${nameOf(via, reading)}`]
    .filter(Boolean)
    .join('')
}

/** The statements a statement is reported in, outermost first, and itself. */
function chainOf(statement: Statement, { statements }: Reading): Statement[] {
  const outer = statements.find((it) => it.id === statement.within)
  return outer ? [...chainOf(outer, { statements } as Reading), statement] : [statement]
}

function sourceOf(statement: Statement, reading: Reading): string {
  if (!statement.source) return 'nobody named'
  return `${nameOf(statement.source, reading)} (${describeSourcing(statement.sourcing, statement.source)})`
}

const describeSourcing = (sourcing: Sourcing, { country, sector }: Mention) =>
  [sourcing, [country, sector].filter(Boolean).join(' ')].filter(Boolean).join(', ')

function describeEvent(event: Event, reading: Reading, width: number, style: Style): string[] {
  const who = (mentions: Mention[]) => mentions.map((it) => codeOf(it, reading)).join(', ') || '?'
  const mode = event.mode ? `/${event.mode}` : ''
  const code = [style.bold(event.type + mode), event.cameo].filter(Boolean).join(' ')
  const left = `${who(event.source)}  ${code}  ${who(event.target)}`
  const claim = reading.statements.find((it) => it.id === event.statement)
  const claimed = claim ? [`claimed by ${claim.source ? nameOf(claim.source, reading) : 'nobody named'}`] : []
  const why = [`“${sliceOf(event.trigger[0]!, reading)}”`, ...claimed, `rule ${event.rule}`].join(' · ')
  return [
    ...line(style.magenta('event'.padEnd(LABEL)), left, style.dim(event.factuality), width),
    ...line('', style.dim(clip(why, width - INDENT)), '', width),
  ]
}

function describeCommitment(it: Commitment, reading: Reading, width: number, style: Style): string[] {
  const who = (mentions: Mention[]) => mentions.map((mention) => nameOf(mention, reading)).join(', ')
  const parties = [who(it.source) || '?', who(it.target)].filter(Boolean).join(' → ')
  const condition = it.condition ? `  ${style.italic(sliceOf(it.condition, reading))}` : ''
  const deadline = it.deadline
    ? `  ${sliceOf(it.deadline, reading)}${it.deadline.date ? ` (${it.deadline.date})` : ''}`
    : ''
  const strength = it.strength ? `  ${style.dim(it.strength)}` : ''
  const status = it.history.map((step) => step.status).join(' → ')
  return [
    ...line(
      style.green(it.kind.padEnd(LABEL)),
      `${style.bold(parties)}${condition}${deadline}${strength}`,
      style.dim(status),
      width,
    ),
    ...line('', clip(sliceOf(it.about, reading), width - INDENT), '', width),
  ]
}

/** The actor's name where it is resolved and the text says something else: "he [Bashar al-Assad]". */
function nameOf(mention: Mention, reading: Reading): string {
  const words = sliceOf(mention, reading)
  const actor = reading.actors.find((it) => it.id === mention.actor)
  const resolved = actor && actor.kind !== 'unnamed' && !words.includes(actor.name)
  return resolved ? `${words} [${actor.name}]` : words
}

/** Country and sector where known, as event coders write actors; else the words. */
const codeOf = (mention: Mention, reading: Reading) =>
  [mention.country, mention.sector].filter(Boolean).join(' ') || sliceOf(mention, reading)

const sliceOf = ({ start, end }: Span, { text }: Reading) => text.slice(start, end).replace(/\s+/g, ' ')
const percent = (confidence: number) => confidence.toFixed(2).replace(/^0/, '')
