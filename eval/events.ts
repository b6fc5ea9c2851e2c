/**
 * Coded events against annotated sentences: the PLOVER gold standard records (gsr), sentences with marked parties (plv), the
 * quad class of a sentence (quad) and the spans of its parties (who). Old and present names of PLOVER types are merged.
 */
import { join } from 'node:path'
import { eventsStepWith } from '../src/events/index.ts'
import { loadVectors } from '../src/events/vectors.ts'
import type { Event, Mention } from '../src/reading.ts'
import { examplesIn, givenOf } from '../training/events/corpus.ts'
import { fairJudges } from '../training/events/folds.ts'
import { digestOf, f1, round, rowsOf, type Score } from './data.ts'
import { perType } from './per-type.ts'

const merged: Record<string, string> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
  CONCEDE: 'YIELD',
  RETREAT: 'YIELD',
}
const quads: Record<string, number> = {
  AGREE: 1,
  CONSULT: 1,
  SUPPORT: 1,
  COOPERATE: 2,
  AID: 2,
  YIELD: 2,
  REQUEST: 3,
  ACCUSE: 3,
  REJECT: 3,
  THREATEN: 3,
  SANCTION: 4,
  PROTEST: 4,
  MOBILIZE: 4,
  COERCE: 4,
  ASSAULT: 4,
}
const rootOf = (type: string) => merged[type] ?? type

export async function evaluate(data: string): Promise<Score[]> {
  const folder = join(data, 'events')
  const judgeOf = fairJudges(data, await examplesIn(data, loadVectors()))
  const eventsOf: Coder = async (text) => {
    const { events } = await eventsStepWith({ judge: () => judgeOf(text) }).run(await givenOf(text), () => undefined)
    return events.filter((event) => rootOf(event.type) in quads)
  }
  return [
    ...(await gsr(join(folder, 'gsr-dev.ndjson'), eventsOf)),
    ...(await plv(join(folder, 'plv-train.ndjson'), eventsOf)),
    ...(await quad(join(folder, 'cameo-class-train.ndjson'), eventsOf)),
    ...(await who(join(folder, 'cameo-ner-train.ndjson'), eventsOf)),
  ]
}

/** The events of a sentence, by weights that did not learn from it. */
type Coder = (text: string) => Promise<Event[]>
const primaryOf = (events: Event[]) => events.find((event) => event.primary) ?? events[0]
const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole)

/** A party of a gold record; `code` begins with an ISO 3166 alpha-3 country where it has one. */
interface Party {
  code?: string
}
interface Record_ {
  text: string
  event: string
  source: Party[] | ''
  target?: Party[] | ''
}

/** An event counts once for each pair of countries; the type is right, or the type and both countries. */
async function gsr(path: string, eventsOf: Coder): Promise<Score[]> {
  const countries = (parties: Party[] | '' | undefined) =>
    new Set(
      (Array.isArray(parties) ? parties : []).flatMap(({ code }) => (code ? [code.slice(0, 3).toUpperCase()] : [])),
    )
  const named = (mentions: Mention[]) => new Set(mentions.length > 0 ? mentions.map((it) => it.country ?? '') : [''])
  let [records, typed, whole, out, typedOut, wholeOut] = [0, 0, 0, 0, 0, 0]
  for (const row of rowsOf<Record_>(path)) {
    const sources = countries(row.source)
    const given = countries(row.target)
    const targets = given.size === 0 && sources.size > 1 ? sources : given
    const coded = new Set(
      (await eventsOf(row.text)).flatMap((it) =>
        [...named(it.source)].flatMap((s) => [...named(it.target)].map((t) => [rootOf(it.type), s, t].join(' '))),
      ),
    )
    const type = rootOf(row.event)
    const right = [...coded].filter((code) => code.startsWith(`${type} `))
    const full = right.filter((code) => {
      const [, source = '', target = ''] = code.split(' ')
      return (sources.size === 0 || sources.has(source)) && (targets.size === 0 || targets.has(target))
    })
    records += 1
    typed += Number(right.length > 0)
    whole += Number(full.length > 0)
    out += coded.size
    typedOut += right.length
    wholeOut += full.length
  }
  const score = scorer('gsr', path)
  return [
    score('type.recall', percent(typed, records)),
    score('type.precision', percent(typedOut, out)),
    score('full.recall', percent(whole, records)),
    score('full.precision', percent(wholeOut, out)),
  ]
}

const scorer = (set: string, path: string) => {
  const data = digestOf(path)
  return (name: string, value: number): Score => ({ name: `events.${set}.${name}`, value: round(value, 1), data })
}

/** Mean over the labels of each label's F1, in percent. */
export function macroF1<Label>(
  gold: readonly Label[],
  coded: readonly (Label | undefined)[],
  labels: readonly Label[],
): number {
  const scores = labels.map((label) => {
    const right = gold.filter((it, i) => it === label && coded[i] === label).length
    const all = gold.filter((it) => it === label).length + coded.filter((it) => it === label).length
    return all === 0 ? 0 : (2 * right) / all
  })
  return (100 * scores.reduce((sum, it) => sum + it, 0)) / labels.length
}

/** Type, quad class and direction of the event between the two marked parties, else of the sentence's main one. */
async function plv(path: string, eventsOf: Coder): Promise<Score[]> {
  const rows = rowsOf<{ marked_sentence: string; gold_root: string; gold_penta: number | string }>(path)
  const coded: (string | undefined)[] = []
  for (const { marked_sentence: marked } of rows) {
    const events = await eventsOf(marked.replace(/<\/?[st]>/g, ''))
    const [source, target] = [markedSpans(marked, 's'), markedSpans(marked, 't')]
    const between = events.find((it) => hits(it.source, source) && hits(it.target, target))
    const event = between ?? primaryOf(events)
    coded.push(event && rootOf(event.type))
  }
  const gold = rows.map((row) => rootOf(row.gold_root))
  const goldQuads = rows.map((row) => Number(row.gold_penta))
  const codedQuads = coded.map((type) => (type ? quads[type]! : 0))
  const conflict = codedQuads.map((it) => (it === 0 ? undefined : it > 2))
  console.log(`${perType(gold, coded)}\n`)
  const score = scorer('plv', path)
  return [
    score('root', macroF1(gold, coded, [...new Set(gold)])),
    score('quad', macroF1(goldQuads, codedQuads, [...new Set(goldQuads)])),
    score(
      'binary',
      macroF1(
        goldQuads.map((it) => it > 2),
        conflict,
        [false, true],
      ),
    ),
  ]
}

/** Places in the unmarked sentence of every <tag>…</tag>. */
function markedSpans(marked: string, tag: string): [number, number][] {
  const spans: [number, number][] = []
  let at = 0
  let start = 0
  for (const part of marked.split(/(<\/?[st]>)/)) {
    if (part === `<${tag}>`) start = at
    else if (part === `</${tag}>`) spans.push([start, at])
    else if (!/^<\/?[st]>$/.test(part)) at += part.length
  }
  return spans
}

const hits = (mentions: Mention[], spans: [number, number][]) =>
  mentions.some((it) => spans.some(([start, end]) => it.start < end && start < it.end))

/** 0 statement or none, 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict; sanctions are 3 in this set. */
async function quad(path: string, eventsOf: Coder): Promise<Score[]> {
  const rows = rowsOf<{ text: string; quad: number }>(path)
  const coded: number[] = []
  for (const { text } of rows) {
    const type = rootOf(primaryOf(await eventsOf(text))?.type ?? '')
    coded.push(type === 'SANCTION' ? 3 : (quads[type] ?? 0))
  }
  return [
    scorer('quad', path)(
      'macro',
      macroF1(
        rows.map((row) => row.quad),
        coded,
        [0, 1, 2, 3, 4],
      ),
    ),
  ]
}

/** Overlap F1 of the parties' spans; a reciprocal party is source and target. */
async function who(path: string, eventsOf: Coder): Promise<Score[]> {
  let [right, found, wanted, reached] = [0, 0, 0, 0]
  for (const { tokens, tags } of rowsOf<{ tokens: string[]; tags: string[] }>(path)) {
    const event = primaryOf(await eventsOf(tokens.join(' ')))
    for (const [role, mentions] of [
      ['S', event?.source ?? []],
      ['T', event?.target ?? []],
    ] as const) {
      const gold = taggedSpans(tokens, tags, role)
      found += mentions.length
      wanted += gold.length
      right += mentions.filter((it) => hits([it], gold)).length
      reached += gold.filter((span) => hits([...mentions], [span])).length
    }
  }
  return [scorer('who', path)('overlap', 100 * f1(right / Math.max(1, found), reached / Math.max(1, wanted)))]
}

function taggedSpans(tokens: string[], tags: string[], role: string): [number, number][] {
  const spans: [number, number][] = []
  let at = 0
  for (const [i, token] of tokens.entries()) {
    const [position, tag] = (tags[i] ?? 'O').split('-')
    const own = tag === role || tag === 'R'
    if (own && position === 'B') spans.push([at, at + token.length])
    else if (own && position === 'I' && spans.length > 0) spans.at(-1)![1] = at + token.length
    at += token.length + 1
  }
  return spans
}
