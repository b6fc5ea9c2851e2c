/**
 * Names of people and organisations in articles on Syria and Iraq (re3d), against the spans marked by hand that hold a capital, of
 * ours those that do ("the president" is no name). `overlap`: a mention is right when it overlaps a span of its kind; `exact`: when it has
 * its limits. Roles and classes of people (kind "unnamed") are not names and not counted; a state counts as either kind of span or as a location, and is wanted in neither.
 */
import { join } from 'node:path'
import { actorsOf } from '../../src/actors/index.ts'
import { analyse } from '../../src/language/index.ts'
import type { Actor, ActorKind, Span } from '../../src/reading.ts'
import { digestOf, f1, round, rowsOf, type Score } from '../data.ts'

interface Row {
  text: string
  entities: (Span & { type: string })[]
}

const kinds: Record<string, readonly ActorKind[]> = { Person: ['person'], Organisation: ['organisation', 'group'] }

export async function entityScores(
  data: string,
  onMiss: (what: string, words: string, row: Row) => void = () => {},
): Promise<Score[]> {
  const path = join(data, 'names', 'syria-iraq.ndjson.gz')
  const digest = digestOf(path)
  const rows: { row: Row; actors: Actor[] }[] = []
  for (const row of rowsOf<Row>(path)) rows.push({ row, actors: actorsOf(await analyse(row.text), '2016-01-01') })
  return Object.entries(kinds).flatMap(([type, these]) => {
    const tally = { overlap: [0, 0, 0, 0], exact: [0, 0, 0, 0] }
    for (const { row, actors } of rows) {
      const gold = row.entities.filter((it) => it.type === type && isName(row.text.slice(it.start, it.end)))
      const got = actors
        .filter(({ kind }) => these.includes(kind))
        .flatMap(({ mentions }) => mentions)
        .filter(({ start, end }) => isName(row.text.slice(start, end)))
      const states = actors.filter(({ kind }) => kind === 'state').flatMap(({ mentions }) => mentions)
      const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end
      const same = (a: Span, b: Span) => a.start === b.start && a.end === b.end
      for (const [measure, fits] of [
        ['overlap', overlaps],
        ['exact', same],
      ] as const) {
        // Where spans lie inside each other any of them will do.
        const wanted = gold.filter(
          (it) => !gold.some((other) => other !== it && inside(other, it) && got.some((m) => fits(m, other))),
        )
        const right = wanted.filter((it) => [...got, ...states].some((mention) => fits(mention, it)))
        const good = got.filter((mention) => gold.some((it) => fits(mention, it)))
        const counts = tally[measure]
        counts[0]! += right.length
        counts[1]! += wanted.length
        counts[2]! += good.length
        counts[3]! += got.length
        if (measure !== 'overlap') continue
        for (const it of wanted)
          if (!right.includes(it)) onMiss(`missed ${type}`, row.text.slice(it.start, it.end), row)
        for (const it of got) if (!good.includes(it)) onMiss(`wrong ${type}`, row.text.slice(it.start, it.end), row)
      }
    }
    return Object.entries(tally).flatMap(([measure, [right = 0, wanted = 0, good = 0, got = 0]]) => {
      const [precision, recall] = [good / Math.max(1, got), right / Math.max(1, wanted)]
      return [
        ['f1', f1(precision, recall)],
        ['precision', precision],
        ['recall', recall],
      ].map(([name, value]) => ({
        name: `actors.entities.${type.toLowerCase()}.${measure}.${name}`,
        value: round(100 * (value as number), 1),
        data: digest,
      }))
    })
  })
}

/** The gold marks pronouns and classes of people too: "we", "the victims". */
const isName = (words: string): boolean =>
  !/^(?:I|we|us|our|you|he|she|they|it|its|his|her|their|them|me|my)$/i.test(words) &&
  /\p{Lu}/u.test(words.replace(/^(?:The|All|Our|Three) /, ''))

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end
