import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ledgerOf } from './build.ts'
import type { Deed, Report, Side } from './model.ts'
import { ledgerRow } from './rows.ts'
import { blockOf, targetOf } from './taken.ts'

const side = (key: string): Side => ({ key, name: key })
const report = (document: string, given: Partial<Report> = {}): Report => ({
  document,
  commitment: 'c1',
  published: '2016-07-01',
  cluster: document,
  kind: 'threat',
  source: [side('RUR')],
  target: [side('STR')],
  about: 'close the mountain border to lorries',
  confidence: 0.8,
  steps: [],
  ...given,
})
const step = (status: string, evidence = status, date = '2016-08-01') => ({
  status,
  evidence,
  date,
  start: 0,
  end: 5,
  sourcing: 'none',
})
const rowsOf = (reports: readonly Report[]) => ledgerOf(reports).map(ledgerRow)

describe('what is one commitment', () => {
  test('ten outlets and a copy: one row, copies counted apart', () => {
    const reports = [
      ...Array.from({ length: 10 }, (_, n) =>
        report(`d${n}`, { about: `shut the mountain border to lorries, paper ${n}` }),
      ),
      report('copy', { cluster: 'd3' }),
    ]
    expect(rowsOf(reports)).toMatchObject([{ reports: 11, independent: 10, told: 'open' }])
  })

  test.each([
    ['another who threatens', { source: [side('ZEN')] }],
    ['another who is threatened', { target: [side('ZEN')] }],
    ['another subject', { about: 'recall its envoy from the harbour talks' }],
    ['another kind', { kind: 'offer' }],
    ['another deadline', { deadline: '2017-07-01' }],
  ])('never across %s', (_, given) => {
    expect(rowsOf([report('a', { deadline: '2016-09-01' }), report('b', given)])).toHaveLength(2)
  })

  test('who is not resolved is nobody known: only copies of one report go together', () => {
    const nobody = { source: [{ name: 'a minister' }] }
    expect(rowsOf([report('a', nobody), report('b', nobody)])).toHaveLength(2)
    expect(rowsOf([report('a', nobody), report('b', { ...nobody, cluster: 'a' })])).toHaveLength(1)
  })

  test('"carried out his threat" stands for the last threat against the same', () => {
    const later = report('b', { published: '2016-08-01', about: 'against', steps: [step('carried-out')] })
    expect(rowsOf([report('a'), later])).toMatchObject([{ reports: 2, told: 'carried-out', told_date: '2016-08-01' }])
  })
})

describe('what became of it', () => {
  test('who contradict one another stand side by side', () => {
    const kept = report('b', { steps: [step('kept')] })
    const broken = report('c', { steps: [step('broken')] })
    expect(rowsOf([report('a'), kept, broken])).toMatchObject([{ disputed: true }])
    expect(ledgerOf([report('a'), kept, broken])[0]!.steps.map((it) => it.status)).toEqual(['kept', 'broken'])
  })

  test('a step that a copy repeats stands once', () => {
    const told = { steps: [step('broken')] }
    expect(ledgerOf([report('b', told), report('c', { ...told, cluster: 'b' })])[0]!.steps).toHaveLength(1)
  })

  test('the other side answers within a month', () => {
    const offer = report('a', { kind: 'offer', about: 'meet the prince at the fair' })
    const answer = (kind: string, days: string): Report =>
      report('b', {
        kind,
        published: days,
        source: [side('STR')],
        target: [side('RUR')],
        about: 'meet the prince at the fair',
        steps: [step(kind === 'refusal' ? 'open' : 'accepted', kind, days)],
      })
    const became = (it: Report) => ledgerOf([offer, it]).find(({ first }) => first.kind === 'offer')!.steps
    expect(became(answer('refusal', '2016-07-02'))).toMatchObject([{ status: 'rejected', rule: 'refused-by-target' }])
    expect(became(answer('agreement', '2016-07-02'))).toMatchObject([{ status: 'accepted', rule: 'agreed-by-target' }])
    expect(became(answer('refusal', '2016-09-02'))).toEqual([])
  })
})

const arbitrary: fc.Arbitrary<Report> = fc
  .record({
    document: fc.constantFrom(...'abcdefgh'),
    commitment: fc.constantFrom('c1', 'c2', 'c10'),
    published: fc.constantFrom(undefined, '2016-07-01', '2016-07-02', '2018-01-01', '9999-99-99'),
    cluster: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom('threat', 'red-line', 'offer', 'promise', 'demand', 'refusal', 'agreement'),
    source: fc.array(fc.constantFrom(side('RUR'), side('STR'), { name: 'somebody' }), { maxLength: 2 }),
    target: fc.array(fc.constantFrom(side('RUR'), side('ZEN'), { name: 'them' }), { maxLength: 1 }),
    about: fc.constantFrom(
      'close the border to lorries',
      'shut the border to lorries',
      'recall the envoy',
      '',
      'it',
      '\u0000 😀',
    ),
    deadline: fc.constantFrom(undefined, '2016-08-01', '2017-08-01', 'no day'),
    steps: fc.array(fc.constantFrom(step('kept'), step('broken'), step('carried-out'), step('open')), { maxLength: 2 }),
  })
  .map((given) => report(given.document, given))

const whole = (reports: readonly Report[]) => {
  const met = new Map(reports.map((it) => [`${it.document} ${it.commitment}`, it]))
  return [...met.values()]
}

test('the order in which reports come changes nothing; every report has one row, with its like only', () => {
  fc.assert(
    fc.property(fc.array(arbitrary, { maxLength: 30 }), fc.integer(), (some, seed) => {
      const reports = whole(some)
      const shuffled = [...reports].sort((a, b) => (hash(a, seed) < hash(b, seed) ? -1 : 1))
      const entries = ledgerOf(reports)
      expect(ledgerOf(shuffled)).toEqual(entries)
      expect(entries.flatMap((it) => it.ties)).toHaveLength(reports.length)
      for (const { block, ties } of entries) {
        expect(new Set(ties.map((it) => blockOf(it.report)))).toEqual(new Set([block]))
        expect(
          // Whoever is committed is not the other side of it as well.
          new Set(ties.flatMap((it) => targetOf(it.report) ?? [])).size,
        ).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 60 },
  )
})

const hash = ({ document, commitment }: Report, seed: number) =>
  `${(document.charCodeAt(0) * 31 + commitment.length * 7 + seed) % 11}`

test('five thousand reports of one threat are one row', () => {
  const reports = Array.from({ length: 5000 }, (_, n) =>
    report(`d${n}`, { about: `close the mountain border to lorries ${n % 90}` }),
  )
  expect(rowsOf(reports)).toMatchObject([{ reports: 5000 }])
}, 60_000)

describe('what is told elsewhere', () => {
  const deed = (given: Partial<Deed> = {}): Deed => ({
    kind: 'did',
    document: 'z',
    cluster: 'z',
    day: '2016-08-01',
    by: ['RUR'],
    to: ['STR'],
    actions: ['clos'],
    stems: ['clos', 'mountain', 'border', 'lorri', 'dawn'],
    start: 0,
    end: 6,
    evidence: 'closed',
    sourcing: 'none',
    confidence: 0.7,
    event: 'e1',
    ...given,
  })
  const steps = (given: Partial<Report>, told: Partial<Deed>) =>
    ledgerOf([report('a', given)], [deed(told)]).flatMap((it) =>
      it.steps.map(({ status, rule }) => `${status} ${rule}`),
    )

  test.each([
    ['a threat is carried out', {}, {}, ['carried-out done']],
    ['a promise is kept', { kind: 'promise' }, {}, ['kept done']],
    ['a demand is met by the one it is made on', { kind: 'demand' }, { by: ['STR'] }, ['kept done']],
    ['not yet', { kind: 'promise' }, { kind: 'did-not' }, ['not-yet not-done']],
    [
      'a condition is met by the other side',
      { about: 'recall its envoy', condition: 'if Strelsau closes the mountain border' },
      { by: ['STR'], to: [] },
      ['condition-met condition'],
    ],
  ] as const)('%s', (_, given, told, expected) => expect(steps(given, told)).toEqual(expected))

  test.each([
    ['by somebody else', {}, { by: ['ZEN'] }],
    ['to somebody else', {}, { to: ['ZEN'] }],
    ['about something else', {}, { stems: ['clos', 'harbour'] }],
    ['in other words for the deed', {}, { actions: ['cross'] }],
    ['before it was threatened', {}, { day: '2016-06-01' }],
    ['on the same day', {}, { day: '2016-07-01' }],
    ['years later', {}, { day: '2019-07-01' }],
    ['in a copy of the same report', {}, { cluster: 'a' }],
    ['a demand that the demander meets', { kind: 'demand' }, {}],
    [
      '"unless" is not met by doing it',
      { about: 'recall', condition: 'unless Strelsau closes the border' },
      { by: ['STR'] },
    ],
  ] as const)('no step of it: %s', (_, given, told) => expect(steps(given, told)).toEqual([]))

  test('a later deadline supersedes the one before; both rows stand', () => {
    const later = report('b', {
      kind: 'promise',
      published: '2016-09-10',
      deadline: '2017-03-01',
      steps: [step('open', 'promised', '2016-09-10')],
    })
    const entries = ledgerOf([report('a', { kind: 'promise', deadline: '2016-09-01' }), later])
    expect(entries).toHaveLength(2)
    expect(entries.flatMap((it) => it.steps)).toMatchObject([
      { status: 'superseded', document: 'b', rule: 'later-deadline' },
    ])
  })

  test('what is bad is told: no day, nobody resolved, itself, a deadline long past', () => {
    const rows = rowsOf([
      report('a', { published: undefined, source: [{ name: 'somebody' }] }),
      report('b', { target: [side('RUR')], deadline: '1999-01-01' }),
    ])
    expect(rows.flatMap(({ warnings }) => warnings ?? []).sort()).toEqual([
      'W_LEDGER_ITSELF',
      'W_LEDGER_NOBODY',
      'W_LEDGER_NO_DAY',
      'W_LEDGER_OLD_DEADLINE',
    ])
  })
})
