/** The tables of the search index: what can be found, and by which words. They stand beside the others in every segment. */
import { table } from '../column.ts'

/** Groups of 32,000 rows: scanned whole for their lengths as quickly as larger ones, and single rows looked up in a millisecond. */
export const entries = {
  ...table(
    'entries',
    'Something search can find: a sentence, statement, event or commitment. Written anew when its segment is.',
    [
      ['document', 'text', 'Id in documents.'],
      ['entry', 'int', 'Its number in the segment, from 0: what postings point at.'],
      ['kind', 'text', 'statement, event, commitment or text (a sentence).'],
      ['id', 'text', 'Id of the row in its table; for text, the number of the sentence.'],
      [
        'first',
        'int',
        'Number in the segment of the sentence in which it begins: sentences counted from 0 as they stand in the file.',
      ],
      ['sentences', 'int', 'In how many sentences it stands.'],
      ['sentence_entry', 'int', 'Entry of its first sentence; those of the following sentences come next.'],
      ['words', 'int', 'How many words it holds: its length for the ranking.'],
      ['published', 'day', "The document's day, as in documents.day."],
      ['outlet', 'text', 'Who published it.'],
      ['speaker', 'text', 'Name of who says it; of events and commitments, of who says so.'],
      ['country', 'text', 'Country of who speaks or acts, ISO 3166-1 alpha-3.'],
      ['sector', 'text', 'PLOVER sector of who speaks or acts.'],
      ['sourcing', 'text', 'As in statements.'],
      ['form', 'text', 'As in statements.'],
      ['act', 'text', 'As in statements.'],
      ['type', 'text', 'Type of an event, kind of a commitment.'],
    ],
  ),
  layout: { rowsPerGroup: 32_768, deltas: true },
}

/** Sorted, so that the least and greatest stem of a group tell whether it need be read; smaller groups cost more than they save. */
export const postings = {
  ...table(
    'postings',
    'A word at its place in an entry. Sorted by stem, form, entry and position, so that a search reads a few pages only.',
    [
      [
        'stem',
        'text',
        'What forms of a word have in common (src/record/search/stem.ts). Words of names have who it is before them, "speaker:elphberg": speaker, source, target or about; so have countries in lower case and ids in the registry.',
      ],
      ['form', 'text', 'The word folded: lower case, without accents, apostrophes and the dots of abbreviations.'],
      ['entry', 'int', 'Entry of the same segment.'],
      [
        'position',
        'int',
        'Number of the word in the document, from 0; in names, such that the words of one name follow one another.',
      ],
    ],
    'entry',
  ),
  layout: { rowsPerGroup: 65_536, deltas: true },
}
