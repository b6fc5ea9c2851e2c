/** Who "I" is outside quotation marks: whoever wrote the article, or signed the letter. */
import type { Given } from '../actors/index.ts'
import type { Actor, Span } from '../reading.ts'

/** What follows a name at the head of the line that tells who wrote a piece: "Ada Quill is a novelist in Strelsau." */
const introduces = /^(?:,| (?:is|was|are|were|teaches|writes|covers|served|works|leads|directs)\b)/

/** The author of what stands at `place`: the next signature, the byline's name, or the one whom the last paragraph introduces. */
export function authorAt(place: number, given: Given): Actor | undefined {
  const people = given.actors.filter(({ kind }) => kind === 'person')
  return signedAfter(place, people, given) ?? namedIn(given.article.byline, people) ?? introduced(people, given)
}

/** A paragraph that is nothing but a full name signs the letter before it; of one word it is a heading. */
function signedAfter(place: number, people: readonly Actor[], { analysis: { text } }: Given): Actor | undefined {
  const alone = ({ start, end }: Span) =>
    /\s/.test(text.slice(start, end)) &&
    /(?:^|\n)[—–-]?\s*$/.test(text.slice(0, start).slice(-3)) &&
    /^[.,]?\s*(?:\n|$)/.test(text.slice(end, end + 4))
  return people
    .flatMap((actor) =>
      actor.mentions.filter((it) => it.start > place && alone(it)).map(({ start }) => ({ actor, start })),
    )
    .sort((a, b) => a.start - b.start)[0]?.actor
}

const namedIn = (byline: string | undefined, people: readonly Actor[]): Actor | undefined =>
  byline === undefined ? undefined : people.find(({ name }) => byline.includes(name))

/** Whom the last paragraph begins with, named nowhere before it. */
function introduced(people: readonly Actor[], { analysis: { text, sentences } }: Given): Actor | undefined {
  const last = sentences.findLast(() => true)
  const first = last && sentences.find(({ paragraph }) => paragraph === last.paragraph)
  return people.find(
    ({ mentions: [mention] }) => mention?.start === first?.start && introduces.test(text.slice(mention!.end)),
  )
}
