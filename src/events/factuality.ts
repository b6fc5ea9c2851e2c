/**
 * Whether a deed is told as done, to come, supposed, denied or long past (PLOVER manual, "Auxiliary modes"). The words that
 * make it so are data, `lexicon/events/factuality.tsv`; where they must stand is told by the sentence's dependencies.
 */
import { readTable } from '../lexicon.ts'
import type { Factuality } from '../reading.ts'
import type { Scene } from '../statements/index.ts'
import { type Entry, entryOf } from './factuality-words.ts'
import { longAgo } from './long-ago.ts'
import { childrenIn, type Tree, treeOf } from './tree.ts'

/** What a deed is told as, and the word and row that say so; none for what is plainly asserted. */
export interface Judgement {
  factuality: Factuality
  /** Place of the word in the scene. */
  by?: number
  /** Id of the row in lexicon/events/factuality.tsv. */
  row?: string
}

let light: ReadonlySet<string> | undefined

/** Verbs whose own factuality is that of the deed they have as object. */
function lightVerbs(): ReadonlySet<string> {
  light ??= new Set(readTable('events/light-verbs.tsv', ['lemma']).map(({ lemma }) => lemma))
  return light
}

const asserted: Judgement = { factuality: 'asserted' }
const judged = (entry: Entry, by: number): Judgement => ({ factuality: entry.factuality, by, row: entry.id })

/** How many heads are climbed: "agreed to try to stop | attacking". */
const MAX_STEPS = 4

/**
 * The factuality of a verb or noun that tells a deed. Its own negation counts first, then a condition, a modal, what governs it, that
 * it is asked, and last the time of its clause.
 *
 * @param year of the article's date; an older year in the deed's clause makes it historical
 */
export function factualityOf(scene: Scene, deed: number, year?: number): Judgement {
  const judgement = judge(scene, treeOf(scene), deed, MAX_STEPS)
  if (judgement.factuality !== 'asserted') return judgement
  const last = scene.lower.length - 1
  if (scene.lower[last] === '?') return { factuality: 'hypothetical', by: last, row: 'question' }
  const time = longAgo(scene, deed, year, (word) => entryOf('time', word) !== undefined)
  return time === undefined ? judgement : { factuality: 'historical', by: time, row: 'time' }
}

function judge(scene: Scene, tree: Tree, deed: number, steps: number): Judgement {
  return (
    negated(scene, tree, deed) ??
    supposed(scene, tree, deed) ??
    modal(scene, tree, deed) ??
    modified(scene, tree, deed) ??
    (steps > 0 ? governed(scene, tree, deed, steps) : undefined) ??
    asserted
  )
}

/** "did not", "no shelling", "held no talks", "none of them", "has yet to". */
function negated(scene: Scene, tree: Tree, deed: number): Judgement | undefined {
  const { lower } = scene
  const object = childrenIn(tree, deed, /^(?:obj|nsubj)/)
  const near = [
    ...childrenIn(tree, deed, /^(?:advmod|det|cc|mark|case)/),
    ...object.flatMap((token) => [token, ...childrenIn(tree, token, /^(?:det|cc:preconj)/)]),
  ]
  for (const token of near) {
    const entry = entryOf('negation', lower[token]!)
    // "not only attacked but …" did attack.
    if (entry && !/^(?:only|just|merely|least)$/.test(lower[token + 1] ?? '')) return judged(entry, token)
  }
  const words = lower.slice(Math.max(0, deed - 4), deed)
  const yet = words.lastIndexOf('yet')
  if (yet >= 0 && words.includes('to', yet)) return { factuality: 'negated', by: deed - words.length + yet, row: 'not' }
  const longer = words.lastIndexOf('longer')
  if (longer > 0 && words[longer - 1] === 'no' && scene.tokens[deed]!.upos === 'VERB') {
    return { factuality: 'negated', by: deed - words.length + longer, row: 'not' }
  }
  return undefined
}

/** "if Turkey attacked". */
function supposed(scene: Scene, tree: Tree, deed: number): Judgement | undefined {
  for (const token of childrenIn(tree, deed, /^(?:mark|advmod)/)) {
    const entry = entryOf('condition', scene.lower[token]!)
    if (entry) return judged(entry, token)
  }
  return undefined
}

function modal(scene: Scene, tree: Tree, deed: number): Judgement | undefined {
  for (const token of childrenIn(tree, deed, /^aux/)) {
    const entry = entryOf('modal', scene.lower[token]!)
    if (entry) return judged(entry, token)
  }
  return isToBe(scene, tree, deed)
}

/** "is to visit". */
function isToBe({ lower, tokens }: Scene, tree: Tree, deed: number): Judgement | undefined {
  const to = deed - 1
  if (tokens[deed]!.upos !== 'VERB' || lower[to] !== 'to' || !/^(?:is|are|was|were)$/.test(lower[to - 1] ?? ''))
    return undefined
  const own = tree.heads[to - 1] === deed || tree.heads[deed] === to - 1
  return own ? { factuality: 'future', by: to - 1, row: 'will' } : undefined
}

/** "a planned attack", "an attack planned for May". */
function modified(scene: Scene, tree: Tree, deed: number): Judgement | undefined {
  if (scene.tokens[deed]!.upos === 'VERB') return undefined
  for (const token of childrenIn(tree, deed, /^(?:amod|acl$|compound)/)) {
    const entry = entryOf('modifier', scene.lower[token]!)
    if (entry) return judged(entry, token)
  }
  return undefined
}

/** Relations by which what is said of the head holds of the deed too. */
const complements = /^(?:xcomp|ccomp|obj|obl|nmod|acl$|advcl|conj|nsubj:pass|csubj)/
/** Of these, the ones by which a head that is no row passes its own factuality on: "will launch | an attack". */
const inherits = /^(?:xcomp|obj|nsubj:pass)/

function governed(scene: Scene, tree: Tree, deed: number, steps: number): Judgement | undefined {
  const { lower, tokens } = scene
  const head = tree.heads[deed]!
  const relation = tree.relation(deed)
  const word = wordBeforeTo(scene, deed)
  const before = word === undefined ? undefined : (entryOf('before-to', lower[word]!) ?? rowOf(scene, tree, word))
  if (before) return turned(before, word!, judge(scene, tree, word!, steps - 1))
  if (head < 0 || !complements.test(relation)) return undefined
  if (relation === 'conj') return joined(scene, tree, deed, head, steps)
  const entry = rowOf(scene, tree, head)
  const mark = childrenIn(tree, deed, /^(?:mark|case)/).find((token) => /^(?:to|from)$/.test(lower[token]!))
  // What a clause with its own subject reports is judged by verbs of doubt and denial only, an adverbial one by what needs its mark.
  const reported = relation === 'ccomp' && !!entry && !/^(?:deny|fear|pretend|want)$/.test(entry.id)
  const loose = (relation === 'advcl' && mark === undefined) || relation === 'nsubj:pass'
  if (entry && !reported && !loose) return turned(entry, head, judge(scene, tree, head, steps - 1))
  if (/^(?:advcl|acl)/.test(relation) && mark !== undefined && lower[mark] === 'to') {
    return { factuality: 'hypothetical', by: mark, row: 'purpose' }
  }
  if (!inherits.test(relation)) return undefined
  // "Talks were not held" were none, and "will launch an attack" is one to come; what is not condemned has happened.
  const noun = tokens[deed]!.upos !== 'VERB'
  if (noun ? !lightVerbs().has(tokens[head]!.lemma) : relation === 'nsubj:pass') return undefined
  return judge(scene, tree, head, steps - 1)
}

/** The word whose infinitive a verb is, when the parse hangs it elsewhere: "about | to attack". */
function wordBeforeTo({ lower, tokens }: Scene, deed: number): number | undefined {
  if (tokens[deed]!.upos !== 'VERB') return undefined
  const to = /ly$/.test(lower[deed - 1] ?? '') ? deed - 2 : deed - 1
  return lower[to] === 'to' && to > 0 ? to - 1 : undefined
}

/** The row of a governing word, with its particle where it has one: "called off". */
function rowOf({ lower }: Scene, tree: Tree, word: number): Entry | undefined {
  const particle = childrenIn(tree, word, /^compound:prt/)[0] ?? word + 1
  return entryOf('governor', `${lower[word]} ${lower[particle]}`) ?? entryOf('governor', lower[word]!)
}

/** What a governor makes of the deed, given what it is told as itself: "did not plan to", "did not fail to". */
function turned(entry: Entry, at: number, itself: Judgement): Judgement {
  if (itself.factuality !== 'negated') return judged(entry, at)
  return entry.factuality === 'negated' ? asserted : itself
}

/** "will attack and occupy": the second shares what stands before the first, unless it has its own or "but" parts them. */
function joined(scene: Scene, tree: Tree, deed: number, head: number, steps: number): Judgement | undefined {
  if (childrenIn(tree, deed, /^(?:aux|nsubj)/).length > 0) return undefined
  if (childrenIn(tree, deed, /^cc/).some((token) => scene.lower[token] === 'but')) return undefined
  return judge(scene, tree, head, steps - 1)
}
