import { expect, test } from 'vitest'
import { type Cell, csvCell } from '../exports/index.ts'
import { type AnswerFormat, written } from './answer.ts'

async function text(format: AnswerFormat, columns: string[], rows: Cell[][], width = 80): Promise<string> {
  async function* stream() {
    yield* rows
  }
  let all = ''
  for await (const piece of written(format, columns, stream(), width)) all += piece
  return all
}
const columns = ['who', 'n', 'list']
const rows = [
  ['Ruritania', 3, [{ a: 1 }]],
  ['a|b, "c"\nd', -1.5, null],
]

test('a table is aligned, numbers to the right', async () => {
  expect(await text('table', columns, rows)).toBe(
    [
      'who            n  list',
      '──────────  ────  ─────────',
      'Ruritania      3  [{"a":1}]',
      'a|b, "c" d  -1.5',
      '',
    ].join('\n'),
  )
})

test('a wide table is clipped to the width', async () => {
  const wide = await text('table', ['id', 'text'], [['a', 'x'.repeat(200)]], 40)
  expect(wide.split('\n').every((line) => [...line].length <= 40)).toBe(true)
})

test('csv, json, ndjson and md', async () => {
  expect(await text('csv', columns, rows)).toBe('who,n,list\r\nRuritania,3,"[{""a"":1}]"\r\n"a|b, ""c""\nd",-1.5,\r\n')
  expect(JSON.parse(await text('json', columns, rows))).toEqual([
    { who: 'Ruritania', n: 3, list: [{ a: 1 }] },
    { who: 'a|b, "c"\nd', n: -1.5, list: null },
  ])
  expect(await text('json', columns, [])).toBe('[]\n')
  expect((await text('ndjson', columns, rows)).split('\n')[0]).toBe('{"who":"Ruritania","n":3,"list":[{"a":1}]}')
  expect(await text('md', columns, rows)).toBe(
    '| who | n | list |\n| --- | --- | --- |\n| Ruritania | 3 | [{"a":1}] |\n| a\\|b, "c" d | -1.5 |  |\n',
  )
})

test('no cell of CSV is a formula', () => {
  expect(['=1+1', '+1', '-2', '@x', '\tx', '＝1', "'a", -2, 'a=b'].map(csvCell)).toEqual([
    "'=1+1",
    "'+1",
    "'-2",
    "'@x",
    "'\tx",
    "'＝1",
    "''a",
    '-2',
    'a=b',
  ])
})
