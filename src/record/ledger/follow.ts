/**
 * What became of a commitment, told elsewhere: whether a deed or an answer goes with it. Each pair is judged by itself, by who does
 * it, by the words that tell the deed, and by what both are about; so that the order in which articles were added does not matter.
 */
import type { Deed, Report, Step } from './model.ts'
import { coverage, likeness, weightOfAll } from './subject.ts'
import { daysBetween, familyOf, keysOf, subjectOf, type Taken, targetOf } from './taken.ts'
import { DEADLINES } from './tie.ts'

/** Days in which what the other side agrees to or refuses is an answer. */
const ANSWER = 30
/** Characters after an offer or a demand in which a refusal may answer it without a word in common. */
const NEARBY = 800
/** Days in which a deed may be what was promised or threatened. */
const DEED = 365
/** The share of a commitment's subject that a deed must have… */
const DONE = 0.65
/** …and an answer, and a commitment with a new deadline. */
const ANSWERED = 0.5
const RESET = 0.65
/** A deed is told, not what it is the outcome of: no surer than this. */
const CONFIDENCE = 0.6

/** A commitment as deeds are held against it: by its first report. */
export interface Followed {
  first: Taken
  family: string
  own: readonly string[]
  others: readonly string[]
  target?: string
  about: readonly string[]
  condition: readonly string[]
}

export function followed(first: Taken): Followed {
  const { report } = first
  const { condition = '', kind } = report
  const target = targetOf(report)
  return {
    first,
    family: familyOf(report),
    own: keysOf(report.source),
    others: keysOf(report.target),
    ...(target && { target }),
    about: subjectOf(report, report.about),
    // A red line is drawn at what it is about; "unless" is met by not doing it.
    condition:
      kind === 'red-line' && !condition
        ? subjectOf(report, report.about)
        : /^(?:if|once|in )/i.test(condition)
          ? subjectOf(report, condition)
          : [],
  }
}

/** The step that a deed is for a commitment; undefined when it has nothing to do with it. */
export function stepFrom(it: Followed, deed: Deed): Step | undefined {
  const { published } = it.first.report
  if (!published) return undefined
  const days = daysBetween(published, deed.day)
  if (!(days >= 0)) return undefined
  if (deed.kind === 'agreed' || deed.kind === 'refused') return days <= ANSWER ? answer(it, deed) : undefined
  if (days === 0 || deed.cluster === it.first.report.cluster || deed.document === it.first.report.document)
    return undefined
  if (deed.kind === 'reset') return reset(it, deed)
  return days <= DEED ? (done(it, deed) ?? met(it, deed)) : undefined
}

const some = (a: readonly string[], b: readonly string[]) => a.some((key) => b.includes(key))

const step = (deed: Deed, status: string, rule: string, score: number, confidence = CONFIDENCE): Step => ({
  status,
  date: deed.date ?? deed.day,
  start: deed.start,
  end: deed.end,
  evidence: deed.evidence,
  ...(deed.word && { word: deed.word }),
  sourcing: deed.sourcing,
  ...(deed.statement && { statement: deed.statement }),
  document: deed.document,
  cluster: deed.cluster,
  confidence: Math.round(100 * Math.min(confidence, deed.confidence) * score) / 100,
  ...(deed.event && { event: deed.event }),
  rule,
  score,
})

/** What the other side agreed to or refused, where both name each other and either stand in one document or are about the same. */
function answer(it: Followed, deed: Deed): Step | undefined {
  if (!/^(?:give|ask)$/.test(it.family) || !some(deed.by, it.others) || !some(deed.to, it.own)) return undefined
  // "He offered to meet Putin … Putin has declined to speak to him": soon after it in the same text.
  const far =
    deed.document === it.first.report.document ? deed.start - (it.first.report.steps[0]?.start ?? deed.start) : -1
  const here = far > 0 && far < NEARBY
  const score = likeness(deed.stems, it.first.stems)
  if (score < ANSWERED && !here) return undefined
  const refused = deed.kind === 'refused'
  const found = step(deed, refused ? 'rejected' : 'accepted', refused ? 'refused-by-target' : 'agreed-by-target', score)
  return { ...found, confidence: here && score < ANSWERED ? 0.4 : CONFIDENCE }
}

/** The same is promised or demanded anew, with a later deadline. */
function reset(it: Followed, deed: Deed): Step | undefined {
  const { deadline } = it.first.report
  if (deed.family !== it.family || !deadline || !deed.deadline || daysBetween(deadline, deed.deadline) <= DEADLINES)
    return undefined
  if (it.own.length === 0 || deed.by.join() !== it.own.join()) return undefined
  if (it.target && deed.to.length > 0 && !deed.to.includes(it.target)) return undefined
  const score = likeness(deed.stems, it.first.stems)
  return score < RESET ? undefined : step(deed, 'superseded', 'later-deadline', Math.min(1, score))
}

/** Who is committed does it, or whoever something is demanded of. */
function done(it: Followed, deed: Deed): Step | undefined {
  const { about, family, own, target } = it
  const doers = family === 'ask' ? it.others.filter((key) => !own.includes(key)) : own
  if (!/^(?:give|harm|ask)$/.test(family) || !some(deed.by, doers)) return undefined
  // What is done to another than the one it was promised or threatened is another matter.
  const toTarget = target !== undefined && deed.to.includes(target)
  if (family !== 'ask' && target !== undefined && deed.to.length > 0 && !toTarget) return undefined
  const score = shared(about, deed)
  if (score === 0 || (about.length === 1 && !toTarget)) return undefined
  if (deed.kind === 'did-not') return step(deed, 'not-yet', 'not-done', score)
  return step(deed, family === 'harm' ? 'carried-out' : 'kept', 'done', score)
}

/** The other side does what the condition names, or anybody where no other side is told. */
function met(it: Followed, deed: Deed): Step | undefined {
  const { condition, own, target } = it
  if (deed.kind !== 'did' || condition.length < 2 || some(deed.by, own)) return undefined
  if (target !== undefined && !deed.by.includes(target)) return undefined
  const score = shared(condition, deed)
  return score === 0 ? undefined : step(deed, 'condition-met', 'condition', score)
}

/** How much of a subject a deed has, when it is done by a word of it; 0 when too little. */
function shared(subject: readonly string[], { actions, stems }: Deed): number {
  if (!some(actions, subject)) return 0
  const { share, words } = coverage(subject, new Set([...actions, ...stems]))
  // Common words alone make no subject.
  const weight = share * weightOfAll(subject)
  return share >= DONE && (words >= 2 ? weight >= 1 : subject.length === 1) ? share : 0
}

/** Deeds by who does them and a stem: those that may be steps of a commitment are few. */
export interface Deeds {
  byAction: Map<string, Deed[]>
  byDocument: Map<string, Deed[]>
}

/** What a deed is found by: "who stem", or the stem alone where nobody in particular is waited for. */
export const hooksOf = ({ by, actions, stems, kind }: Deed): string[] => {
  const words = kind === 'did' || kind === 'did-not' ? actions : stems
  return words.flatMap((stem) => [...by.map((key) => `${key} ${stem}`), ...(kind === 'did' ? [`* ${stem}`] : [])])
}

/** What the deeds of a commitment are found by: each that `stepFrom` takes has one of these. */
export const waitsFor = ({ own, others, target, first, about, condition }: Followed): string[] => {
  const parties = [...new Set([...own, ...others])]
  const stems = [...new Set([...first.stems, ...about])]
  const anybody = condition.length >= 2 && target === undefined ? condition.map((stem) => `* ${stem}`) : []
  return [...parties.flatMap((key) => stems.map((stem) => `${key} ${stem}`)), ...anybody]
}

export function deedsBy(deeds: readonly Deed[]): Deeds {
  const found: Deeds = { byAction: new Map(), byDocument: new Map() }
  const add = (map: Map<string, Deed[]>, key: string, deed: Deed) => {
    const own = map.get(key)
    if (own) own.push(deed)
    else map.set(key, [deed])
  }
  for (const deed of deeds) {
    for (const hook of new Set(hooksOf(deed))) add(found.byAction, hook, deed)
    if (deed.kind === 'agreed' || deed.kind === 'refused') add(found.byDocument, deed.document, deed)
  }
  return found
}

/** Every step that deeds are for a commitment. */
export function stepsFrom(first: Taken, { byAction, byDocument }: Deeds): Step[] {
  const it = followed(first)
  const met = new Set([
    ...waitsFor(it).flatMap((hook) => byAction.get(hook) ?? []),
    ...(byDocument.get(first.report.document) ?? []),
  ])
  return [...met].flatMap((deed) => stepFrom(it, deed) ?? [])
}

/** A report as an answer to what others asked or offered, or as the same set anew; most are neither. */
export function deedOf(report: Report): Deed | undefined {
  const [told] = report.steps
  const { kind, published, deadline } = report
  const family = familyOf(report)
  const answers = kind === 'refusal' ? 'refused' : kind === 'agreement' ? 'agreed' : undefined
  const resets = deadline !== undefined && /^(?:give|ask)$/.test(family)
  if (!told || !published || !(answers || resets)) return undefined
  const { status: _, ...place } = told
  return {
    ...place,
    kind: answers ?? 'reset',
    document: report.document,
    cluster: report.cluster,
    day: published,
    by: keysOf(report.source),
    to: keysOf(report.target),
    actions: [],
    stems: subjectOf(report, `${report.about} ${report.condition ?? ''}`),
    confidence: report.confidence,
    family,
    ...(deadline && { deadline }),
  }
}
