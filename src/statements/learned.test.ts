import { expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { findStatements } from './find.ts'
import { learnedIn, shareOf } from './learned.ts'

const textsOf = async (text: string, find = learnedIn) =>
  (await find(await analyse(text))).map(({ source, cue, content, act }) => {
    const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end)
    return [words(source), words(cue), content.map(words).join(' … '), act]
  })

test('indirect speech', async () => {
  expect(await textsOf('The minister said that the harbour would stay closed.')).toEqual([
    ['The minister', 'said', 'that the harbour would stay closed', 'say'],
  ])
})

test('a quotation in two pieces, its speaker between', async () => {
  expect(await textsOf('“We are tired,” Ada Quill said on Monday. “We want to go home.”')).toEqual([
    ['Ada Quill', 'said', '“We are tired,” … “We want to go home.”', 'say'],
  ])
})

test('on whose word', async () => {
  expect(await textsOf('The bridge was closed on Friday, according to two officials.')).toEqual([
    ['two officials', 'according to', 'The bridge was closed on Friday', 'say'],
  ])
})

test('the act is named by the cue, a verb or a noun', async () => {
  const acts = (await textsOf('The envoy denied that he had met the rebels. The king warned that war was near.')).map(
    ([, , , act]) => act,
  )
  expect(acts).toEqual(['deny', 'warn'])
})

test('no statement in what nobody says', async () => {
  expect(await textsOf('Rain fell on the town all night, and the river rose by a metre.')).toEqual([])
})

test('a statement inside a statement is found by rules', async () => {
  const found = await textsOf('Officials said the minister told reporters that the talks had failed.', findStatements)
  expect(found.map(([source]) => source)).toEqual(['Officials', 'the minister'])
})

test('nothing in, nothing out', async () => {
  expect(await textsOf('')).toEqual([])
})

test('the share of the highest bucket that a score reaches', () => {
  const sure: [number, number][] = [
    [0, 0.2],
    [0.5, 0.7],
    [0.9, 0.95],
  ]
  expect([0, 0.49, 0.5, 0.95].map((score) => shareOf(score, sure))).toEqual([0.2, 0.2, 0.7, 0.95])
})

test('whoever goes on with another cue does not report himself', async () => {
  const text = 'Ada Quill said the “old” bridge was closed and added: “The harbour has not a single ship in it.”'
  const found = await findStatements(await analyse(text))
  expect(found.map(({ cue }) => text.slice(cue!.start, cue!.end))).toEqual(['said', 'added'])
  const [said, added] = found
  expect(said!.content.at(-1)!.end).toBeLessThan(added!.cue!.start)
})
