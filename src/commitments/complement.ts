/** What stands after a verb that commits: where its words begin and end, and who is told to do it. */
import { childrenIn, treeOf } from '../events/index.ts'
import { clauseEnd, type Scene } from '../statements/index.ts'
import type { CommitmentVerb } from './verbs.ts'
import { isUsed } from './words.ts'

/** Tokens [from, to) that say what is promised or demanded; `other`: those that name who is told to do it. */
export interface Complement {
  from: number
  to: number
  other?: { from: number; to: number }
}

/** "promised | on Monday | to withdraw", "called | last week | for a truce": so many tokens may stand between. */
const GAP = 4
/** Who is told to do something takes at most so many tokens: "called on | all members of the Security Council | to …". */
const OTHER = 20

/**
 * The words of a commitment after its verb, by the frames that the verb takes.
 *
 * @param after the token after the verb and the words that must follow it
 */
export function complementOf(
  scene: Scene,
  verb: number,
  after: number,
  { frames }: CommitmentVerb,
): Complement | undefined {
  const { lower } = scene
  if (after >= lower.length) return undefined
  const end = endOf(scene, verb, after)
  const whole = (from: number): Complement | undefined => (from < end ? { from, to: end } : undefined)
  const infinitive = infinitiveAt(scene, after, Math.min(end, after + GAP))
  if (frames.has('to') && infinitive !== undefined) return whole(infinitive)
  if (frames.has('other') || frames.has('for')) {
    const told = toldTo(scene, verb, after)
    if (told) return told
  }
  if (frames.has('subjunctive')) return clauseAt(scene, after, end, true)
  if (frames.has('must')) return clauseAt(scene, after - 1, end, true)
  if (frames.has('time')) return timeGiven(scene, after, end)
  if (frames.has('told')) return clauseAt(scene, after, end, false)
  if (frames.has('warning')) return warningAt(scene, verb, after, end)
  if (frames.has('that')) {
    const clause = clauseChild(scene, verb, after, end)
    if (clause) return clause
  }
  if (frames.has('obj') || frames.has('pact')) return objectAt(scene, verb, after, end)
  if (frames.has('for') || frames.has('prep')) return nominalAt(scene, after) ? whole(after) : undefined
  return undefined
}

/** One past the last token of the verb's clause: where the sentence's next report or clause begins, or a mark closes it. */
function endOf(scene: Scene, verb: number, after: number): number {
  const { lower, quotation } = scene
  let end = clauseEnd(scene, after)
  const next = nextVerbOf(scene, verb)
  if (next !== undefined && next < end) end = next
  let brackets = 0
  for (let i = after; i < end; i++) {
    if (lower[i] === '(') brackets += 1
    // One that was opened before the words closes them; one that was opened among them does not.
    if (lower[i] === ')' && brackets-- > 0) continue
    if (lower[i] === ',' && opens.test(lower[i + 1] ?? '') && quotation[i] === quotation[verb]) return i
    if (quotation[i] === quotation[verb] && /^(?:—|–|--|:|\)|-)$/.test(lower[i]!)) return i
    if (quotation[verb] && quotation[i] !== quotation[verb]) return i
  }
  while (end > after && /^(?:,|and|but|[.;!?])$/.test(lower[end - 1]!)) end -= 1
  return end
}

/** What after a comma begins a clause of its own. */
const opens = /^(?:because|since|although|though|while|when|after|yet|but|which|who|where|as|so)$/

/** Where a verb joined to this one begins: "promised a truce | and left". */
function nextVerbOf(scene: Scene, verb: number): number | undefined {
  const tree = treeOf(scene)
  for (const joined of childrenIn(tree, verb, /^conj$/)) {
    if (joined < verb || scene.tokens[joined]!.upos !== 'VERB') continue
    const starts = childrenIn(tree, joined, /^(?:cc|punct|nsubj|aux)/).filter((it) => it > verb && it < joined)
    return Math.min(joined, ...starts)
  }
  return undefined
}

const infinitiveAt = ({ lower, tokens }: Scene, from: number, to: number): number | undefined => {
  for (let i = from; i < to; i++) {
    if (/^(?:,|that|and)$/.test(lower[i]!)) return undefined
    if (lower[i] === 'to' && isBase({ lower, tokens }, i + 1)) return i
  }
  return undefined
}

/** Whether a verb in its base form follows, adverbs aside: "to | immediately leave". */
const isBase = ({ lower, tokens }: Pick<Scene, 'lower' | 'tokens'>, at: number): boolean => {
  let i = at
  while (i < lower.length && (/ly$|^["“‘']$/.test(lower[i]!) || /^(?:not|never|also)$/.test(lower[i]!))) i += 1
  return /^(?:VERB|AUX)$/.test(tokens[i]?.upos ?? '') || tokens[i]?.xpos === 'VB'
}

/** "Syria to leave the valley": who, then what. */
function toldTo(scene: Scene, verb: number, after: number): Complement | undefined {
  const { lower } = scene
  for (let i = after + 1; i < Math.min(lower.length - 1, after + OTHER); i++) {
    if (/^(?:that|which|who|because|if|unless|:|;|"|“)$/.test(lower[i]!)) return undefined
    if (lower[i] === 'to' && isBase(scene, i + 1)) {
      if (belongsToNoun(scene, verb, i)) return undefined
      return nominalAt(scene, after)
        ? { from: i, to: endOf(scene, verb, i + 1), other: { from: after, to: i } }
        : undefined
    }
  }
  return undefined
}

/** "pressed him on his failure | to leave": the infinitive goes with a thing, not with somebody. */
function belongsToNoun(scene: Scene, verb: number, to: number): boolean {
  const tree = treeOf(scene)
  const infinitive = tree.heads[to] ?? -1
  if (infinitive <= to || tree.relation(infinitive) !== 'acl') return false
  const head = tree.heads[infinitive]!
  const { upos } = scene.tokens[head]!
  return head > verb && upos === 'NOUN' && childrenIn(tree, head, /^case$/).some((it) => it > verb + 2)
}

const modals = /^(?:should|must|be|not|do)$/

/** Whether a verb after its subject is in its bare form: tagged so, or tagged as a present that one subject alone cannot have ("Syria leave"). */
function isBare({ lower, tokens }: Scene, subject: number, verb: number): boolean {
  const { xpos } = tokens[verb]!
  if (xpos === 'VB') return lower[verb - 1] !== 'to'
  return xpos === 'VBP' && /^NNP?$/.test(tokens[verb - 1]!.xpos) && !lower.slice(subject, verb).includes('and')
}

/** "that Syria leave the valley", "that people be let out": a clause that asks; with `asks` off, any clause after "that". */
function clauseAt(scene: Scene, after: number, end: number, asks: boolean): Complement | undefined {
  const { lower, tokens } = scene
  const that = lower.indexOf('that', after)
  if (that < 0 || that - after > (asks ? 1 : OTHER) || that + 2 >= end) return undefined
  if (!asks) return { from: that, to: end, ...(that > after && { other: { from: after, to: that } }) }
  const verb = tokens.findIndex((token, i) => i > that + 1 && i < end && /^(?:VERB|AUX)$/.test(token.upos))
  if (verb < 0) return undefined
  const asked = modals.test(lower[verb]!) || isBare(scene, that + 1, verb)
  return asked ? { from: verb, to: end, other: { from: that + 1, to: verb } } : undefined
}

function clauseChild(scene: Scene, verb: number, after: number, end: number): Complement | undefined {
  const tree = treeOf(scene)
  const clause = childrenIn(tree, verb, /^(?:ccomp|parataxis)$/).find((it) => it > verb && it < end)
  if (clause === undefined && scene.lower[after] !== 'that') return undefined
  return after + 1 < end ? { from: after, to: end } : undefined
}

const time = /^(?:hours?|days?|weeks?|months?|years?|minutes?|until|time)$/

/** "Syria one week to leave", "Syria until Friday". */
function timeGiven(scene: Scene, after: number, end: number): Complement | undefined {
  const { lower } = scene
  const when = lower.findIndex((word, i) => i > after && i < Math.min(end, after + OTHER) && time.test(word))
  const to = when < 0 ? -1 : lower.indexOf('to', when)
  if (to < 0 || to - when > 6 || !isBase(scene, to + 1)) return undefined
  return { from: to, to: end, other: { from: after, to: when } }
}

function objectAt(scene: Scene, verb: number, after: number, end: number): Complement | undefined {
  const object = childrenIn(treeOf(scene), verb, /^(?:obj|xcomp|ccomp)$/).find(
    (it) => it >= after && it < end && (treeOf(scene).relation(it) === 'obj' || scene.tokens[it]!.xpos === 'VBG'),
  )
  return object === undefined || !nominalAt(scene, after) ? undefined : { from: after, to: end }
}

/** "warned of repercussions", "warned that there would be consequences": what is warned of is what the speaker would do. */
function warningAt(scene: Scene, verb: number, after: number, end: number): Complement | undefined {
  const opener = scene.lower.findIndex(
    (word, i) => i >= after && i < Math.min(end, after + OTHER) && /^(?:of|that)$/.test(word),
  )
  if (opener < 0) return undefined
  const noun = scene.tokens.findIndex(
    ({ lemma, upos }, i) => i > opener && i < end && upos === 'NOUN' && isUsed(lemma, 'consequence'),
  )
  if (noun < 0 || (scene.lower[opener] === 'of' && noun - opener > 4)) return undefined
  return { from: opener, to: end, ...(opener > verb + 1 && { other: { from: verb + 1, to: opener } }) }
}

const nominalAt = ({ tokens, lower }: Scene, at: number) =>
  at < tokens.length && !/^(?:,|\.|;|and|but|that|to|if|when|as|by|in|at|from|because)$/.test(lower[at]!)
