/** Views of the ledger: its rows with the status of today, and the questions that people ask of it. */
import type { View } from '../views.ts'

const columns = (meanings: Record<string, string>) =>
  Object.entries(meanings).map(([name, meaning]) => ({ name, meaning }))

/** The record's last day: what is due is counted from it. */
const lastDay = '(SELECT max(day) FROM documents)'
/** Statuses after which a commitment is still to be kept. */
const pending = "('open', 'not-yet', 'renewed', 'accepted')"

const ledger: View = {
  name: 'ledger',
  row: 'A commitment as the whole record tells of it: one row, however many report it.',
  columns: columns({
    id: 'The same whatever the order in which articles were added; onrecord ledger ID shows how it came about.',
    kind: 'offer, promise, threat, red-line, demand, ultimatum, refusal or agreement.',
    status: 'The last status that somebody tells; lapsed where its deadline has passed and nobody tells of any.',
    status_date: 'The day of it.',
    source: 'Who is committed: country of a government, ISO 3166-1 alpha-3, else the id of the actor.',
    source_name: 'In words.',
    target: 'To whom, likewise.',
    target_name: 'In words.',
    about: 'What is offered, promised, threatened or demanded.',
    condition: 'On what condition.',
    deadline_date: 'By when.',
    strength: 'final, firm, tentative or leaked.',
    first_reported: 'Day of the first report.',
    last_reported: 'Day of the last.',
    reports: 'How many documents tell of it.',
    independent: 'How many of them are no copies of one another.',
    disputed: 'Whether some say that it was kept, accepted or carried out, and others that it was not.',
    confidence: 'From 0 to 1.',
    document: 'Document of its first report.',
    warnings: 'What to mind: no day, nobody resolved, a deadline before its first report; codes in docs/errors.md.',
  }),
  sql: `SELECT id, kind, CASE WHEN lapsed THEN 'lapsed' ELSE told END AS status,
  CASE WHEN lapsed THEN deadline_date ELSE coalesce(told_date, first_reported) END AS status_date, source, source_name, target, target_name,
  about, condition, deadline_date, strength, first_reported, last_reported, reports, independent, disputed, confidence, document, warnings
FROM (SELECT *, coalesce(deadline_date < ${lastDay} AND told IN ${pending}, false) AS lapsed FROM ledger_rows)`,
}

const steps: View = {
  name: 'ledger_history',
  row: 'A step in what became of a commitment of the ledger; those that only the calendar tells have no document.',
  columns: columns({
    ledger: 'Id in ledger.',
    date: 'The day on which it is told, or of the deadline.',
    status: 'What became of it.',
    word: 'On whose word; null when the outlet itself tells it, or the calendar does.',
    word_key: 'Who says so, as source and target of the ledger.',
    sourcing: 'On whose word, in kind: named, office, unnamed, document, outlet, crowd, none; computed for lapsed.',
    evidence: 'Its words.',
    evidence_start: 'Where they begin in the document.',
    evidence_end: 'Where they end.',
    document: 'Where it is told.',
    statement: 'Id in statements of that document, where somebody says it.',
    event: 'Id in events of that document, where a deed was tied to the commitment.',
    confidence: 'From 0 to 1.',
    rule: 'The rule that read or tied it.',
    score: 'How much it has in common with the commitment, from 0 to 1, where it was tied by that.',
  }),
  sql: `SELECT ledger, date, status, word, word_key, sourcing, evidence, evidence_start, evidence_end, document, statement, event, confidence, rule, score FROM ledger_steps
UNION ALL SELECT id, deadline_date, 'lapsed', NULL, NULL, 'computed', NULL, NULL, NULL, NULL, NULL, NULL, 1.0, 'deadline.past', NULL FROM ledger WHERE status = 'lapsed' AND status_date = deadline_date AND deadline_date < ${lastDay}`,
}

const openOffers: View = {
  name: 'open_offers',
  row: 'An offer or a promise from one state to another that nobody has told to be taken up, turned down or withdrawn.',
  columns: columns({ '…': 'As in ledger.' }),
  sql: `FROM ledger WHERE kind IN ('offer', 'promise') AND status IN ('open', 'not-yet', 'renewed')
  AND regexp_full_match(source, '[A-Z]{3}') AND regexp_full_match(target, '[A-Z]{3}')`,
}

const threatsMet: View = {
  name: 'threats_met',
  row: 'A threat or red line whose condition somebody says was met, with what became of it.',
  columns: columns({ met: 'The day on which it is told.', met_word: 'On whose word.', '…': 'As in ledger.' }),
  sql: `SELECT s.date AS met, s.word AS met_word, l.* FROM ledger l JOIN ledger_steps s ON s.ledger = l.id AND s.status = 'condition-met'`,
}

const dueSoon: View = {
  name: 'due_soon',
  row: "A commitment whose deadline falls into the thirty days after the record's last day.",
  columns: columns({ days: "Days from the record's last day.", '…': 'As in ledger.' }),
  sql: `SELECT (deadline_date - ${lastDay})::INTEGER AS days, * FROM ledger
WHERE deadline_date BETWEEN ${lastDay} AND ${lastDay} + 30 AND status IN ${pending} ORDER BY deadline_date`,
}

const whoKeepsTheirWord: View = {
  name: 'who_keeps_their_word',
  row: 'Who promises, offers, agrees or threatens, and of how much of it somebody says that it was kept or broken.',
  columns: columns({
    source: 'Country or actor.',
    commitments: 'How many promises, offers, agreements, threats and red lines.',
    judged: 'Of how many somebody tells that they were kept, carried out or broken.',
    said_kept: 'Of how many somebody tells that they were kept or carried out.',
    said_broken: 'Of how many somebody tells that they were broken; both may be told of one.',
    judged_by_self: 'Of how many of the judged the one who is committed tells it, or one of those who are.',
    judged_by_outlet: 'Of how many of the judged an outlet tells it itself, on nobody’s word.',
    judged_by_others: 'Of how many of the judged somebody else tells it.',
    by_others_only: 'Share of the judged of which only others tell it: neither who is committed nor the outlet itself.',
  }),
  sql: `SELECT l.source, count(*) AS commitments, count(j.ledger) AS judged, count(*) FILTER (j.kept) AS said_kept,
  count(*) FILTER (j.broken) AS said_broken, count(*) FILTER (j.self) AS judged_by_self, count(*) FILTER (j.outlet) AS judged_by_outlet,
  count(*) FILTER (j.others) AS judged_by_others, count(*) FILTER (j.others AND NOT j.self AND NOT j.outlet) / nullif(count(j.ledger), 0) AS by_others_only
FROM ledger l LEFT JOIN (
  SELECT ledger, bool_or(status IN ('kept', 'carried-out')) AS kept, bool_or(status = 'broken') AS broken,
    bool_or(self) AS self, bool_or(word IS NULL) AS outlet, bool_or(word IS NOT NULL AND NOT self) AS others
  FROM (
    SELECT s.*, coalesce(list_contains(string_split(r.source, '+'), s.word_key), false) AS self
    FROM ledger_steps s JOIN ledger_rows r ON r.id = s.ledger WHERE s.status IN ('kept', 'carried-out', 'broken')
  ) GROUP BY ledger
) j ON j.ledger = l.id
WHERE l.source IS NOT NULL AND l.kind IN ('promise', 'offer', 'agreement', 'threat', 'red-line')
GROUP BY l.source ORDER BY judged DESC, commitments DESC, l.source`,
}

const contradictions: View = {
  name: 'contradictions',
  row: 'Two tellings of one commitment that cannot both be so, side by side.',
  columns: columns({
    ledger: 'Id in ledger.',
    kind: 'As in ledger.',
    source_name: 'Who is committed.',
    about: 'To what.',
    status: 'What some tell: kept, accepted or carried-out.',
    word: 'On whose word; null when the outlet itself tells it.',
    date: 'When.',
    evidence: 'In which words.',
    document: 'Where.',
    other_status: 'What others tell: broken, rejected or not-yet.',
    other_word: 'On whose word.',
    other_date: 'When.',
    other_evidence: 'In which words.',
    other_document: 'Where.',
  }),
  sql: `SELECT l.id AS ledger, l.kind, l.source_name, l.about, a.status, a.word, a.date, a.evidence, a.document, b.status AS other_status,
  b.word AS other_word, b.date AS other_date, b.evidence AS other_evidence, b.document AS other_document
FROM ledger l JOIN ledger_steps a ON a.ledger = l.id JOIN ledger_steps b ON b.ledger = l.id
  AND (a.status, b.status) IN (('kept', 'broken'), ('accepted', 'rejected'), ('carried-out', 'not-yet'))
ORDER BY l.id, a.n, b.n`,
}

export const ledgerViews: readonly View[] = [
  ledger,
  steps,
  openOffers,
  threatsMet,
  dueSoon,
  contradictions,
  whoKeepsTheirWord,
]
