import { expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import { findStatements } from './find.ts'
import { turnsIn } from './turns.ts'

const turns = async (text: string) =>
  turnsIn(await analyse(text)).map(({ source, content, act }) => {
    const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end)
    return [words(source), content.map(words).join(' … '), act]
  })

test('a transcript, each turn to the next', async () => {
  const text =
    'MR. SMITH: We will not go.\n\nThe road is closed.\n\nMS. JONES: Why not?\n\nMR. SMITH: Because it snows.'
  expect(await turns(text)).toEqual([
    ['MR. SMITH', 'We will not go. … The road is closed.', 'say'],
    ['MS. JONES', 'Why not?', 'ask'],
    ['MR. SMITH', 'Because it snows.', 'say'],
  ])
})

test('an interview by letters', async () => {
  expect(await turns('Q. Did you see the king?\n\nA. No, he had left.\n\nQ. When?\n\nA. At dawn.')).toEqual([
    ['Q', 'Did you see the king?', 'ask'],
    ['A', 'No, he had left.', 'say'],
    ['Q', 'When?', 'ask'],
    ['A', 'At dawn.', 'say'],
  ])
})

test('a list of posts', async () => {
  const text = '@adaquill: The bridge is open. Great news!\n\nIvo Petrov (@ivopetrov): Nobody told me.'
  expect(await turns(text)).toEqual([
    ['@adaquill', 'The bridge is open. Great news!', 'say'],
    ['Ivo Petrov (@ivopetrov)', 'Nobody told me.', 'say'],
  ])
})

test('in a report, a turn ends with its line', async () => {
  const text =
    'Rain fell on the town.\n\nSMITH: We go.\n\nJONES: We stay.\n\nSMITH: So be it.\n\nThey stayed.\n\nNobody left.\n\nThe road froze.'
  expect((await turns(text)).map(([, content]) => content)).toEqual(['We go.', 'We stay.', 'So be it.'])
})

test('surnames in capitals that nobody has named before, where they talk', async () => {
  const text = 'VARNHOLT: We were never asked.\n\nOZELKI: Would you have come?\n\nBRAUM: The bridge was closed.'
  expect(await turns(text)).toEqual([
    ['VARNHOLT', 'We were never asked.', 'say'],
    ['OZELKI', 'Would you have come?', 'ask'],
    ['BRAUM', 'The bridge was closed.', 'say'],
  ])
})

test.each([
  'WEATHER: Rain over the hills.\n\nROADS: The bridge is closed.\n\nSCHOOLS: Open as ever.',
  'Rain fell on the town.\n\nRELATED: What you should know.\n\nThe road froze.\n\nPHOTOS: Our town in snow.\n\nNobody left.',
  'Votes counted so far:\n\nSmith: 1,203\n\nJones: 977',
  'Weather: rain.\n\nRoads: closed.',
  'Note: the road is closed.',
])('headings and counts are no turns: %s', async (text) => expect(await turns(text)).toEqual([]))

test('what is said in a turn stands within it', async () => {
  const text = 'SMITH: I told them that it was over.\n\nJONES: You never told me that.'
  const found = await findStatements(await analyse(text))
  expect(found.filter(({ rule }) => rule === 'turn')).toHaveLength(2)
  expect(found.length).toBeGreaterThan(2)
})
