/** Made-up readings by the thousand, for measuring search: prose as in `clusters/prose.ts`, with who said what known from the start. */
import type { Actor, Reading, Span, Statement } from '../../src/reading.ts'
import { personOf, sentence } from '../clusters/prose.ts'
import { type Random, random } from '../random.ts'

/** Statements a reading, and sentences beside them: about what an article of 700 words has. */
export const STATEMENTS = 20
const OTHERS = 8
const SPEAKERS = 5
const countries = ['RUR', 'KRV', 'GLT', 'BRD', 'SYL', 'GFW']
const sectors = ['GOV', 'MIL', 'REB', 'CVL', 'BUS']
const cues = ['said', 'told reporters', 'warned', 'denied', 'promised']

/** Readings number `from` to `to`, the latter excluded; each depends on its number alone. */
export function madeReadings(from: number, to: number): Reading[] {
  return Array.from({ length: to - from }, (_, n) => madeReading(from + n))
}

function madeReading(n: number): Reading {
  const chance = random(n * 7919 + 17)
  const people = Array.from({ length: SPEAKERS }, (_, k) => personFrom(chance, k))
  const sentences: Span[] = []
  const statements: Statement[] = []
  let text = ''
  const put = (words: string): Span => {
    const start = text.length
    text += words
    return { start, end: text.length }
  }
  for (let k = 0; k < STATEMENTS + OTHERS; k++) {
    const start = text.length
    if (k < STATEMENTS) {
      const who = chance.of(people)
      const name = put(who.name)
      who.mentions.push(name)
      text += ' '
      const cue = put(chance.of(cues))
      text += ' that '
      const content = put(sentence(chance).slice(0, -1))
      text += '.'
      statements.push({
        id: `s${k + 1}`,
        source: { ...name, actor: who.id, country: who.country, sector: who.sector },
        cue,
        content: [content],
        form: chance.of(['indirect', 'indirect', 'direct', 'mixed']),
        act: chance.of(['say', 'claim', 'warn', 'deny', 'promise']),
        sourcing: chance.of(['named', 'office', 'unnamed']),
        confidence: 0.9,
      })
    } else put(sentence(chance))
    sentences.push({ start, end: text.length })
    text += k % 3 === 2 ? '\n\n' : ' '
  }
  return {
    id: `made-${n}`,
    source: { uri: `made-${n}.txt`, format: 'text', outlet: `Outlet ${chance.between(1, 60)}` },
    title: sentence(chance),
    published: new Date(Date.UTC(2010, 0, 1 + chance.between(0, 3650))).toISOString().slice(0, 10),
    language: 'en',
    text: text.trim(),
    captions: [],
    sentences,
    actors: people.filter(({ mentions }) => mentions.length > 0),
    statements,
    events: statements.slice(0, 6).map(({ id, source, content }, k) => ({
      id: `e${k + 1}`,
      type: chance.of(['AGREE', 'ASSAULT', 'COERCE', 'CONSULT', 'SUPPORT']),
      contexts: [],
      cameo: '040',
      goldstein: 1,
      quad: 1,
      source: [source!],
      target: [],
      trigger: [{ start: content[0]!.start, end: content[0]!.start + 3 }],
      factuality: 'asserted',
      statement: id,
      primary: true,
      confidence: 0.5,
      rule: 'made',
    })),
    commitments: [],
    warnings: [],
  }
}

/** Somebody of the world of the made-up news; the number keeps two of one reading apart. */
function personFrom(chance: Random, k: number): Actor {
  const name = personOf(chance)
  return {
    id: `${name.toLowerCase().replace(' ', '-')}-${k}`,
    name,
    kind: 'person',
    country: chance.of(countries),
    sector: chance.of(sectors),
    mentions: [],
  }
}
