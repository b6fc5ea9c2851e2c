/** A story: documents that carry one report, the origin first, with the words in which each differs from it. */
import { type Difference, differencesOf, type Report, sameStory } from '../record/index.ts'
import type { Held } from './held.ts'

/** Documents whose words are compared; a wire report may have hundreds of copies. */
const COMPARED = 20

export interface StoryAnswer {
  /** The text stands only with those that are compared. */
  readonly documents: readonly Report[]
  /** By document: places in the origin's text and in its own where they differ. */
  readonly differences: Readonly<Record<string, readonly Difference[]>>
}

/** The story that a document belongs to; undefined when it is not on record. */
export async function storyOf(held: Held, document: string): Promise<StoryAnswer | undefined> {
  const [origin, ...others] = await held.connected((connection) => sameStory(held.snapshot, document, connection))
  if (!origin) return undefined
  const compared = others.slice(0, COMPARED)
  return {
    documents: [origin, ...compared, ...others.slice(COMPARED).map(({ text: _, ...it }) => it)],
    differences: Object.fromEntries(compared.map((it) => [it.document, differencesOf(origin.text!, it.text!)])),
  }
}
