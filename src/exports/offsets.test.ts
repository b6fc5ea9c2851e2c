/** Every offset that an export writes gives back the very characters, whatever the text is made of. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reading, Span } from '../reading.ts'
import { annotationsOf as bratOf } from './brat.ts'
import { filesOf, reading } from './fixture.ts'
import { gqg } from './gqg.ts'
import { annotationsOf } from './web-annotation.ts'

const pieces = fc.array(
  fc.constantFrom(
    'a',
    'Ruritania',
    ' ',
    'e\u0301',
    '😀',
    '👩🏽‍🚀',
    '🇺🇳',
    '“',
    '”',
    '\n\n',
    '\n',
    '𝔸',
    'ﷺ',
    '\u200d',
    '\ufeff',
  ),
  { minLength: 1, maxLength: 40 },
)

/** A reading of a made-up text with rows at made-up places, none of them of line breaks only. */
const readings = fc.tuple(pieces, fc.infiniteStream(fc.nat())).map(([parts, numbers]): Reading => {
  const text = parts.join('')
  const bounds = [0]
  for (const part of parts) bounds.push(bounds.at(-1)! + part.length)
  const next = (below: number) => numbers.next().value! % below
  const span = (): Span => {
    const [i, j] = [next(parts.length), next(parts.length)].sort((a, b) => a - b) as [number, number]
    const [start, end] = [bounds[i]!, bounds[j + 1]!]
    return /[^\n]/.test(text.slice(start, end)) ? { start, end } : { start: bounds[0]!, end: text.length }
  }
  return {
    ...reading,
    text: /[^\n]/.test(text) ? text : `${text}a`,
    sentences: [],
    actors: [{ id: 'rur', name: 'Ruritania', kind: 'state', mentions: [span(), span()] }],
    statements: reading.statements.map((it) => ({ ...it, source: span(), cue: span(), content: [span(), span()] })),
    events: reading.events.map((it) => ({
      ...it,
      source: [span()],
      target: [span()],
      trigger: [span()],
      place: span(),
    })),
    commitments: reading.commitments.map((it) => ({ ...it, about: span(), source: [span()], history: [] })),
  }
})

test('brat: code points, fragments joined by a space, no fragment over a line break', () => {
  fc.assert(
    fc.property(readings, (it) => {
      const characters = [...it.text]
      for (const line of bratOf(it).split('\n')) {
        const [, places, words] = /^T\d+\t\S+ ([\d ;]+)\t(.*)$/su.exec(line) ?? []
        if (!places) continue
        const parts = places.split(';').map((part) => {
          const [start, end] = part.split(' ').map(Number)
          return characters.slice(start, end).join('')
        })
        expect(parts.join(' ')).toBe(words)
        expect(parts.some((part) => /\n/.test(part))).toBe(false)
      }
    }),
  )
})

interface Target {
  selector: [{ exact: string; prefix: string; suffix: string }, { start: number; end: number }]
}

test('Web Annotation: both selectors give the same characters; prefix and suffix stand around them', () => {
  fc.assert(
    fc.property(readings, (it) => {
      const characters = [...it.text]
      for (const annotation of annotationsOf(it) as { target: Target | Target[] }[]) {
        for (const { selector } of [annotation.target].flat()) {
          const [{ exact, prefix, suffix }, { start, end }] = selector
          expect(characters.slice(start, end).join('')).toBe(exact)
          expect(characters.slice(Math.max(0, start - 32), start).join('')).toBe(prefix)
          expect(characters.slice(end, end + 32).join('')).toBe(suffix)
        }
      }
    }),
  )
})

test('GQG: what stands before, the quotation and what stands after are one stretch of the text', () => {
  return fc.assert(
    fc.asyncProperty(readings, async (it) => {
      const [content] = (await filesOf(gqg, [it])).values()
      const { quotes } = JSON.parse(content!)
      expect(quotes.length).toBeGreaterThan(0)
      for (const { pre, quote, post } of quotes) expect(it.text).toContain(pre + quote + post)
    }),
  )
})
