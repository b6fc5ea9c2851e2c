/**
 * Made-up articles with copies planted among them: independent reports of one event, which share its quotations, names, set
 * phrases and sometimes a paragraph of background, and rewrites of five strengths.
 */
import { type Random, random } from '../random.ts'
import { personOf, places, quotation, sentence, synonym } from './prose.ts'

/** How much a rewrite changes, from a reprint to a text told anew. The first three are light edits. */
export const strengths = ['reprinted', 'trimmed', 'edited', 'rewritten', 'paraphrased'] as const
export type Strength = (typeof strengths)[number]
export const lightStrengths: readonly Strength[] = ['reprinted', 'trimmed', 'edited']

export interface MadeArticle {
  id: string
  text: string
  byline: string
  outlet: string
  published?: string
  /** Ids of the article it was made from, and how; absent for an independent report. */
  copyOf?: string
  strength?: Strength
}

const outlets = Array.from({ length: 40 }, (_, n) => `Outlet ${n + 1}`)

/**
 * @param count articles in all
 * @param copies how many of them are rewrites, the strengths in turn
 */
export function madeArticles(count: number, copies: number, seed = 1): MadeArticle[] {
  const chance = random(seed)
  const articles: MadeArticle[] = []
  while (articles.length < count - copies) articles.push(...reportsOf(articles.length, chance))
  articles.length = count - copies
  // Some reports are carried by many, most by none: an origin is drawn again and again from the head of a list.
  const origins = Array.from({ length: Math.ceil(copies * 0.7) }, () => chance.of(articles))
  for (let n = 0; n < copies; n++) {
    articles.push(rewritten(chance.zipf(origins), strengths[n % strengths.length]!, `copy-${n}`, chance))
  }
  return articles
}

/** One to six independent reports of an event, and now and then a second one by the same reporter a day later. */
function reportsOf(first: number, chance: Random): MadeArticle[] {
  const place = chance.of(places)
  const people = Array.from({ length: 3 }, () => personOf(chance))
  const quotes = Array.from({ length: chance.between(2, 6) }, () => quotation(chance))
  const facts = Array.from({ length: 4 }, () => sentence(chance).split(' ').slice(0, chance.between(4, 8)).join(' '))
  const release = sentence(chance)
  const background = [0, 1].map(() => paragraph(chance))
  const day = new Date(Date.UTC(2015, 0, 1 + chance.between(0, 700)))
  const write = (n: number, later: number): MadeArticle => {
    const body = [...Array(chance.between(4, 14)).keys()].map(() => paragraph(chance))
    for (const quote of quotes) {
      if (chance.next() < 0.6)
        insert(body, `“${quote}” ${chance.of(people)} ${chance.of(['said', 'told reporters', 'added'])}.`, chance)
    }
    for (const fact of facts) if (chance.next() < 0.6) insert(body, `${fact} in ${place}, ${sentence(chance)}`, chance)
    if (chance.next() < 0.2) insert(body, release, chance)
    if (later > 0) body.push(...background)
    const date = new Date(day.getTime() + later * 86_400_000)
    return {
      id: `report-${first + n}`,
      text: [`${place.toUpperCase()} — ${body[0]}`, ...body.slice(1)].join('\n\n'),
      byline: personOf(chance),
      outlet: chance.of(outlets),
      ...(chance.next() < 0.95 && { published: date.toISOString().slice(0, 10) }),
    }
  }
  const reports = Array.from({ length: Math.ceil(7 ** chance.next()) }, (_, n) => write(n, 0))
  if (chance.next() < 0.1) reports.push(write(reports.length, 1), write(reports.length + 1, 2))
  return reports
}

const paragraph = (chance: Random): string =>
  Array.from({ length: chance.between(1, 4) }, () => sentence(chance)).join(' ')

const insert = (paragraphs: string[], text: string, chance: Random): void => {
  paragraphs.splice(chance.between(1, paragraphs.length), 0, text)
}

/** What each strength does: share of words changed, of the text cut from its end, of paragraphs moved, and paragraphs added. */
const edits: Record<Strength, { words: number; tail: number; moved: boolean; dropped: number; added: number }> = {
  reprinted: { words: 0, tail: 0, moved: false, dropped: 0, added: 0 },
  trimmed: { words: 0.02, tail: 0.6, moved: false, dropped: 0, added: 0 },
  edited: { words: 0.05, tail: 0.3, moved: false, dropped: 0, added: 1 },
  rewritten: { words: 0.15, tail: 0.3, moved: true, dropped: 0.15, added: 2 },
  paraphrased: { words: 0.4, tail: 0.3, moved: true, dropped: 0.3, added: 3 },
}

function rewritten(origin: MadeArticle, strength: Strength, id: string, chance: Random): MadeArticle {
  const { words, tail, moved, dropped, added } = edits[strength]
  const all = origin.text.replace(/^[^—]* — /, '').split('\n\n')
  let body = all.slice(0, Math.max(2, Math.ceil(all.length * (1 - tail * chance.next()))))
  body = body.filter((_, n) => n === 0 || chance.next() >= dropped)
  body = body.map((text) =>
    text
      .split(' ')
      .map((word) => (chance.next() < words ? changed(word, chance) : word))
      .join(' '),
  )
  if (moved) body.sort(() => chance.next() - 0.5)
  for (let n = 0; n < added; n++) insert(body, paragraph(chance), chance)
  const later = chance.between(0, 2) * 86_400_000
  return {
    id,
    text: `${chance.of(places).toUpperCase()} (Wire) — ${body.join('\n\n')}`,
    byline: chance.next() < 0.5 ? 'Wire' : personOf(chance),
    outlet: chance.of(outlets),
    ...(origin.published && { published: new Date(Date.parse(origin.published) + later).toISOString().slice(0, 10) }),
    copyOf: origin.id,
    strength,
  }
}

/** A word changed, dropped, or with one more beside it. */
function changed(word: string, chance: Random): string {
  const [, bare = '', mark = ''] = /^(.*?)(\W*)$/.exec(word) ?? []
  const other = synonym(bare, chance)
  if (other !== bare) return other + mark
  return chance.of(['', 'also', 'however,', `${word} then`, word.toLowerCase()])
}
