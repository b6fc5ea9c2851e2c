/** Text in, analysis out: segmentation, then the model. */
import type { Warn } from '../step.ts'
import type { Analysis } from './analysis.ts'
import { segment } from './segment.ts'

/** Everything this room can tell of a text. */
export async function analyse(text: string, warn: Warn = () => {}): Promise<Analysis> {
  return segment(text, warn)
}
