import { describe, expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { readTable } from '../lexicon.ts'
import { stagingOf } from '../statements/index.ts'
import { factualityOf } from './factuality.ts'

/** The factuality of the first of some words in a sentence, which tell its deed. */
async function told(text: string, deeds: RegExp, year = 2016) {
  const [scene] = stagingOf(await analyse(text)).scenes
  return factualityOf(
    scene!,
    scene!.lower.findIndex((word) => deeds.test(word)),
    year,
  )
}

const deed =
  /^(?:attack(?:s|ed|ing)?|shell(?:s|ed|ing)?|meet|met|meeting|visit(?:s|ed|ing)?|talks|withdr[ae]w|bombing|invasion|invaded?|aid|sanctions|occupied|arrest(?:ed|s)?)$/

describe('every row makes its own example what it says', () => {
  const rows = readTable('events/factuality.tsv', ['id', 'place', 'words', 'factuality', 'example'])
  test.each(rows.map((row) => [row.id, row.factuality, row.example]))('%s %s: %s', async (id, factuality, example) => {
    const judgement = await told(example, /^attack(?:s|ed|ing)?$/)
    expect(judgement.factuality).toBe(factuality)
    if (judgement.row !== 'time') expect(judgement.row).toBe(id)
  })
})

const cases: Record<string, string[]> = {
  asserted: [
    'Ruritania attacked Graustark.',
    'Ruritania has attacked Graustark twice.',
    'Ruritanian troops began to shell the town.',
    'Ruritania went on shelling the town.',
    'The general managed to visit the front.',
    'Ruritania did not only attack the port but burned it.',
    'Ruritania attacked the port although Graustark had not moved.',
    'The minister met the rebels and refused to sign.',
    'Ruritania, which may join the council later, attacked Graustark.',
    'Ruritania held talks with Graustark.',
    'The attack on the port killed two soldiers.',
    'Ruritania attacked Graustark after the truce failed.',
    'Ruritania has been shelling the town since 2011.',
    'Troops attacked the town on Monday, in the fifth year of the war.',
    'Ruritania did not fail to attack.',
  ],
  future: [
    'Ruritania will attack Graustark.',
    'The ministers will meet in Strelsau next month.',
    'Ruritania plans to attack Graustark.',
    'Ruritania has agreed to meet the rebels.',
    'Ruritania threatened to attack Graustark.',
    'The king is to visit Graustark in May.',
    'The king is going to visit Graustark.',
    'The king is expected to visit Graustark.',
    'Ruritania vowed to withdraw its troops.',
    'The planned visit of the king was announced.',
    'Ruritania will hold talks with Graustark.',
    'The troops are ready to withdraw.',
    'Its plan to attack Graustark leaked.',
    'The king promised to meet and visit the rebels.',
    'The army is preparing to shell the town.',
  ],
  hypothetical: [
    'Ruritania would have attacked Graustark.',
    'Ruritania could attack Graustark.',
    'Ruritania may have attacked Graustark.',
    'Graustark will answer if Ruritania attacked the port.',
    'Unless Ruritania attacks, the truce will hold.',
    'Nobody knows whether Ruritania attacked the port.',
    'Graustark wants to meet the rebels.',
    'Ruritania is trying to visit the camp.',
    'Graustark urged Ruritania to withdraw.',
    'Graustark feared that Ruritania attacked the port.',
    'Ruritania is considering sanctions on Graustark.',
    'The council called for talks.',
    'Ruritania sent a column to attack the port.',
    'The alleged attack on the port is in doubt.',
    'The court allowed the king to visit the camp.',
    'Ruritania should withdraw.',
    'Has Ruritania attacked Graustark?',
  ],
  negated: [
    'Ruritania did not attack Graustark.',
    'Ruritania never attacked Graustark.',
    'Ruritania has yet to attack Graustark.',
    'Ruritania failed to attack Graustark.',
    'Ruritania refused to meet the rebels.',
    'Ruritania denied shelling the town.',
    'There was no shelling in the north.',
    'No troops attacked the town.',
    'None of the soldiers attacked the town.',
    'Ruritania ruled out talks with Graustark.',
    'The king cancelled the visit.',
    'The troops left without attacking the town.',
    'Ruritania will not attack Graustark.',
    'Ruritania does not plan to attack Graustark.',
    'Ruritania no longer attacks the town.',
    'Ruritania did not attack or shell the town.',
    'Ruritania was unable to withdraw.',
    'The two sides held no talks.',
    'Ruritania cannot attack Graustark.',
    'The envoy avoided meeting the rebels.',
    'Neither Ruritania nor Graustark attacked.',
  ],
  historical: [
    'In 1990 Ruritania attacked Graustark.',
    'Ruritania attacked Graustark in 1974.',
    'Ruritania attacked Graustark decades ago.',
    'Ruritania attacked Graustark in the 1980s.',
    'The 1974 invasion of Graustark is remembered.',
    'Ruritania attacked Graustark in May 1968.',
    'During the Cold War Ruritania attacked Graustark.',
    'Ruritania used to attack Graustark.',
    'The king was there when Ruritania attacked Graustark in 1990.',
    'In the last century Ruritania attacked Graustark.',
  ],
}

describe.each(Object.entries(cases))('%s', (factuality, sentences) => {
  test.each(sentences)('%s', async (sentence) => {
    expect((await told(sentence, deed)).factuality).toBe(factuality)
  })
})

test('the year of another clause is none of the deed', async () => {
  expect((await told('Ruritania, which burned the port in 1974, attacked Graustark.', deed)).factuality).toBe(
    'asserted',
  )
  expect((await told('Ruritania attacked Graustark in 2015.', deed)).factuality).toBe('asserted')
})
