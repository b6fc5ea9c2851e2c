import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { scan } from './hits.ts'
import { actorsOf } from './link.ts'
import { quotedPieces, speakersOf } from './quoted.ts'

test('pieces in quotation marks, and who speaks there', () => {
  const analysis = segment('“We won,” John Kerry said. Then he left. “It was late,” said Vladimir Putin. "So be it."')
  const read = scan(analysis)
  const quoted = quotedPieces(read.pieces)
  expect(
    read.pieces
      .filter((_, i) => quoted[i]! > 0)
      .map(({ form }) => form)
      .join(' '),
  ).toBe('We won , It was late , So be it .')
  const speakers = speakersOf(read, actorsOf(analysis), quoted)
  expect([...speakers.values()].map((actor) => actor?.id)).toEqual(['john-kerry', 'vladimir-putin', 'vladimir-putin'])
})
