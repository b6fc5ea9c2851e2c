/**
 * brat standoff: for each article its text (.txt) and its annotations (.ann), offsets in code points. Statements are spans of content
 * tied to source and cue; events and commitments are brat events with arguments.
 */
import { createHash } from 'node:crypto'
import { plover } from '../events/index.ts'
import type { Commitment, Event, Mention, Reading, Span, Statement } from '../reading.ts'
import { bratConfiguration } from './brat-configuration.ts'
import { codePointsOf } from './code-points.ts'
import type { About, Format } from './format.ts'

const about = (title: string, format: string): About => ({ title, format, mediatype: 'text/plain' })

export const brat: Format = {
  name: 'brat',
  description: 'brat standoff: a folder with the text and the annotations of each article',
  documented: 'https://brat.nlplab.org/standoff.html',
  file: () => undefined,
  async write(readings, sink) {
    // Two files an article are too many to list in datapackage.json; this one lists them, for `sha256sum -c`.
    const sums = await sink.open('SHA256SUMS', about('Checksums of the articles and their annotations', 'txt'))
    const types = new Set(plover().types.keys())
    for await (const reading of readings) {
      for (const { type } of reading.events) types.add(type)
      const name = fileNameOf(reading.id)
      for (const [file, content] of [
        [`${name}.txt`, reading.text],
        [`${name}.ann`, annotationsOf(reading)],
      ] as const) {
        const out = await sink.open(file)
        await out.write(content)
        await out.close()
        await sums.write(`${out.sum()}  ${file}\n`)
      }
    }
    const configuration = await sink.open('annotation.conf', about('Types of annotations, for brat', 'conf'))
    await configuration.write(bratConfiguration([...types]))
    await configuration.close()
    await sums.close()
  },
}

/** The longest file name, without its ending, that every file system takes. */
const LONGEST = 120

/** A document's id as a file name: safe characters stay; what is cut or changed has a piece of its hash, so that no two share a name. */
export function fileNameOf(id: string): string {
  const safe = id.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, LONGEST)
  return safe === id ? id : `${safe}-${createHash('sha256').update(id).digest('hex').slice(0, 12)}`
}

/** The .ann file of a reading. */
export function annotationsOf(reading: Reading): string {
  const ann = annotator(reading.text)
  const names = new Map(reading.actors.map((it) => [it.id, it]))
  const told = new Set<string>()
  const mention = (type: string, it: Mention): string => {
    const id = ann.span(type, [it])
    if (told.has(id)) return id
    told.add(id)
    const actor = it.actor === undefined ? undefined : names.get(it.actor)
    if (actor?.qid) ann.line('N', `Reference ${id} Wikidata:${actor.qid}\t${actor.name}`)
    const known = [actor?.id, it.country, it.sector].filter(Boolean).join(' ')
    if (known) ann.note(id, known)
    return id
  }
  const contents = new Map<string, string>()
  for (const it of reading.statements) contents.set(it.id, statement(it))
  for (const { id, within } of reading.statements) {
    if (within) ann.relation('Within', contents.get(id)!, contents.get(within)!)
  }
  for (const it of reading.events) event(it)
  for (const it of reading.commitments) commitment(it)
  return ann.text()

  function statement({ content, source, cue, form, act, sourcing }: Statement): string {
    const id = ann.span('Content', content)
    ann.attribute('Form', id, form)
    ann.attribute('Sourcing', id, sourcing)
    ann.note(id, act)
    if (source) ann.relation('SaidBy', id, mention('Source', source))
    if (cue) ann.relation('CuedBy', id, ann.span('Cue', [cue]))
    return id
  }

  function event({ type, mode, cameo, goldstein, trigger, source, target, factuality, statement, place }: Event): void {
    const id = ann.event(type, ann.span(type, trigger), [
      ...source.map((it) => ['Source', mention('Actor', it)] as const),
      ...target.map((it) => ['Target', mention('Actor', it)] as const),
      ...(place ? [['Place', ann.span('Place', [place])] as const] : []),
    ])
    ann.attribute('Factuality', id, factuality)
    if (statement) ann.attribute('Claim', id)
    if (statement) ann.relation('ClaimedIn', id, contents.get(statement)!)
    ann.note(id, [mode, cameo && `CAMEO ${cameo}`, `Goldstein ${goldstein}`].filter(Boolean).join(', '))
  }

  function commitment({ kind, about, source, target, condition, deadline, history, statement }: Commitment): void {
    const id = ann.event(kind, ann.span(kind, [about]), [
      ...source.map((it) => ['By', mention('Actor', it)] as const),
      ...target.map((it) => ['To', mention('Actor', it)] as const),
      ...(condition ? [['Condition', ann.span('Condition', [condition])] as const] : []),
      ...(deadline ? [['Deadline', ann.span('Deadline', [deadline])] as const] : []),
    ])
    if (statement) ann.relation('ClaimedIn', id, contents.get(statement)!)
    for (const { status, evidence } of history) {
      const outcome = ann.span('Outcome', [evidence])
      ann.attribute('Status', outcome, status)
      ann.relation('Became', id, outcome)
    }
  }
}

/** Lines of an .ann file with their running numbers. */
function annotator(text: string) {
  const at = codePointsOf(text)
  const counts: Record<string, number> = {}
  const lines: string[] = []
  const seen = new Map<string, string>()
  const line = (kind: string, rest: string): string => {
    counts[kind] = (counts[kind] ?? 0) + 1
    lines.push(`${kind}${counts[kind]}\t${rest}\n`)
    return `${kind}${counts[kind]}`
  }
  return {
    line,
    text: () => lines.join(''),
    /** A span, the same one for the same type and place. brat takes none over a line break: there it is split. */
    span(type: string, spans: readonly Span[]): string {
      const parts = spans.flatMap((it) => partsOf(text, it))
      const offsets = parts.map(({ start, end }) => `${at(start)} ${at(end)}`).join(';')
      const words = parts.map(({ start, end }) => text.slice(start, end)).join(' ')
      const key = `${type} ${offsets}`
      const id = seen.get(key) ?? line('T', `${key}\t${words}`)
      seen.set(key, id)
      return id
    },
    /** Of several arguments in one role the second is `Source2`, as brat numbers them. */
    event(type: string, trigger: string, args: readonly (readonly [role: string, id: string])[]): string {
      const roles: Record<string, number> = {}
      const parts = args.map(([role, id]) => {
        roles[role] = (roles[role] ?? 0) + 1
        return ` ${role}${roles[role] > 1 ? roles[role] : ''}:${id}`
      })
      return line('E', `${type}:${trigger}${parts.join('')}`)
    },
    relation: (type: string, from: string, to: string) => line('R', `${type} Arg1:${from} Arg2:${to}`),
    attribute: (type: string, id: string, value?: string) => line('A', `${type} ${id}${value ? ` ${value}` : ''}`),
    note: (id: string, words: string) => line('#', `AnnotatorNotes ${id}\t${words.replace(/\s+/g, ' ')}`),
  }
}

/** The pieces of a span between its line breaks. */
function partsOf(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = []
  for (const { 0: piece, index } of text.slice(start, end).matchAll(/[^\n\r]+/g)) {
    parts.push({ start: start + index, end: start + index + piece.length })
  }
  return parts
}
