/** An event that no pattern found, from the weights: its type is their verdict, its trigger the words that spoke for it most. */
import { groupStart, spanOf } from '../statements/index.ts'
import type { Code } from './codes.ts'
import { factualityOf } from './factuality.ts'
import { unfit } from './fit.ts'
import { factualityNote, type Note } from './note.ts'
import { objectParties, placesOf } from './object.ts'
import { isPassive } from './passive.ts'
import { agentParties, type Matching, ownerOf, subjectParties } from './stage.ts'
import { type Told, tell } from './tell.ts'
import { childrenIn, type Tree, treeOf } from './tree.ts'
import type { Verdict } from './verdict.ts'
import { type VerdictType, verdictTypeOf } from './weights.ts'

/** The general code of each type. */
const general: Record<string, string> = {
  ACCUSE: '110',
  AGREE: '030',
  AID: '070',
  ASSAULT: '190',
  COERCE: '172',
  CONSULT: '040',
  COOPERATE: '060',
  MOBILIZE: '154',
  PROTEST: '141',
  REJECT: '120',
  REQUEST: '100',
  SANCTION: '160',
  SUPPORT: '050',
  THREATEN: '130',
  YIELD: '080',
}

/** The event of the likeliest deed of a type, of those whose words are free. */
export function weighed(
  matching: Matching,
  verdict: Verdict,
  type: VerdictType,
  { isFree, sure }: { isFree: (token: number) => boolean; sure: boolean },
): Told | undefined {
  const { scene, note } = matching
  const tree = treeOf(scene)
  const deeds = scene.tokens
    .map((_, at) => at)
    .filter((at) => isDeed(matching, tree, at) && isFree(at))
    .map((at) => ({ at, weight: ownWords(tree, at).reduce((sum, it) => sum + verdict.share(it, type), 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { at } of deeds) {
    const event = toldBy(matching, at, type)
    if (typeof event === 'string' || (!sure && unfit(event, matching))) continue
    note?.({
      rule: event.rule,
      at: spanOf(scene, at, at + 1),
      frame: 'weighed',
      words: loudest(matching, verdict, type),
      ...factualityNote(scene, event),
    })
    return event
  }
  return undefined
}

/** How many words an explanation names. */
const LOUDEST = 5

const loudest = ({ scene }: Matching, verdict: Verdict, type: VerdictType): NonNullable<Note['words']> =>
  scene.tokens
    .map((_, at) => ({ at: spanOf(scene, at, at + 1), weight: Number(verdict.share(at, type).toFixed(1)) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, LOUDEST)

/** The code of a pattern of the type that begins with the same verb, though something else it asks for is missing; else the general one. */
function codeAt({ scene, ontology }: Matching, at: number, type: VerdictType): Code {
  const near = ontology.verbs.get(scene.lower[at]!)?.findLast(({ code }) => verdictTypeOf(code.type) === type)
  return near?.code ?? ontology.codes.get(general[type]!)!
}

function toldBy(stage: Matching, at: number, type: VerdictType): Told | string {
  const { scene, year } = stage
  const pattern = { id: `weighed.${type.toLowerCase()}`, code: codeAt(stage, at, type) }
  const telling = { from: at, to: at + 1, at, frame: 'weighed', judgement: factualityOf(scene, at, year) } as const
  const reach = { places: placesOf(pattern.code.quad), moves: /^(?:MOBILIZE|RETREAT|AID)$/.test(pattern.code.type) }
  if (scene.tokens[at]!.upos !== 'VERB') {
    const owner = ownerOf(stage, at)
    const object = objectParties(stage, at, reach)
    const subject = owner ? [owner] : subjectParties(stage, at)
    return tell(pattern, subject, object, telling)
  }
  const passive = isPassive(scene, at)
  const subject = subjectParties(stage, at)
  const source = passive ? agentParties(stage, at) : subject
  const target = passive ? subject : objectParties(stage, at, reach)
  return tell(pattern, source, target, { ...telling, from: groupStart(scene, at) })
}

/** Verbs that only report what somebody says: the deed is what they report. */
const reports = /^(?:say|tell|report|add|announce|state|note|claim|believe|think|know|show|quote)$/

const isDeed = ({ scene }: Matching, tree: Tree, at: number) => {
  const { upos, deprel, lemma } = scene.tokens[at]!
  if (reports.test(lemma) && childrenIn(tree, at, /^(?:ccomp|parataxis)/).length > 0) return false
  return (upos === 'VERB' && deprel !== 'amod') || (tree.heads[at]! < 0 && /^(?:NOUN|ADJ)$/.test(upos))
}

const otherClause = /^(?:ccomp|advcl|conj|parataxis|acl|csubj|nsubj|cc|punct)/

/** A deed's words: itself and what hangs on it, other clauses and the subject aside. */
const ownWords = (tree: Tree, at: number): number[] => [
  at,
  ...tree.children[at]!.filter((child) => !otherClause.test(tree.relation(child))).flatMap((child) =>
    ownWords(tree, child),
  ),
]
