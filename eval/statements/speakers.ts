/**
 * Who speaks where the source is a pronoun: 150 cases of PolNeAR dev, drawn at random and judged by hand by reading the article
 * (`eval/gold/speakers.ndjson`, offsets only). A case is right when the actor found is named at one of the gold's places; where the
 * text names nobody, when none is.
 */
import { join } from 'node:path'
import { actorsOf } from '../../src/actors/index.ts'
import { analyse } from '../../src/language/index.ts'
import { packageRoot } from '../../src/package-root.ts'
import type { Span } from '../../src/reading.ts'
import { type Found, findStatements, holdersOf, speakersOf } from '../../src/statements/index.ts'
import { digestOf, round, rowsOf, type Score } from '../data.ts'
import type { Row } from './measures.ts'

interface Case extends Span {
  /** Where the one who speaks is named. */
  names: Span[]
  /** That no actor is right too: the text names nobody. */
  unset?: boolean
}

/** A statement that was not found, as the annotators have it: resolving is measured here, not finding. */
function annotated(row: Row, { start, end }: Span): Found {
  const marked = row.annotations[0]!.find(({ source }) => source.some(([first]) => first === start))!
  const spans = (fragments: [number, number][]) => fragments.map(([from, to]) => ({ start: from, end: to }))
  return {
    source: { start, end },
    cue: spans(marked.cue)[0] ?? null,
    content: spans(marked.content),
    act: 'say',
    rule: 'gold',
  }
}

const placeOf = ({ cue, content }: Found) => cue?.start ?? content[0]!.start
const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end

export async function speakerScores(
  data: string,
  onMiss: (row: Row, it: Case, got: string | undefined) => void = () => {},
): Promise<Score[]> {
  const path = join(data, 'attribution', 'dev.ndjson.gz')
  const goldPath = join(packageRoot, 'eval', 'gold', 'speakers.ndjson')
  const articles = new Map(rowsOf<Row>(path).map((row) => [row.id, row]))
  let [right, asked, found, foundRight] = [0, 0, 0, 0]
  for (const { id, cases } of rowsOf<{ id: string; cases: Case[] }>(goldPath)) {
    const row = articles.get(id)
    if (!row) continue
    const article = { language: 'en', text: row.text, captions: [] }
    const analysis = await analyse(row.text)
    const actors = actorsOf(analysis)
    const given = { article, analysis, actors }
    const statements = await findStatements(analysis)
    for (const it of cases) {
      const own = statements.find(({ source }) => source && overlaps(source, it))
      const added = own ?? annotated(row, it)
      const all = own ? statements : [...statements, added].sort((a, b) => placeOf(a) - placeOf(b))
      const speaker = speakersOf(all, holdersOf(all), given).get(added)!.source
      const actor = actors.find((one) => one.id === speaker?.actor)
      const isRight = actor
        ? actor.mentions.some((mention) => it.names.some((name) => overlaps(mention, name)))
        : it.unset === true
      asked++
      found += Number(own !== undefined)
      right += Number(isRight)
      foundRight += Number(isRight && own !== undefined)
      if (!isRight) onMiss(row, it, actor?.name)
    }
  }
  const score = (name: string, n: number, of: number): Score => ({
    name: `statements.speaker of pronoun sources${name}`,
    value: round((100 * n) / Math.max(1, of), 1),
    data: digestOf(path, goldPath),
  })
  return [score('', right, asked), score(', of statements found', foundRight, found)]
}
