/** Commitments that a noun names: "Kerry's final offer to Russia", "demands for Assad to leave", "no agreement … reached". */
import type { Article } from '../article/index.ts'
import { ownerOf, type Party, type Stage } from '../events/index.ts'
import { readTable } from '../lexicon.ts'
import type { CommitmentKind, Mention } from '../reading.ts'
import { clauseEnd, type Scene, spanOf } from '../statements/index.ts'
import { outcomeBefore } from './outcome.ts'
import { type Draught, dated } from './stated.ts'
import { termsOf } from './terms.ts'

interface CommitmentNoun {
  id: string
  kind: CommitmentKind
}

let nouns: Map<string, CommitmentNoun> | undefined

const nounOf = (word: string) => {
  nouns ??= new Map(
    readTable('commitments/nouns.tsv', ['id', 'forms', 'kind', 'example']).flatMap((row) =>
      row.forms.split('|').map((form) => [form, { id: row.id, kind: row.kind as CommitmentKind }]),
    ),
  )
  return nouns.get(word)
}

const CONFIDENCE = 0.5

/** Commitments a sentence names. */
export function namedIn(stage: Stage, article: Article): Draught[] {
  const { scene, parties } = stage
  return scene.lower.flatMap((word, i) => {
    const noun = nounOf(word)
    return (noun ? owned(stage, article, i, noun) : reached(scene, parties, article, i)) ?? []
  })
}

function owned(stage: Stage, article: Article, at: number, noun: CommitmentNoun): Draught | undefined {
  const { scene, parties } = stage
  const { lower } = scene
  // "Kerry’s “final offer”": the marks and what the offer is called stand between.
  let first = at
  while (first > 0 && /^(?:["“‘]|final|last|latest|new|empty|unfulfilled|repeated|old)$/.test(lower[first - 1]!))
    first -= 1
  const owner = ownerOf(stage, first)
  if (!owner) return undefined
  const from = afterMarks(lower, at + 1)
  if (!/^(?:to|for|on|against|that|of)$/.test(lower[from] ?? '')) return undefined
  const end = Math.max(from + 1, phraseEnd(scene, from))
  if (end <= from + 1) return undefined
  const target = parties.filter((party) => party.from > at && party.from < end).slice(0, 1)
  const subject = target[0] && /^(?:on|over|about|for)$/.test(lower[target[0].to] ?? '') ? target[0].to + 1 : from
  const outcome = outcomeBefore(scene, at)
  const place = outcome ? spanOf(scene, outcome.token, outcome.token + 1) : spanOf(scene, at, at + 1)
  return {
    kind: noun.kind,
    source: [bare(owner)],
    target: target.map(bare),
    ...termsOf(article.text, spanOf(scene, subject < end ? subject : from, end), article.published),
    history: [{ status: outcome?.status ?? 'open', evidence: place, ...dated(article) }],
    confidence: CONFIDENCE,
    rule: noun.id,
  }
}

const bare = ({ from: _, to: __, ...mention }: Party): Mention => mention

const afterMarks = (lower: readonly string[], at: number) => (/^["”’']$/.test(lower[at] ?? '') ? at + 1 : at)

/** Up to the verb of the clause: "to Russia on Syria | is seen by many". */
function phraseEnd(scene: Scene, from: number): number {
  const end = clauseEnd(scene, from)
  for (let i = from + 1; i < end; i++) {
    if (/^(?:is|are|was|were|has|have|had|will|would|,)$/.test(scene.lower[i]!)) return i
  }
  return end
}

const done = /^(?:reached|signed|struck|concluded|sealed|made)$/

/** "no agreement with Moscow has yet been reached", "a deal was signed". */
function reached(scene: Scene, parties: readonly Party[], article: Article, at: number): Draught | undefined {
  const { lower } = scene
  if (!/^(?:agreement|deal|accord|pact|treaty|truce|ceasefire)$/.test(lower[at]!)) return undefined
  const verb = lower.findIndex((word, i) => i > at && i - at < 12 && done.test(word))
  if (verb < 0 || !lower.slice(at, verb).some((word) => /^(?:been|was|were|be|is)$/.test(word))) return undefined
  const denied = lower[at - 1] === 'no' || lower.slice(at, verb).some((word) => /^(?:not|n’t|n't|never)$/.test(word))
  const target = parties.filter((party) => party.from > at && party.from < verb)
  const yet = denied && lower.includes('yet')
  return {
    kind: 'agreement',
    source: [],
    target: target.map(bare),
    about: spanOf(scene, lower[at - 1] === 'no' ? at - 1 : at, verb + 1),
    history: [
      {
        status: yet ? 'not-yet' : denied ? 'open' : 'accepted',
        evidence: spanOf(scene, at, verb + 1),
        ...dated(article),
      },
    ],
    confidence: CONFIDENCE,
    rule: 'agreement.reached',
  }
}
