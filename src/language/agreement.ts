/**
 * Names agree within one article: what is a person's name in five places is one in the sixth (Gale, Church and Yarowsky 1992,
 * "One sense per discourse"). Also puts right what tags on whole tokens cannot say: "pro-Lund" names Lund, "Pope Leo" names Leo.
 */

import { readTable } from '../lexicon.ts'
import type { Analysis, Name, NameType, Token } from './analysis.ts'
import { isKnownName } from './known-names.ts'

/** Sightings that must tell the kind of a word, and how large a part of them. */
const FEWEST = 2
const SHARE = 0.75

type Kinds = Map<string, Map<NameType, number>>

const PREFIXED = /^(?:pro|anti|non|ex|pre|post|mid|sub|trans)[-‐‑–](?=\p{Lu})/iu
const CAPITAL = /^\p{Lu}/u

let heads: Map<string, NameType> | undefined

/** Kinds by last word: `lexicon/language/name-heads.tsv`. */
function headTypes(): Map<string, NameType> {
  heads ??= new Map(
    readTable('language/name-heads.tsv', ['id', 'form', 'type']).map((row) => [row.form!, row.type as NameType]),
  )
  return heads
}

/** What the last word of a longer name tells. */
function typeByHead(tokens: readonly Token[], { first, last, type }: Name): NameType {
  if (type === 'PER' || last - first < 2) return type
  if (isKnownName(tokens.slice(first, last))) return type
  return headTypes().get(tokens[last - 1]!.form) ?? type
}

/** How often each name, and each last name of a person, was seen as each kind. */
function kindsOf({ text, tokens }: Analysis, names: readonly Name[]): Kinds {
  const kinds: Kinds = new Map()
  const see = (form: string, type: NameType) => {
    const counts = kinds.get(form) ?? kinds.set(form, new Map()).get(form)!
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  for (const { start, end, first, last, type } of names) {
    see(text.slice(start, end), type)
    if (type === 'PER' && last - first > 1) see(tokens[last - 1]!.form, type)
  }
  return kinds
}

/** The kind that an article gives a form, when it is of one mind; `fewest` sightings at least. */
function kindOf(kinds: Kinds, form: string, fewest = FEWEST): NameType | undefined {
  const counts = kinds.get(form)
  if (!counts) return undefined
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  for (const [type, count] of counts) if (count >= fewest && count >= SHARE * total) return type
  return undefined
}

/** The names of an article made to agree, in text order. `isTitle` tells titles, their tokens parted by spaces. */
export function agreedNames(analysis: Analysis, found: readonly Name[], isTitle: (phrase: string) => boolean): Name[] {
  const { tokens } = analysis
  const trimmed = joined(tokens, found).map((name) => {
    const bare = withoutTitle(tokens, withoutPrefix(tokens, name), isTitle)
    return { ...bare, type: typeByHead(tokens, bare) }
  })
  const kinds = kindsOf(analysis, trimmed)
  for (const name of trimmed) takeInPrefixed(analysis, name, kinds)
  const names = trimmed.map((name) => ({ ...name, type: agreedType(analysis, name, kinds) }))
  const named = new Uint8Array(tokens.length)
  for (const { first, last } of names) named.fill(1, first, last)
  for (const token of tokens) {
    if (named[token.index] || token.upos === 'PUNCT') continue
    const start = token.start + (PREFIXED.exec(token.form)?.[0].length ?? 0)
    const form = analysis.text.slice(start, token.end)
    const plain = start === token.start
    if (!CAPITAL.test(form) || (plain && token.upos !== 'PROPN')) continue
    const type = kindOf(kinds, form)
    if (type && (type === 'PER' || !plain)) {
      names.push({ start, end: token.end, first: token.index, last: token.index + 1, type })
    }
  }
  return names.sort((a, b) => a.start - b.start)
}

/** "Mara “Mo” Lund", "Mara (Mo) Lund" and "Committee on Zenda" are one name each. */
function joined(tokens: readonly Token[], names: readonly Name[]): Name[] {
  const out: Name[] = []
  for (const name of names) {
    const last = out.at(-1)
    const before = last && last.first === name.first - 2 && last.last === last.first + 1 ? out.at(-2) : undefined
    if (before && isNickname(tokens, before, name)) out.splice(-2, 2, { ...before, end: name.end, last: name.last })
    else if (last && (isNickname(tokens, last, name) || isBodyOf(tokens, last, name))) {
      out[out.length - 1] = { ...last, end: name.end, last: name.last }
    } else out.push(name)
  }
  return out
}

/** Whether one word in quotation marks or brackets is all that stands between two parts of a person's name. */
const isNickname = (tokens: readonly Token[], first: Name, last: Name): boolean =>
  first.type === 'PER' &&
  last.type === 'PER' &&
  last.first === first.last + 3 &&
  /^["“('‘]$/.test(tokens[first.last]!.form) &&
  CAPITAL.test(tokens[first.last + 1]!.form) &&
  /^["”)'’]$/.test(tokens[first.last + 2]!.form)

/** "Council of Zenda", "Committee on Zenda": a body by its last word, and what it is for. */
function isBodyOf(tokens: readonly Token[], body: Name, name: Name): boolean {
  if (body.type !== 'ORG' || name.type === 'PER' || name.first !== body.last + 1) return false
  const head = tokens[body.last - 1]!.form
  const link = tokens[body.last]!.form
  return headTypes().get(head) === 'ORG' && (link === 'of' || (link === 'on' && /ommittee$/.test(head)))
}

/** "pro-Lund": the name begins after the hyphen, though the token does not. */
function withoutPrefix(tokens: readonly Token[], name: Name): Name {
  const prefix = PREFIXED.exec(tokens[name.first]!.form)?.[0]
  return prefix ? { ...name, start: name.start + prefix.length } : name
}

/** "pro-Islamic State": the name begins in the token before, when the article names it so elsewhere or a person goes on. */
function takeInPrefixed(
  { text, tokens }: Analysis,
  name: { -readonly [K in keyof Name]: Name[K] },
  kinds: Kinds,
): void {
  const before = tokens[name.first - 1]
  const prefix = before && PREFIXED.exec(before.form)?.[0]
  if (!before || !prefix || tokens[name.first]!.start !== before.end + 1) return
  const start = before.start + prefix.length
  const whole = kinds.has(text.slice(start, name.end))
  if (!whole && (name.type !== 'PER' || kinds.has(text.slice(start, before.end)))) return
  name.start = start
  name.first -= 1
}

/** "Pope Leo": the title stands before the name. */
function withoutTitle(tokens: readonly Token[], name: Name, isTitle: (phrase: string) => boolean): Name {
  if (name.type !== 'PER') return name
  for (let first = name.last - 1; first > name.first; first--) {
    const phrase = tokens.slice(name.first, first).map((token) => token.form)
    if (isTitle(phrase.join(' '))) return { ...name, first, start: tokens[first]!.start }
  }
  return name
}

/** What the article calls the same words elsewhere, for a name of one word; else what the model says. */
function agreedType({ text, tokens }: Analysis, name: Name, kinds: Kinds): NameType {
  if (name.last - name.first > 1) return name.type
  const form = text.slice(name.start, name.end)
  const prefixed = name.start > tokens[name.first]!.start
  return kindOf(kinds, form, prefixed ? FEWEST : 3) ?? name.type
}
