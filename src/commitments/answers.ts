/** Answers that name nothing: "Erdogan has refused", "Syria said yes", "there was no question of it", "nothing had been settled". */
import { childrenIn, factualityOf, mentionOf, subjectParties, treeOf } from '../events/index.ts'
import type { Commitment, CommitmentKind, Mention, Status } from '../reading.ts'
import { type Scene, spanOf } from '../statements/index.ts'
import { type Draught, dated, type Ground } from './draught.ts'

/** Characters back to what is answered: an answer that names nothing is read against what stands near. */
const REACH = 1200

interface Answer {
  status: Status
  rule: string
  from: number
  to: number
  /** The verb whose subject answers; undefined where whoever speaks does, or nobody. */
  verb?: number
  speaker?: true
}

/** Adds to what was asked or offered before what the sentence answers, when it is the one who was asked that answers. */
export function answersIn(ground: Ground, here: readonly Draught[], before: readonly Commitment[]): void {
  const { stage, article, holderAt } = ground
  for (let i = 0; i < stage.scene.tokens.length; i++) {
    const answer = answerAt(stage.scene, i)
    if (!answer) continue
    const evidence = spanOf(stage.scene, answer.from, answer.to)
    if (here.some(({ history }) => history.some((it) => overlap(it.evidence, evidence)))) continue
    const word = holderAt(evidence)
    const by = answer.speaker ? word?.source : answer.verb === undefined ? undefined : partyOf(ground, answer.verb)
    const earlier = [...before, ...here].filter(
      ({ about }) => about.end <= evidence.start && evidence.start - about.end < REACH,
    )
    const found = asked(earlier, answer, by ?? undefined)
    if (!found) continue
    // Who takes back what they offered themselves withdraws it.
    const own = answer.speaker && by && found.source.some((it) => isSame(it, by))
    found.history.push({
      status: own ? 'withdrawn' : answer.status,
      evidence,
      ...dated(article),
      ...(word && { statement: word.id }),
      rule: answer.rule,
    })
  }
}

const answerable: readonly CommitmentKind[] = ['offer', 'demand', 'ultimatum', 'agreement']

/** The last commitment that can be answered so: one that was put to whoever answers, or to nobody in particular and not by them. */
function asked<Item extends Draught>(earlier: readonly Item[], answer: Answer, by?: Mention): Item | undefined {
  if (answer.status === 'not-yet') return earlier.findLast(({ kind }) => kind === 'offer' || kind === 'agreement')
  if (!by) return undefined
  if (answer.speaker)
    return earlier.findLast(
      ({ kind, source }) => /^(?:offer|promise)$/.test(kind) && source.some((it) => isSame(it, by)),
    )
  return earlier.findLast(
    ({ kind, source, target }) =>
      answerable.includes(kind) &&
      !source.some((it) => isSame(it, by)) &&
      (target.length === 0 || target.some((it) => isSame(it, by))),
  )
}

/** The same actor, or two who stand for one state. */
const isSame = (a: Mention, b: Mention) =>
  a.actor !== undefined && a.actor === b.actor ? true : a.country !== undefined && a.country === b.country

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start < b.end && b.start < a.end

const partyOf = ({ stage }: Ground, verb: number): Mention | undefined => {
  const [party] = subjectParties(stage, verb)
  return party && mentionOf(party)
}

function answerAt(scene: Scene, at: number): Answer | undefined {
  const { lower, tokens } = scene
  const { lemma, upos } = tokens[at]!
  if (
    lower[at] === 'no' &&
    lower[at + 1] === 'question' &&
    lower[at + 2] === 'of' &&
    /^(?:it|that|this)$/.test(lower[at + 3] ?? '')
  )
    return { status: 'rejected', rule: 'answer.no-question', from: at, to: at + 4, speaker: true }
  if (upos !== 'VERB') return undefined
  const tree = treeOf(scene)
  if (/^(?:settle|agree|decide|sign)$/.test(lemma) && lower[at - 1] === 'been') {
    const subject = childrenIn(tree, at, /^nsubj/)[0]
    return subject !== undefined && lower[subject] === 'nothing'
      ? { status: 'not-yet', rule: 'answer.nothing-settled', from: subject, to: at + 1 }
      : undefined
  }
  const status = answered(scene, at)
  if (!status || !/^(?:asserted|historical)$/.test(factualityOf(scene, at).factuality)) return undefined
  return { status, rule: `answer.${status}`, from: at, to: at + 1, verb: at }
}

/** What a verb without anything that it is done to says: "refused", "said yes", "gave its consent". */
function answered(scene: Scene, verb: number): Status | undefined {
  const { lower, tokens } = scene
  const tree = treeOf(scene)
  const { lemma } = tokens[verb]!
  const objects = childrenIn(tree, verb, /^(?:obj|xcomp|ccomp|advcl|discourse)/)
  if (lemma === 'say' && /^(?:yes|no)$/.test(lower[verb + 1] ?? '') && lower[verb + 2] !== 'to')
    return lower[verb + 1] === 'yes' ? 'accepted' : 'rejected'
  if (lemma === 'give') {
    const consent = objects.find((it) => /^(?:consent|assent|blessing|nod)$/.test(tokens[it]!.lemma))
    return consent === undefined || /^(?:to|for)$/.test(lower[consent + 1] ?? '') ? undefined : 'accepted'
  }
  if (!/^(?:refuse|decline|consent|balk)$/.test(lemma) || lower[verb + 1] === 'to') return undefined
  const bare =
    objects.every((it) => it < verb || tree.relation(it) === 'advcl') &&
    childrenIn(tree, verb, /^aux:pass$/).length === 0
  return bare ? (lemma === 'consent' ? 'accepted' : 'rejected') : undefined
}
