import { describe, expect, it } from 'vitest'
import type { Article } from '../article/index.ts'
import type { Warning } from '../reading.ts'
import { languageStep } from './index.ts'

const run = async (text: string) => {
  const warnings: Warning[] = []
  const article: Article = { language: 'und', text, captions: [] }
  const { analysis } = await languageStep.run({ article }, (warning) => warnings.push(warning))
  return { analysis, codes: warnings.map((warning) => warning.code) }
}

describe('the language step', () => {
  it.each([
    'The prime minister of Ruritania said on Monday that the border with its neighbour would open again.',
    'Talks stall.',
    'Ruritania: Rassendyll to meet Black Michael, Strelsau officials confirm trip',
    'Bonjour',
  ])('is silent on %j', async (text) => expect((await run(text)).codes).toEqual([]))

  it.each([
    'Der Minister erklärte am Montag, die Regierung werde die Grenze zum Nachbarland nicht wieder öffnen.',
    'Le ministre a déclaré lundi que le gouvernement ne rouvrirait pas la frontière avec son voisin.',
    'Министр заявил в понедельник, что правительство не откроет границу с соседней страной.',
    '大臣は月曜日、政府は隣国との国境を再開しないと述べた。大臣は月曜日、政府は隣国との国境を再開しないと述べた。',
  ])('warns of %j and reads nothing', async (text) => {
    const { analysis, codes } = await run(text)
    expect(codes).toEqual(['W_LANGUAGE'])
    expect(analysis.tokens).toEqual([])
  })
})
