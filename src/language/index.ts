/**
 * The language room: text in, sentences and tokens out, each with its exact place in the text.
 * `analyse` is the one door; everything after this room stands on it. `segment` gives sentences and tokens alone.
 */
export { analyse } from './analyse.ts'
export type { Analysis, Sentence, Token } from './analysis.ts'
export { languageOf } from './detect.ts'
export { segment } from './segment.ts'
export { languageStep } from './step.ts'
