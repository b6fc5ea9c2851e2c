/** Where a clause ends for the shallow reading: at the sentence's end, or where another report begins. */
import { cueVerbs } from './cues.ts'
import type { Scene } from './scene.ts'
import { groupStart, subjectBefore } from './subject.ts'
import { days, isAdverb, prepositions } from './words.ts'

/** The speaker of an aside, in tokens: ", the rebel commander Riad al-Asaad said by telephone". */
const MAX_SPEAKER = 10

/** One past the last token of the clause that holds a statement's content. */
export function clauseEnd(scene: Scene, from: number): number {
  const { lower, quotation } = scene
  for (let i = from + 1; i < lower.length; i++) {
    if (quotation[i]) continue
    if (breaksOff(scene, i)) return i
  }
  let end = lower.length
  while (end > from + 1 && !quotation[end - 1] && /^[.?!,;:]$/.test(lower[end - 1]!)) end -= 1
  return end
}

/** A noun phrase as content ends where the next verb phrase is joined: "criticised the plan | and challenged them". */
export function objectEnd(scene: Scene, from: number): number {
  const { lower, quotation } = scene
  const end = clauseEnd(scene, from)
  for (let i = from + 1; i < end; i++) {
    if (quotation[i]) continue
    const next = lower[lower[i] === ',' && /^(?:and|but)$/.test(lower[i + 1] ?? '') ? i + 2 : i + 1] ?? ''
    if (
      /^(?:and|but|,)$/.test(lower[i]!) &&
      /ed$|^(?:is|was|has|had|will|would|said|left|went|took|gave|made)$/.test(next)
    )
      return i
  }
  return end
}

/** Whether another report begins at token `i`: ", saying", "and added", ", according to", ", but analysts say". */
function breaksOff(scene: Scene, i: number): boolean {
  const { lower } = scene
  const word = lower[i]!
  if (word === ';') return true
  if (word === ',' && lower[i + 1] === 'according' && lower[i + 2] === 'to') return true
  if (word === ',' && closesAt(scene, i + 1)) return true
  const joins = word === 'and' || word === 'but' || word === ','
  if (!joins) return false
  let next = i + 1
  if (word === ',' && /^(?:and|but|while)$/.test(lower[next] ?? '')) next += 1
  while (next < lower.length && isAdverb(lower[next]!)) next += 1
  const cues = cueVerbs(lower[next] ?? '').filter((cue) => cue.frames.clause || cue.form === 'gerund')
  if (cues.some((cue) => (word === ',' && next === i + 1 ? cue.form === 'gerund' : cue.form === 'finite'))) return true
  return (word === 'but' || lower[i + 1] === 'but') && speaksAt(scene, next)
}

/** Whether "S said" begins at token `from` and closes the sentence: ", two officials said." */
function closesAt(scene: Scene, from: number): boolean {
  const verb = speakerAt(scene, from)
  const next = verb === undefined ? undefined : (scene.lower[verb + 1] ?? '.')
  return next !== undefined && (/^[.,?!]$/.test(next) || days.has(next) || prepositions.has(next))
}

const speaksAt = (scene: Scene, from: number): boolean => speakerAt(scene, from) !== undefined

/** The cue of "S says" when that begins at token `from`. */
function speakerAt(scene: Scene, from: number): number | undefined {
  for (let verb = from + 1; verb < Math.min(scene.lower.length, from + MAX_SPEAKER); verb++) {
    if (!cueVerbs(scene.lower[verb]!).some((cue) => cue.frames.clause && cue.form !== 'gerund')) continue
    return subjectBefore(scene, groupStart(scene, verb))?.from === from ? verb : undefined
  }
  return undefined
}
