/** What a text says further on about a commitment it has told of: "That request was ignored", "the threat was dropped". */
import { childrenIn, treeOf } from '../events/index.ts'
import type { Commitment, CommitmentKind } from '../reading.ts'
import { type Scene, spanOf } from '../statements/index.ts'
import { type Draught, dated, type Ground } from './draught.ts'
import { nounOf } from './nouns.ts'
import { type Outcome, outcomeAt, outcomeOf } from './outcomes.ts'
import { isUsed } from './words.ts'

/** Sentences back to the commitment that "it" stands for; a noun reaches through the whole text. */
const definite = /^(?:the|that|this|his|her|its|their|these|those)$/

/** Kinds that a noun may stand for. */
const families: Record<string, readonly CommitmentKind[]> = {
  plan: ['offer', 'agreement', 'promise'],
  request: ['demand'],
  condition: ['demand', 'ultimatum', 'offer'],
  ultimatum: ['ultimatum', 'demand'],
  deadline: ['demand', 'ultimatum', 'promise', 'agreement'],
  warning: ['threat'],
  text: ['offer'],
  line: ['red-line'],
}

/** Adds to commitments read before, or to those of the sentence that stand earlier in it, what the sentence says became of them. */
export function laterIn(ground: Ground, here: Draught[], before: readonly Commitment[]): void {
  const { stage, article, holderAt } = ground
  const { scene } = stage
  for (let i = 0; i < scene.tokens.length; i++) {
    const told = nounOutcome(scene, i) ?? pronounOutcome(scene, i) ?? unacceptable(scene, i)
    if (!told) continue
    const noun = spanOf(scene, i, i + 1)
    // The noun made a row of its own, which has this outcome already.
    if (
      here.some(
        (it) =>
          it.rule?.startsWith('noun.') &&
          it.about.start <= noun.end &&
          noun.start <= it.about.end &&
          it.history[0]!.rule,
      )
    )
      continue
    const earlier = [...before, ...here.filter((it) => it.about.end <= noun.start && it.rule !== 'deadline')]
    const isDue = scene.tokens[i]!.lemma === 'deadline'
    const found = earlier.findLast(
      (it) => (told.kinds.length === 0 || told.kinds.includes(it.kind)) && (!isDue || isPast(it, article.published)),
    )
    if (!found) continue
    // The deadline is that of a commitment told before: no row of its own.
    if (isDue) here.splice(0, here.length, ...here.filter((it) => it.rule !== 'deadline'))
    const evidence = spanOf(scene, Math.min(i, told.outcome.token), Math.max(i, told.outcome.token) + 1)
    const word = holderAt(evidence)
    found.history.push({
      status: told.outcome.status,
      evidence,
      ...dated(article),
      ...(word && { statement: word.id }),
      rule: told.outcome.rule,
    })
  }
}

/** Only a deadline that has passed can have been met or missed. */
const isPast = ({ deadline }: Draught, published?: string) =>
  deadline?.date !== undefined && published !== undefined && deadline.date <= published.slice(0, 10)

interface Later {
  outcome: Outcome
  /** Kinds that are meant; any when empty. */
  kinds: readonly CommitmentKind[]
}

function nounOutcome(scene: Scene, at: number): Later | undefined {
  const { lemma, upos } = scene.tokens[at]!
  if (upos !== 'NOUN') return undefined
  const kinds = families[lemma] ?? kindsOf(scene.lower[at]!, lemma)
  if (kinds.length === 0 || !lowerBefore(scene, at).some((word) => definite.test(word))) return undefined
  const outcome = outcomeOf(scene, at)
  return outcome && { outcome, kinds }
}

const kindsOf = (word: string, lemma: string): CommitmentKind[] => {
  if (isUsed(lemma, 'pact')) return ['agreement']
  const noun = nounOf(word)
  return noun ? [noun.kind] : []
}

const lowerBefore = ({ lower }: Scene, at: number) => lower.slice(Math.max(0, at - 3), at)

/** "That was unacceptable, the minister said": turned down by who says so. */
function unacceptable(scene: Scene, at: number): Later | undefined {
  const tree = treeOf(scene)
  if (scene.lower[at] !== 'unacceptable') return undefined
  const subject = childrenIn(tree, at, /^nsubj/)[0]
  const meant =
    subject !== undefined && /^(?:that|this|it|demand|offer|plan|proposal|condition|text)$/.test(scene.lower[subject]!)
  return meant
    ? {
        outcome: { status: 'rejected', token: at, rule: 'rejected.unacceptable' },
        kinds: ['offer', 'demand', 'ultimatum'],
      }
    : undefined
}

/** "Russia dismissed it", where "it" opens no clause of its own. */
function pronounOutcome(scene: Scene, at: number): Later | undefined {
  const tree = treeOf(scene)
  if (scene.lower[at] !== 'it' || tree.relation(at) !== 'obj') return undefined
  const outcome = outcomeAt(scene, tree.heads[at]!, at)
  return outcome && /^(?:rejected|withdrawn|accepted)\./.test(outcome.rule)
    ? { outcome, kinds: ['offer', 'threat', 'demand', 'ultimatum'] }
    : undefined
}
