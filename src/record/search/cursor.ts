/** Where a page of results ended, as text that can be given back for the next one. */
import { z } from 'zod'
import { OnrecordError } from '../../errors.ts'

const Cursor = z.object({
  score: z.number(),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  segment: z.string(),
  entry: z.number().int().nonnegative(),
})
/** The last result of a page: results are ordered by score, then newest first, then by place in the record. */
export type Cursor = z.infer<typeof Cursor>

export const cursorText = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** @throws OnrecordError E_CURSOR */
export function cursorFrom(text: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new OnrecordError('E_CURSOR', `"${text}" is not where a search ended. Give "next" of its results as it is.`, {
      cause,
    })
  }
}
