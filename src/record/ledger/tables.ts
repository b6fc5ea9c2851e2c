/** The tables of the ledger: one row a commitment, one a report of it, one a step in what became of it. */
import { table } from '../column.ts'

export const ledgerTable = table(
  'ledger_rows',
  'A commitment as the whole record tells of it.',
  [
    ['id', 'text', 'Made from its first report: the same whatever the order in which articles were added.'],
    ['block', 'text', 'Who is committed and to which kind of thing: only commitments of one block may be the same.'],
    ['kind', 'text', 'offer, promise, threat, red-line, demand, ultimatum, refusal or agreement.'],
    ['source', 'text', 'Who is committed: country (ISO 3166-1 alpha-3) of a government, else the id of the actor.'],
    ['source_name', 'text', 'Who is committed, as the first report names them.'],
    ['target', 'text', 'To whom, likewise; null when no report says.'],
    ['target_name', 'text', 'To whom, in words.'],
    [
      'about',
      'text',
      'What is offered, promised, threatened or demanded, in the words of the first report that says it.',
    ],
    ['condition', 'text', 'On what condition, in the words of a report.'],
    ['deadline_date', 'day', 'By when.'],
    ['strength', 'text', 'final, firm, tentative or leaked.'],
    ['first_reported', 'day', 'Day of the first report.'],
    ['last_reported', 'day', 'Day of the last report.'],
    ['reports', 'int', 'How many documents tell of it.'],
    ['independent', 'int', 'How many of them are no copies of one another.'],
    ['told', 'text', 'The last status that somebody tells; open when nobody tells of any.'],
    ['told_date', 'day', 'The day of it.'],
    ['disputed', 'bool', 'Whether some say that it was kept, accepted or carried out, and others that it was not.'],
    ['confidence', 'real', 'Of its surest report, from 0 to 1.'],
    ['document', 'text', 'Document of its first report.'],
    ['commitment', 'text', 'Id of its first report in commitments.'],
    ['warnings', 'texts', 'What to mind; codes in docs/errors.md.'],
  ],
  'document',
)

export const reportsTable = table('ledger_reports', 'A document that tells of a commitment of the ledger.', [
  ['ledger', 'text', 'Id in ledger.'],
  ['block', 'text', 'As in ledger.'],
  ['document', 'text', 'Id in documents.'],
  ['commitment', 'text', 'Id in commitments of that document.'],
  ['published', 'day', 'Day of the document.'],
  ['cluster', 'text', 'The report it is a copy of; copies have the same one.'],
  ['sequence', 'text', 'Its place among the reports of its block, as they are taken: by day, document and number.'],
  ['about', 'text', 'What it is about, in the words of this document.'],
  [
    'tied',
    'text',
    'What tied it: first, same (parties and subject), reference (names no subject of its own), wording.',
  ],
  ['score', 'real', 'How much of the subject it has in common with reports before it, from 0 to 1.'],
  ['nearest', 'text', 'Id of the other row of the ledger that it nearly went to.'],
  ['nearest_score', 'real', 'How near.'],
])

export const stepsTable = table('ledger_steps', 'A step in what became of a commitment of the ledger.', [
  ['ledger', 'text', 'Id in ledger.'],
  ['block', 'text', 'As in ledger.'],
  ['n', 'int', 'Its number, by date, from 0.'],
  [
    'status',
    'text',
    'accepted, rejected, kept, broken, carried-out, withdrawn, renewed, lapsed, superseded, not-yet, condition-met.',
  ],
  ['date', 'day', 'The day on which it is told.'],
  ['document', 'text', 'Where it is told.'],
  ['cluster', 'text', 'As in ledger_reports: the same step in a copy counts once.'],
  ['evidence_start', 'int', 'Where its words begin.'],
  ['evidence_end', 'int', 'Where they end.'],
  ['evidence', 'text', 'Its words.'],
  ['word', 'text', 'On whose word: who says so; null when the outlet itself tells it.'],
  ['word_key', 'text', 'Who says so, as source and target of the ledger are told.'],
  [
    'sourcing',
    'text',
    'On whose word, in kind: named, office, unnamed, document, outlet, crowd; none for the outlet itself.',
  ],
  ['statement', 'text', 'Id in statements.'],
  ['event', 'text', 'Id in events, where a deed was tied to the commitment.'],
  ['confidence', 'real', 'From 0 to 1.'],
  [
    'rule',
    'text',
    'The rule that read it (lexicon/commitments), or that tied it: agreed-by-target, refused-by-target.',
  ],
  ['score', 'real', 'How much it has in common with the commitment, where it was tied by that.'],
])

/** What of a segment the ledger is made from, taken out once; kept beside the ledger, and of no use without it. */
export const partReports = table('part_reports', 'A commitment of a document.', [
  ['document', 'text', 'Id in documents.'],
  ['commitment', 'text', 'Id in commitments.'],
  ['sequence', 'text', 'As in ledger_reports.'],
  ['keys', 'text', 'Whose it is; null when nobody is resolved.'],
  ['family', 'text', 'Kinds that may be one commitment have the same.'],
  ['target', 'text', 'Who of the other side is resolved.'],
  ['stems', 'ints', 'Digests of the stems of its subject.'],
  ['hooks', 'ints', 'Digests of what deeds are found by that may be steps of it.'],
  ['data', 'text', 'The report, in JSON.'],
])

export const partDeeds = table('part_deeds', 'What is told to have been done, or answered.', [
  ['document', 'text', 'Id in documents.'],
  ['answer', 'bool', 'Whether it answers, and so may go with anything of its own document.'],
  ['hooks', 'ints', 'Digests of what it is found by.'],
  ['data', 'text', 'The deed, in JSON.'],
])

/** Which report each document was a copy of when the ledger was made. */
export const placesTable = table('places', 'A document with its cluster.', [
  ['document', 'text', 'Id in documents.'],
  ['cluster', 'text', 'As in clusters.'],
])
