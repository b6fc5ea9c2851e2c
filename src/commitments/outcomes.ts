/** What words say became of a commitment (lexicon/commitments/outcomes.tsv). */
import { childrenIn, factualityOf, treeOf } from '../events/index.ts'
import { verbForms } from '../language/inflection.ts'
import { readTable } from '../lexicon.ts'
import type { Status } from '../reading.ts'
import type { Scene } from '../statements/index.ts'

/** An outcome, the token that says so, and the row that it was read by. */
export interface Outcome {
  status: Status
  token: number
  rule: string
}

interface Entry {
  rule: string
  status: Status
  denied?: Status
  particles: readonly string[]
}
type Frame = 'before' | 'object' | 'subject'

let entries: Map<string, Entry[]> | undefined

const entriesOf = (frame: Frame, word: string): readonly Entry[] => {
  entries ??= load()
  return entries.get(`${frame} ${word}`) ?? []
}

function load() {
  const found = new Map<string, Entry[]>()
  for (const row of readTable('commitments/outcomes.tsv', ['id', 'frame', 'words', 'status', 'denied'])) {
    for (const words of row.words.split('|')) {
      const [lemma = '', ...particles] = words.split(' ')
      const entry: Entry = {
        rule: row.id,
        status: row.status as Status,
        particles,
        ...(row.denied && { denied: row.denied as Status }),
      }
      const forms = row.frame === 'before' ? [lemma] : verbForms(lemma).flatMap((it) => Object.values(it))
      for (const form of new Set(forms)) {
        const key = `${row.frame} ${form}`
        found.set(key, [...(found.get(key) ?? []), entry])
      }
    }
  }
  for (const all of found.values()) all.sort((a, b) => b.particles.length - a.particles.length)
  return found
}

/** "unfulfilled threats": an outcome stands right before what it tells of… */
const NEAR = 4
/** …or before a list of examples: "unfulfilled threats, including the envoy's vow". */
const FAR = 24
const examples = /^(?:including|like)$/

/** What the words before token `at` say became of a commitment. */
export function outcomeBefore({ lower }: Scene, at: number): Outcome | undefined {
  let listed = false
  for (let token = at - 1; token >= Math.max(0, at - FAR); token--) {
    listed ||= examples.test(lower[token]!)
    const [entry] = entriesOf('before', lower[token]!)
    if (entry && (listed || (at - token <= NEAR && !parts(lower, token, at)))) {
      return { status: entry.status, token, rule: entry.rule }
    }
  }
  return undefined
}

const parts = (lower: readonly string[], from: number, to: number) =>
  lower.slice(from, to).some((word) => /^(?:,|;|and|but|the|a|an|his|her|its|their)$/.test(word))

/** What the verb that governs a noun says became of what the noun names. */
export function outcomeOf(scene: Scene, noun: number): Outcome | undefined {
  const tree = treeOf(scene)
  const relation = tree.relation(noun)
  const head = tree.heads[noun] ?? -1
  if (head < 0) return undefined
  const passive = relation === 'nsubj:pass' || childrenIn(tree, head, /^aux:pass$/).length > 0
  if (relation === 'obj' || (relation === 'nsubj:pass' && passive))
    // "let pass a deadline": the noun stands below the second verb.
    return judged(scene, 'object', head, noun) ?? (head > 0 ? judged(scene, 'object', head - 1, noun) : undefined)
  if (relation === 'obl') return judged(scene, 'object', head, noun, true)
  if (relation === 'nsubj') return judged(scene, 'subject', head, noun)
  return undefined
}

function judged(scene: Scene, frame: Frame, verb: number, noun: number, particled = false): Outcome | undefined {
  const { lower, tokens } = scene
  if (!/^(?:VERB|AUX|ADJ)$/.test(tokens[verb]!.upos)) return undefined
  const entry = entriesOf(frame, lower[verb]!).find(
    ({ particles }) =>
      (!particled || particles.length > 0) &&
      // "turned down the offer", "turned the offer down"
      [verb, ...(noun > verb ? [noun] : [])].some((after) =>
        particles.every((word, k) => lower[after + 1 + k] === word),
      ),
  )
  if (!entry || Math.abs(noun - verb) > FAR) return undefined
  const { factuality } = factualityOf(scene, verb)
  const rule = entry.rule
  // "failed to keep its promise" is negated, "would reject the offer" is not yet so.
  if (factuality === 'negated') return entry.denied ? { status: entry.denied, token: verb, rule } : undefined
  return factuality === 'asserted' || factuality === 'historical'
    ? { status: entry.status, token: verb, rule }
    : undefined
}

/** An outcome told by a verb without a noun for the commitment: the verb at a token, for "rejected it" and the like. */
export const outcomeAt = (scene: Scene, verb: number, noun: number): Outcome | undefined =>
  judged(scene, 'object', verb, noun)
