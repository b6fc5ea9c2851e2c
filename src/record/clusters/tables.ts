/** What is kept of every document so that its copies are found. The view `clusters` puts it together. */
import { table } from '../column.ts'

export const signatures = table('signatures', 'What a document is compared by.', [
  ['document', 'text', 'Id in documents.'],
  [
    'fingerprint',
    'text',
    'Hash of the set of its shingles (src/record/clusters/shingles.ts): the same for texts that are the same word for word. Null for a text too short to be compared.',
  ],
  [
    'keys',
    'bytes',
    'Keys of its bands, 32 bits each (src/record/clusters/signature.ts): texts that share one are compared.',
  ],
  ['credit', 'text', 'Agency that it credits in its dateline or byline; null where none.'],
  ['own', 'bool', 'Whether it stands with that agency itself.'],
  ['instant', 'instant', 'When it was published, UTC; null where only the day is known.'],
])

export const likenesses = table(
  'likenesses',
  'Two texts that are alike enough to carry one report. Each pair is told once or twice.',
  [
    ['document', 'text', 'Id in documents of a document with the first text.'],
    ['fingerprint', 'text', 'The first text, as in signatures.'],
    ['other', 'text', 'The other text, as in signatures of this segment or of one that was there before.'],
    ['likeness', 'real', 'Share of the shorter text that stands in the longer.'],
  ],
)
