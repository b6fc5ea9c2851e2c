/** Explanations laid out for people: a heading, then "label  what" lines. */
import type {
  ActorExplained,
  CommitmentExplained,
  EventExplained,
  Near,
  RuleRow,
  StatementExplained,
  Who,
} from '../explain/index.ts'
import { wrap } from './layout.ts'
import type { PageOptions } from './page.ts'

type Line = readonly [label: string, text: string | undefined]

const LABEL = 12

/** A block: the sentence, then each line that has something to say; ends with a blank line. */
function block(heading: string, sentence: string, lines: readonly Line[], { width, style }: PageOptions): string {
  const rows = lines.flatMap(([label, text]) => {
    if (text === undefined || text === '') return []
    return wrap(text, width - LABEL - 2).map(
      (line, i) => `  ${i === 0 ? style.dim(label.padEnd(LABEL)) : ' '.repeat(LABEL)}${line}`,
    )
  })
  const quoted = wrap(sentence, width - 2).map((line) => `  ${line}`)
  return `${style.bold(heading)}\n\n${quoted.join('\n')}\n\n${rows.join('\n')}\n\n`
}

const frames: Record<NonNullable<EventExplained['frame']>, string> = {
  active: 'who did it is the subject, to whom the object',
  passive: 'a passive: who did it stands after "by", to whom is the subject',
  between: 'both sides are named, and each does it to the other',
  'light verb': 'a noun tells the deed; its verb says little, and has the parties',
  owner: 'a noun tells the deed; who did it owns the noun',
  modal: 'somebody says it of themselves or of others',
  weighed: 'no pattern told it: weights learnt from sentences did (models/README.md)',
}

const knownFrom: Record<Who['known'], string> = {
  registry: 'in the registry of actors',
  article: 'known from this article only',
  phrase: 'told by the words of the phrase',
  nothing: 'nothing more is known',
}

const describeWho = ({ words, actor, country, sector, known }: Who): string => {
  const facts = [actor && `${actor.name} (${actor.id}, ${actor.kind})`, [country, sector].filter(Boolean).join(' ')]
  return [`“${words}”`, ...facts.filter(Boolean), knownFrom[known]].join(' · ')
}

const each = (label: string, list: readonly Who[]): Line[] => list.map((who) => [label, describeWho(who)])

export function eventText(it: EventExplained, options: PageOptions): string {
  const { event, pattern, factuality, statement } = it
  const code = [event.type + (event.mode ? `/${event.mode}` : ''), event.cameo].filter(Boolean).join(' ')
  const asks = pattern && [
    pattern.lemma && `verb "${pattern.lemma}"`,
    pattern.forms && `noun ${pattern.forms.join(', ')}`,
    pattern.object && `with one of ${pattern.object.join(', ')}`,
    pattern.needs.length > 0 && `needs ${pattern.needs.join(', ')}`,
  ]
  return block(
    `event ${event.id}: ${code}`,
    it.sentence,
    [
      ['words', `“${it.trigger}”`],
      ['rule', [event.rule, pattern?.place].filter(Boolean).join(' · ')],
      ['asks for', asks?.filter(Boolean).join('; ')],
      ['its example', pattern?.example],
      [
        'code',
        pattern &&
          `${pattern.code} ${pattern.name}${event.cameo && event.cameo !== pattern.code ? `, to come: ${event.cameo}` : ''}`,
      ],
      ['scale', `Goldstein ${event.goldstein} · quad class ${event.quad}`],
      ['contexts', event.contexts.join(', ')],
      ['frame', it.frame && frames[it.frame]],
      ['spoke for', it.spoke?.map(({ word, weight }) => `“${word}” ${weight}`).join(', ')],
      ...each('source', it.sources),
      ...each('target', it.targets),
      [
        'factuality',
        [factuality.is, factuality.word && `by “${factuality.word}” (${factuality.row})`].filter(Boolean).join(' · '),
      ],
      ['date', event.date ?? 'none named in its clause'],
      ['place', it.place && [`“${it.place.words}”`, it.place.country].filter(Boolean).join(' · ')],
      [
        'claim',
        statement
          ? `stands in ${statement.id}, said by ${statement.source ? describeWho(statement.source) : 'nobody named'}`
          : 'none: told by the article itself',
      ],
      ['confidence', String(event.confidence)],
      ...it.nearly.map((near): Line => ['nearly', `${near.rule} at “${near.words}”: ${near.missed}`]),
    ],
    options,
  )
}

/** What was tried in an article of which no event was read. */
export const nearlyText = (nearly: readonly Near[], { width }: PageOptions): string =>
  nearly.map((near) => `${wrap(`${near.rule} at “${near.words}”: ${near.missed}`, width).join('\n')}\n`).join('')

const rowLines = (rule: string | undefined, row: RuleRow | undefined): Line[] => [
  ['rule', rule === 'learned' ? 'learned: marked by the statements model (models/README.md)' : rule],
  [
    'row',
    row &&
      `${row.place} · ${Object.entries(row.cells)
        .filter(([, cell]) => cell !== '')
        .map(([k, cell]) => `${k} ${cell}`)
        .join('; ')}`,
  ],
]

export const statementText = (it: StatementExplained, options: PageOptions): string =>
  block(
    `statement ${it.statement.id}: ${it.statement.act}`,
    it.sentence,
    [
      ['source', it.source ? describeWho(it.source) : 'nobody is named'],
      ['cue', it.cue === undefined ? 'none: a bare quotation' : `“${it.cue}”`],
      ['content', it.content],
      ['form', it.statement.form],
      ['on whose', it.statement.sourcing],
      ['within', it.within.join(' › ')],
      ...rowLines(it.statement.rule, it.row),
      ['confidence', String(it.statement.confidence)],
    ],
    options,
  )

export const commitmentText = (it: CommitmentExplained, options: PageOptions): string =>
  block(
    `commitment ${it.commitment.id}: ${it.commitment.kind}`,
    it.sentence,
    [
      ...each('source', it.sources),
      ...each('target', it.targets),
      ['about', it.about],
      ['condition', it.condition],
      ['deadline', it.deadline],
      ...it.history.map(
        (step): Line => [
          'history',
          [step.status, `“${step.words}”`, step.date, step.statement].filter(Boolean).join(' · '),
        ],
      ),
      ['stands in', it.commitment.statement],
      ['event', it.commitment.event],
      ...rowLines(it.commitment.rule, it.row),
      ['confidence', String(it.commitment.confidence)],
    ],
    options,
  )

export function actorText(it: ActorExplained, options: PageOptions): string {
  const { id, name, kind, country, sector, qid } = it.actor
  return block(
    `actor ${id}: ${name}`,
    [kind, country, sector, qid].filter(Boolean).join(' · '),
    [
      ['known', knownFrom[it.known]],
      ...it.mentions.map(({ words, sentence }): Line => ['named', `“${words}” in: ${sentence}`]),
      ['statements', it.statements.join(', ')],
      ['events', it.events.join(', ')],
      ['commitments', it.commitments.join(', ')],
    ],
    options,
  )
}
