/** A reading without somebody: a person's right to be forgotten, where the article itself stays. */
import type { Actor, Mention, Reading, Span } from '../reading.ts'

/** What stands where a name stood: one of UTF-16's code units for each, so that every other place stays where it is. */
const BLANK = '█'

/**
 * The reading with the actors that `isGone` names taken out: their places and every further occurrence of their names are
 * blanked in the text, title, byline and captions; what they said, did, suffered, promised or were promised is gone, and
 * with a statement what it claims.
 */
export function withoutActor(reading: Reading, isGone: (actor: Actor) => boolean): Reading {
  const gone = reading.actors.filter(isGone)
  if (gone.length === 0) return reading
  const ids = new Set(gone.map(({ id }) => id))
  const names = namesIn(reading, gone)
  const isTheirs = (mention: Mention | null): boolean => mention?.actor !== undefined && ids.has(mention.actor)

  const statements = reading.statements.filter(({ source }) => !isTheirs(source))
  const said = new Set(statements.map(({ id }) => id))
  const isSaid = (statement: string | undefined): boolean => statement === undefined || said.has(statement)
  const events = reading.events.filter((it) => isSaid(it.statement) && ![...it.source, ...it.target].some(isTheirs))
  const happened = new Set(events.map(({ id }) => id))
  const commitments = reading.commitments.filter(
    ({ source, target, statement, event }) =>
      isSaid(statement) && (event === undefined || happened.has(event)) && ![...source, ...target].some(isTheirs),
  )
  const blankNames = (text: string): string => text.replace(names, blank)
  return {
    ...reading,
    ...(reading.title !== undefined && { title: blankNames(reading.title) }),
    ...(reading.byline !== undefined && { byline: blankNames(reading.byline) }),
    text: blankNames(gone.flatMap(({ mentions }) => mentions).reduce(blankPlace, reading.text)),
    captions: reading.captions.map(blankNames),
    actors: reading.actors.filter(({ id }) => !ids.has(id)),
    statements: statements.map(({ within, ...it }) => ({ ...it, ...(within && said.has(within) && { within }) })),
    events,
    commitments: commitments.map((it) => ({ ...it, history: it.history.filter(({ statement }) => isSaid(statement)) })),
  }
}

const blank = (words: string): string => words.replace(/\S/gu, (character) => BLANK.repeat(character.length))
const blankPlace = (text: string, { start, end }: Span): string =>
  text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end)

/** Their names and the words that the text calls them by, where these are names: "he" and "the minister" name nobody. */
function namesIn({ text }: Reading, gone: readonly Actor[]): RegExp {
  const called = gone.flatMap(({ name, mentions }) => [
    name,
    ...mentions.map(({ start, end }) => text.slice(start, end)),
  ])
  const names = [...new Set(called)].filter((it) => /^\p{Lu}/u.test(it)).sort((a, b) => b.length - a.length)
  const pattern = names.map((it) => it.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s+/g, '\\s+')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern || '(?!)'})(?![\\p{L}\\p{N}])`, 'gu')
}
