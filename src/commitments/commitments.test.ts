import { describe, expect, test } from 'vitest'
import { readTable } from '../lexicon.ts'
import { read } from '../read.ts'
import { nounColumns } from './nouns.ts'
import { termsOf } from './terms.ts'
import { verbColumns } from './verbs.ts'

async function commitmentsIn(data: string) {
  const reading = await read(
    { uri: 'memory', format: 'text', published: '2016-07-14', body: { kind: 'text', data } },
    { plain: true },
  )
  const words = ({ start, end }: { start: number; end: number }) => reading.text.slice(start, end)
  return reading.commitments.map((it) => ({
    kind: it.kind,
    source: it.source.map(words).join(),
    target: it.target.map(words).join(),
    about: words(it.about),
    ...(it.condition && { condition: words(it.condition) }),
    status: it.history.at(-1)?.status,
    rule: it.rule,
    ...(it.strength && { strength: it.strength }),
  }))
}

describe('every verb reads its own example', () => {
  const verbs = readTable('commitments/verbs.tsv', verbColumns)
  test.each(verbs.map((row) => [row.id, row.kind, row.example]))('%s %s: %s', async (id, kind, example) => {
    const [found, ...more] = await commitmentsIn(example)
    const target = /Syria/.test(example) ? 'Syria' : ''
    expect(more).toEqual([])
    expect(found).toMatchObject({ kind, target, rule: `verb.${id}` })
    expect(found!.source).toMatch(/Turk(?:ey|ish)/)
  })
})

describe('every noun reads its own example', () => {
  const nouns = readTable('commitments/nouns.tsv', nounColumns)
  test.each(nouns.map((row) => [row.id, row.kind, row.example]))('%s %s: %s', async (_, kind, example) => {
    expect(await commitmentsIn(example)).toMatchObject([{ kind, source: 'Turkey', target: 'Syria' }])
  })
})

describe('what is committed', () => {
  test('a promise with its condition', async () => {
    expect(await commitmentsIn('Turkey promised to reopen the border if the truce holds.')).toEqual([
      {
        kind: 'promise',
        source: 'Turkey',
        target: '',
        about: 'reopen the border',
        condition: 'if the truce holds',
        status: 'open',
        rule: 'verb.promise',
      },
    ])
  })

  test('an offer to somebody is about what is offered', async () => {
    expect(await commitmentsIn('Turkey offered Syria a truce.')).toMatchObject([
      { kind: 'offer', source: 'Turkey', target: 'Syria', about: 'a truce' },
    ])
  })

  test('a red line is drawn by who says so', async () => {
    expect(await commitmentsIn('An attack would be a red line for Turkey, officials said.')).toMatchObject([
      { kind: 'red-line', source: 'officials' },
    ])
  })

  test('no agreement yet, and one that was signed', async () => {
    expect(await commitmentsIn('No agreement with Syria has yet been reached.')).toMatchObject([
      { kind: 'agreement', target: 'Syria', status: 'not-yet' },
    ])
    expect(await commitmentsIn('A deal with Syria was signed.')).toMatchObject([
      { kind: 'agreement', status: 'accepted' },
    ])
  })

  test.each([
    ['Turkey would reopen the border, the Turkish government said.', 'promise', 'would reopen the border'],
    ['“We will veto the plan,” the Turkish president said.', 'threat', 'will veto the plan'],
    ['Turkey gave Syria one week to leave the valley.', 'ultimatum', 'leave the valley'],
    ['The list is due by Friday.', 'demand', 'due by Friday'],
  ])('other ways: %s', async (text, kind, about) => {
    expect(await commitmentsIn(text)).toMatchObject([{ kind, about }])
  })

  test.each([
    ['Turkey never freed the pilots, as it had promised.', 'broken'],
    ['Turkey closed the border on Friday, a day after it threatened to do so.', 'carried-out'],
    ['Turkey threatened to veto the plan. Later the threat was dropped.', 'withdrawn'],
    ['Turkey urged Syria to leave. That demand was rejected.', 'rejected'],
    ['Turkey broke its promise to Syria.', 'broken'],
    ['Turkey failed to keep its promise to Syria.', 'broken'],
    ['Turkey let pass a deadline for withdrawing its tanks.', 'broken'],
    ['Turkey missed the deadline for opening the border.', 'broken'],
    ['All the guns that Turkey had declared have been melted down, two days before the deadline of August 1.', 'kept'],
    ['Turkey’s army declared the truce over.', 'broken'],
    ['Turkey offered Syria a truce. Syria said yes on Friday.', 'accepted'],
    ['Turkey offered Syria a truce. Syria turned the offer down.', 'rejected'],
    ['Turkey demanded an apology from Syria. Syria has refused.', 'rejected'],
    ['What Turkey wants is an apology. Syria has refused.', 'rejected'],
    [
      'Turkey offered to pay compensation to Syria. A day later Turkey said that there was no question of it.',
      'withdrawn',
    ],
    ['Turkey offered Syria a truce. Nothing had been settled, officials said.', 'not-yet'],
  ])('what became of it: %s', async (text, status) => {
    expect(await commitmentsIn(text)).toMatchObject([{ status }])
  })

  test.each([
    // Who was not asked gives no answer; nor does who asks.
    ['Turkey offered Syria a truce. Jordan said no.', 'open'],
    ['Turkey offered Syria a truce. Turkey has refused to comment on it.', 'open'],
    ['Turkey offered Syria a truce. Syria refused to say more.', 'open'],
    // A deadline still to come cannot have been met.
    ['The list must be handed over by November 1. Turkey met the first deadline it was given.', 'open'],
  ])('nothing became of it: %s', async (text, status) => {
    expect((await commitmentsIn(text))[0]).toMatchObject({ status })
  })

  test.each([
    ['What Turkey wants is clear.'],
    ['Turkey set a deadline for the vote.'],
    ['Turkey should act before the deadline.'],
  ])('no commitment: %s', async (text) => expect(await commitmentsIn(text)).toEqual([]))

  test('how strongly', async () => {
    expect(await commitmentsIn('Turkey’s final offer to Syria was left on the table.')).toMatchObject([
      { strength: 'final' },
    ])
    expect(await commitmentsIn('A leaked Turkish paper proposes a truce with Syria.')).toMatchObject([
      { strength: 'leaked' },
    ])
    expect(
      await commitmentsIn('Turkey is offering Syria a truce in the valley, according to a leaked draft.'),
    ).toMatchObject([{ strength: 'leaked' }])
  })

  test('a bracket among the words of an offer does not end them', async () => {
    expect(
      await commitmentsIn('Turkey is offering Syria a pact against the Free Riders’ League (FRL) and its friends.'),
    ).toMatchObject([{ about: 'a pact against the Free Riders’ League (FRL) and its friends' }])
  })

  test('of sixty sentences that tempt, three at most are misread', async () => {
    const texts = readTable('commitments/none.tsv', ['kind', 'text'])
    expect(texts).toHaveLength(60)
    const misread = []
    for (const { text } of texts) if ((await commitmentsIn(text)).length > 0) misread.push(text)
    expect(misread.length, misread.join('\n')).toBeLessThanOrEqual(3)
  }, 60_000)
})

describe('terms', () => {
  const terms = (text: string) => {
    const { condition, deadline } = termsOf(text, { start: 0, end: text.length }, '2016-07-14')
    const words = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end)
    return [words(condition), words(deadline), deadline?.date]
  }
  test.each([
    ['to withdraw unless the talks fail', ['unless the talks fail', undefined, undefined]],
    ['to withdraw by Friday', [undefined, 'by Friday', '2016-07-15']],
    ['to withdraw by the end of August', [undefined, 'by the end of August', '2016-08-31']],
    ['to open it once the troops have left', ['once the troops have left', undefined, undefined]],
    ['to let them in at once', [undefined, undefined, undefined]],
    ['to withdraw by mid-2017', [undefined, 'by mid-2017', '2017-06-30']],
    ['to withdraw by November', [undefined, 'by November', '2016-11-30']],
    ['to withdraw within two weeks', [undefined, 'within two weeks', '2016-07-28']],
    ['to stand by its allies', [undefined, undefined, undefined]],
  ])('%s', (text, expected) => expect(terms(text)).toEqual(expected))
})
