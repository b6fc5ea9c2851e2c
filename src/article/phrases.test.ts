import { describe, expect, it } from 'vitest'
import { pagePhrases, phraseOf } from './phrases.ts'

describe('phraseOf', () => {
  it.each(pagePhrases().map(({ id, example, where }) => ({ id, example, where })))(
    '$id knows its example',
    ({ id, example, where }) => {
      const own = pagePhrases().find((phrase) => phrase.id === id)!
      expect(own.pattern.test(example)).toBe(true)
      expect(phraseOf(example, where)).toBeDefined()
    },
  )

  it('has one row for each id', () => {
    const ids = pagePhrases().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each([
    'The minister said the two countries shared a border.',
    '“Send us weapons now,” the governor said.',
    'Sources: the army, the police and the mayor all said so.',
    'About half of them agreed.',
    'By Monday the town had fallen.',
    'More in the south were killed.',
    'The comments came as a more moderate faction approved the deal.',
    'The EPA under fire',
    'Related parties were to be heard on Monday, the court said.',
    'Read aloud in court, the letter ran to six pages.',
    'Photographs showed the bridge in ruins.',
    'Two in five voters said they would stay at home.',
    'May 2011: the first protests',
  ])('keeps %s', (text) => {
    expect(phraseOf(text)).toBeUndefined()
    expect(phraseOf(text, 'ending')).toBeUndefined()
  })

  it('takes what is longer than a line for a paragraph', () => {
    expect(phraseOf('Subscribe to our newsletter')).toBe('line.invitation')
    expect(phraseOf(`Subscribe to our newsletter ${'and so on '.repeat(40)}`)).toBeUndefined()
  })
})
