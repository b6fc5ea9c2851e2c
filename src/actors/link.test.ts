import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { actorsOf } from './link.ts'

/** Actors of a text, each as id and the words that name it. */
const read = (text: string, published?: string) =>
  Object.fromEntries(
    actorsOf(segment(text), published).map(({ id, mentions }) => [
      id,
      mentions.map(({ start, end }) => text.slice(start, end)),
    ]),
  )
const actor = (id: string, text: string, published?: string) =>
  actorsOf(segment(text), published).find((it) => it.id === id)

describe('people', () => {
  test('a last name follows a full name, and the possessive stays outside', () => {
    expect(read("Secretary of State John Kerry landed in Geneva. Kerry's plane was late.", '2016-07-14')).toEqual({
      'john-kerry': ['John Kerry', 'Kerry'],
    })
  })

  test('spellings and hyphens do not matter', () => {
    expect(read('Syrian President Bashar al-Assad spoke. Bashar Assad left. Assad slept.')['bashar-al-assad']).toEqual([
      'Bashar al-Assad',
      'Bashar Assad',
      'Assad',
    ])
  })

  test('offices go by the date of the article', () => {
    const text = 'John Kerry spoke in Boston.'
    expect(actor('john-kerry', text, '2016-07-14')).toMatchObject({ country: 'USA', sector: 'GOV', qid: 'Q22316' })
    expect(actor('john-kerry', text, '2010-07-14')).toMatchObject({ country: 'USA', sector: 'LEG' })
    expect(actor('john-kerry', text, '2019-07-14')?.sector).toBeUndefined()
  })

  test('a title introduces somebody unknown, with country and sector', () => {
    const text = 'Syrian Foreign Minister Ivo Petrov refused. Mr. Petrov left the hall; Petrov was tired.'
    expect(actor('x-ivo-petrov', text)).toEqual({
      id: 'x-ivo-petrov',
      name: 'Ivo Petrov',
      kind: 'person',
      country: 'SYR',
      sector: 'GOV',
      mentions: [
        { start: 24, end: 34 },
        { start: 48, end: 54 },
        { start: 70, end: 76 },
      ],
    })
  })

  test('so do a first name beside a verb of speech, and a role after a comma', () => {
    expect(actor('x-anna-lindqvist', 'Anna Lindqvist, a Swedish diplomat, said so.')).toMatchObject({
      country: 'SWE',
      sector: 'GOV',
    })
    expect(read('"Never again," said Maria Keller.')).toEqual({ 'x-maria-keller': ['Maria Keller'] })
  })

  test('a last name of the registry may be that of somebody else', () => {
    expect(read('Bashar al-Assad stayed. Asma Assad travelled.')).toEqual({
      'bashar-al-assad': ['Bashar al-Assad'],
      'x-asma-assad': ['Asma Assad'],
    })
    expect(read('Keron Blair, a union leader, left. Blair was tired.')).toEqual({
      'x-keron-blair': ['Keron Blair', 'Blair'],
    })
    expect(Object.keys(read('Blair was tired.'))).toEqual(['tony-blair'])
  })

  test('a slip of the pen after the right title is forgiven', () => {
    expect(read('President Valdimir Putin came.', '2016-07-14')).toEqual({ 'vladimir-putin': ['Valdimir Putin'] })
  })

  test('a role before a comma introduces too', () => {
    expect(actor('x-ivo-haddad', 'A Syrian opposition leader, Ivo Haddad, left.')).toMatchObject({
      country: 'SYR',
      sector: 'OPP',
    })
  })

  test('a name two people share goes by title, and by who is more often named in full', () => {
    const text = 'Bill Clinton and Hillary Clinton came. Mrs. Clinton spoke. Hillary Clinton stayed. Clinton wrote.'
    expect(read(text)).toEqual({
      'bill-clinton': ['Bill Clinton'],
      'hillary-clinton': ['Hillary Clinton', 'Clinton', 'Hillary Clinton', 'Clinton'],
    })
  })

  test('a first name follows a full name', () => {
    expect(read('Maria Keller came. Maria spoke.')).toEqual({ 'x-maria-keller': ['Maria Keller', 'Maria'] })
  })

  test('a name one letter off, in the right office, is a slip of the pen', () => {
    expect(Object.keys(read('President Abdelaziz Bouteflicka spoke.', '2005-01-01'))).toEqual(['abdelaziz-bouteflika'])
  })

  test('definite nouns take up who was named before', () => {
    const text =
      'Sen. Bernie Sanders came, and the Reserve Bank of Australia spoke. The senator smiled; the bank did not.'
    expect(read(text, '2016-07-14')).toEqual({
      'bernie-sanders': ['Bernie Sanders', 'senator'],
      'aus-central-bank': ['Reserve Bank of Australia', 'bank'],
    })
  })

  test('who has left office is no longer of the government', () => {
    expect(actor('x-robert-lindt', 'Former U.S. ambassador Robert Lindt wrote.')).toMatchObject({
      country: 'USA',
      sector: 'ELI',
    })
  })

  test('"then" is still in office in the story, "former" no longer, "-elect" not of the elite', () => {
    const day = '2016-07-14'
    expect(actor('colin-powell', 'Then-Secretary of State Colin Powell agreed.', day)?.sector).toBe('GOV')
    expect(actor('colin-powell', 'Former Secretary of State Colin Powell agreed.', day)?.sector).toBe('ELI')
    expect(actor('x-ivo-haddad', 'Then-Syrian Foreign Minister Ivo Haddad agreed.', day)?.sector).toBe('GOV')
    expect(actor('x-ivo-haddad', 'Syrian President-elect Ivo Haddad agreed.', day)).toMatchObject({
      country: 'SYR',
      sector: 'GOV',
    })
  })

  test('a month is nobody', () => {
    expect(read('Theresa May may travel in May. May smiled.')).toEqual({ 'theresa-may': ['Theresa May', 'May'] })
  })

  test("a role's word may be a last name", () => {
    expect(read('Mr. King said no.')).toEqual({ 'x-king': ['King'] })
  })

  test("an officer of a place is not the state's", () => {
    expect(read('The Ohio attorney general sued.', '2016-07-14')).toEqual({
      'x-usa-attorneys-general': ['Ohio attorney general'],
    })
  })

  test('one name, several people: the office of the day settles it, or nothing does', () => {
    expect(Object.keys(read('President Bush spoke.', '2003-03-19'))).toEqual(['george-w-bush'])
    expect(Object.keys(read('President Bush spoke.', '1991-01-17'))).toEqual(['george-h-w-bush'])
  })

  test('an office with its country names its holder', () => {
    expect(read('The Syrian president refused. The president left.', '2014-01-01')['bashar-al-assad']).toEqual([
      'Syrian president',
    ])
    expect(read('President Ivo Petrov spoke. The president then left.')['x-ivo-petrov']).toEqual([
      'Ivo Petrov',
      'president',
    ])
  })
})

describe('states', () => {
  test('names, peoples and metonyms are the state; adjectives alone are not', () => {
    expect(
      read('Russia objected. Russians protested against Russian rule. Moscow shrugged, and the Kremlin was silent.')
        .rus,
    ).toEqual(['Russia', 'Russians', 'Moscow', 'Kremlin'])
  })

  test('case counts', () => {
    expect(read('The US told us that Turkey sells turkey.')).toEqual({ usa: ['US'], tur: ['Turkey'] })
  })

  test('a capital as a place is not the government', () => {
    expect(read('He slept in Moscow. She flew to Paris.')).toEqual({})
  })

  test('Georgia is settled by what stands around it, or left out', () => {
    expect(read('Georgia recalled its envoy from Moscow after shots in Abkhazia.').geo).toEqual(['Georgia'])
    expect(read('Georgia voters queued in Atlanta.').geo).toBeUndefined()
  })

  test('a name that is a person is not a state', () => {
    expect(read('Michael Jordan said no. Jordan Peele agreed.').jor).toBeUndefined()
  })

  test('Washington is the government, a person, or a place, as the article has it', () => {
    expect(read('Washington objected.')).toEqual({ usa: ['Washington'] })
    expect(read('George Washington crossed the river.').usa).toBeUndefined()
    expect(read('Denzel Washington smiled.').usa).toBeUndefined()
    expect(read('Seattle sued Washington.').usa).toBeUndefined()
    expect(read('He slept in Washington.').usa).toBeUndefined()
  })

  test('Jordan is a state beside states, and nobody as somebody else', () => {
    expect(read('Jordan and Syria closed the border.').jor).toEqual(['Jordan'])
    expect(read('Jim Jordan spoke. Jordan left.').jor).toBeUndefined()
  })

  test('hyphens join two states', () => {
    expect(read('The Russia-U.S. talks failed.')).toEqual({ rus: ['Russia'], usa: ['U.S.'] })
  })
})

describe('role phrases', () => {
  test('country and sector come from modifier and noun', () => {
    const text = 'Turkish jets struck. The Russian foreign ministry protested. Several American officials shrugged.'
    expect(actorsOf(segment(text)).map(({ id, kind, country, sector }) => [id, kind, country, sector])).toEqual([
      ['x-tur-aircraft', 'organisation', 'TUR', 'MIL'],
      ['rus-foreign-ministry', 'organisation', 'RUS', 'GOV'],
      ['x-usa-officials', 'unnamed', 'USA', 'GOV'],
    ])
  })

  test('known from the text only, an actor is named in its words', () => {
    const names = actorsOf(segment('The German chancellor met Turkish officials and a spokesman for the Arab League.'))
    expect(names.map(({ name }) => name)).toEqual([
      'German chancellor',
      'Turkish officials',
      'spokesman for the Arab League',
      'Arab League',
    ])
  })

  test('a deed is nobody: its doer is the state', () => {
    expect(read('The Russian bombing of Syria went on, and a bombing campaign began.')).toEqual({
      rus: ['Russian'],
      syr: ['Syria'],
    })
  })

  test('some of a party are a group, not the party', () => {
    expect(actor('x-democratic-party-members', 'Many Democrats objected.')).toMatchObject({
      kind: 'group',
      sector: 'PTY',
    })
    expect(read('Democrats objected.')).toEqual({ 'democratic-party': ['Democrats'] })
  })

  test("a state's own ministry has one id in every article; a policeman is not the police", () => {
    expect(actor('rus-foreign-ministry', "Russia's foreign ministry objected.")?.name).toBe('Russian Foreign Ministry')
    expect(actor('ukr-parliament', 'The Verkhovna Rada voted.')).toMatchObject({ country: 'UKR', sector: 'LEG' })
    expect(read('A Russian policeman slept.')['rus-police']).toBeUndefined()
  })

  test('an owner is named too', () => {
    expect(read("Iran's foreign minister and France's army waited.")).toEqual({
      irn: ['Iran'],
      'x-irn-foreign-ministers': ["Iran's foreign minister"],
      fra: ['France'],
      'fra-armed-forces': ["France's army"],
    })
  })

  test('two countries share a noun', () => {
    expect(read('Hungarian and Romanian officials met.')).toEqual({
      'x-hun-officials': ['Hungarian'],
      'x-rou-officials': ['Romanian officials'],
    })
  })

  test('what is only backed by a state is not its own', () => {
    const text = 'U.S.-backed rebels met pro-Russian separatists and Western-backed rebels.'
    expect(actor('x-rebels', text)).toMatchObject({ kind: 'group', sector: 'REB' })
    expect(Object.keys(read(text))).toEqual(['x-rebels'])
    expect(actor('x-sau-forces', 'Saudi-led forces advanced.')?.country).toBe('SAU')
  })

  test('a definite noun takes up the one told before', () => {
    expect(read('The Syrian army advanced. The army fell back.')['syr-armed-forces']).toEqual(['Syrian army', 'army'])
  })

  test('several ministers are no one holder', () => {
    expect(
      read('The Iranian foreign ministers of two decades met.', '2016-07-14')['mohammad-javad-zarif'],
    ).toBeUndefined()
  })

  test('a spokesman speaks for what he stands beside', () => {
    expect(actor('x-irn-spokespeople', 'An Iranian foreign ministry spokesman declined.')).toMatchObject({
      country: 'IRN',
      sector: 'GOV',
    })
    expect(actor('x-irn-spokespeople', 'A spokesman for the Iranian foreign ministry declined.')).toMatchObject({
      sector: 'GOV',
    })
    expect(read('Taliban fighters fled.')).toEqual({ taliban: ['Taliban fighters'] })
    expect(actor('x-hamas-officials', 'Hamas officials declined.')).toMatchObject({ country: 'PSE' })
  })
})

describe('organisations', () => {
  test('many names, one organisation', () => {
    expect(read('ISIL, or the Islamic State of Iraq and Levant, called Daesh, fled.').isil).toEqual([
      'ISIL',
      'Islamic State of Iraq and Levant',
      'Daesh',
    ])
  })

  test('a word that tells no actor takes no name away', () => {
    expect(read('Reuters reports this. A U.S. proposal leaked.')).toEqual({ reuters: ['Reuters'], usa: ['U.S.'] })
  })

  test('a weak name gives way to another country', () => {
    expect(Object.keys(read('Congress voted.'))).toEqual(['us-congress'])
    expect(Object.keys(read('The Peruvian Congress voted.'))).not.toContain('us-congress')
  })
})

describe('for any text', () => {
  const words = fc.constantFrom(
    'Russia',
    "'s",
    'the',
    'Syrian',
    'President',
    'Bashar',
    'al-Assad',
    'Assad',
    'said',
    ',',
    '.',
    'and',
    'officials',
    'of',
    'U.S.',
    '-',
    'army',
    'Ivo',
    'Petrov',
    'Congress',
    'foreign',
    'ministry',
    'spokesman',
    'for',
    '“',
    'rebels',
    'in',
    'Moscow',
    '\n\n',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
  )

  test('mentions lie inside the text, in order, apart within an actor; the same twice', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const actors = actorsOf(segment(text), '2016-07-14')
        for (const { mentions } of actors) {
          let before = 0
          for (const { start, end } of mentions) {
            expect(start).toBeGreaterThanOrEqual(before)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            before = end
          }
        }
        expect(new Set(actors.map(({ id }) => id)).size).toBe(actors.length)
        expect(actorsOf(segment(text), '2016-07-14')).toEqual(actors)
      }),
    )
  })
})
