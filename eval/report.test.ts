/**
 * The first report, as it came off the web: what must be read from it. The file is not part of the project; where it is
 * not there, there is nothing to test. Offsets and counts are asserted, never its sentences.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '../src/read.ts'
import { Reading, type Span } from '../src/reading.ts'
import { openSources } from '../src/sources/index.ts'
import { dataFolder } from './data.ts'

const path = join(dataFolder() ?? '', 'seed', 'report.txt')

describe.runIf(existsSync(path))('the first report', () => {
  let report: Reading
  beforeAll(async () => {
    for await (const input of openSources([path])) report = await read(input)
  })
  const words = (span: Span) => report.text.slice(span.start, span.end)

  test('its page: title, byline, date, caption, twelve paragraphs, no comment line', () => {
    expect(report.title).toMatch(/^Assad says .* on Syria$/)
    expect(report.byline).toBe('WorldTribune Staff')
    expect(report.published).toBe('2016-07-14')
    expect(report.captions).toHaveLength(1)
    expect(report.text.split('\n\n')).toHaveLength(12)
    expect(report.text).not.toMatch(/logged in|Login|Reuters/)
  })

  test('is a valid reading, every span inside its text', () => {
    expect(Reading.safeParse(report).error).toBeUndefined()
    for (const { content, cue, source } of report.statements) {
      for (const span of [...content, ...(cue ? [cue] : []), ...(source ? [source] : [])]) {
        expect(words(span).trim()).toBe(words(span))
        expect(words(span)).not.toBe('')
      }
    }
  })

  test('on whose word: a document, analysts, a crowd, a president, unnamed officials', () => {
    const said = report.statements.map((it) => [it.source && words(it.source), it.sourcing])
    expect(said).toContainEqual(['a leaked U.S. proposal', 'document'])
    expect(said.filter(([source]) => source === 'analysts')).toEqual([
      ['analysts', 'unnamed'],
      ['analysts', 'unnamed'],
    ])
    expect(said).toContainEqual(['many', 'crowd'])
    expect(said).toContainEqual(['several American officials', 'unnamed'])
    expect(said).toContainEqual(['U.S. officials', 'unnamed'])
    expect(report.statements.map((it) => it.act)).toContain('describe')
    const assad = report.actors.find((it) => it.name === 'Bashar al-Assad')
    expect(report.statements.filter((it) => it.source?.actor === assad?.id).length).toBeGreaterThanOrEqual(6)
  })

  test('a vow inside what many say, an interview, and a quotation over two sentences', () => {
    const vow = report.statements.find((it) => it.act === 'promise')
    expect(report.statements.find((it) => it.id === vow?.within)?.sourcing).toBe('crowd')
    const interview = report.statements.filter((it) => it.venue)
    expect(interview.map((it) => it.form)).toEqual(['mixed', 'direct'])
    expect(interview[1]!.content.map(words).join()).toMatch(/^“.*\. .*\.”$/)
  })

  test('the offer, the red line with its condition, and the agreement not yet reached', () => {
    const kinds = report.commitments.map((it) => [it.kind, it.condition && words(it.condition), it.history[0]?.status])
    expect(kinds).toEqual([
      ['offer', undefined, 'open'],
      ['offer', undefined, 'open'],
      ['demand', undefined, 'open'],
      ['red-line', 'if chemical weapons were used', 'broken'],
      ['agreement', undefined, 'not-yet'],
    ])
    expect(report.commitments[0]).toMatchObject({ source: [{ country: 'USA' }], target: [{ country: 'RUS' }] })
  })
})
