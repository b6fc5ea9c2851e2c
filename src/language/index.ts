/**
 * The language room: text in, sentences and tokens out, each with its exact place in the text.
 * `analyse` is the one door; everything after this room stands on it. `segment` gives sentences and tokens alone.
 * What a second model over the same text needs (`runtime`, `batchesOf`) is lent to the rooms after this one.
 */
export { analyse } from './analyse.ts'
export type { Analysis, Name, NameType, Sentence, Title, Token, TokenSpan } from './analysis.ts'
export { toConllu } from './conllu.ts'
export { languageOf } from './detect.ts'
export { modelFolder, readMeta } from './model.ts'
export { batchesOf } from './parse.ts'
export { runtime } from './runtime.ts'
export { segment } from './segment.ts'
export { languageStep } from './step.ts'
