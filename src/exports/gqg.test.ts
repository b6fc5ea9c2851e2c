import { expect, test } from 'vitest'
import { filesOf, reading } from './fixture.ts'
import { gqg } from './gqg.ts'

test('of a mixed statement the quoted words, without their marks', async () => {
  const text = 'Marek said the border “will open 🤝 soon”, and that was all.'
  const start = text.indexOf('the border')
  const statement = { ...reading.statements[1]!, form: 'mixed' as const, content: [{ start, end: text.length }] }
  const [content] = (await filesOf(gqg, [{ ...reading, text, statements: [statement] }])).values()
  const { quotes } = JSON.parse(content!)
  expect(quotes[0]).toEqual({
    pre: 'Marek said the border “',
    quote: 'will open 🤝 soon',
    post: '”, and that was all.',
  })
})

test('an article without quoted words has no line', async () => {
  expect([...(await filesOf(gqg, [{ ...reading, statements: [] }])).values()]).toEqual([''])
})
