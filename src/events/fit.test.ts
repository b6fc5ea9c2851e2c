import { describe, expect, test } from 'vitest'
import { read } from '../read.ts'

async function eventsIn(data: string) {
  const { events } = await read(
    { uri: 'memory', format: 'text', published: '2016-07-14', body: { kind: 'text', data } },
    { plain: true },
  )
  return events.map((it) => `${it.type} ${it.rule}`)
}

describe('what is no event of politics', () => {
  test.each([
    'A baker accused a milkman of theft.',
    'The company praised its customers.',
    'The prime minister spoke to reporters.',
    'The Turkish senator released a letter from his doctor.',
    'Turkey backed out.',
    'The Peruvian president defended himself.',
    'The Peruvian president helped win the match.',
    'The Peruvian president asked when it would rain.',
    'The Peruvian senator charged that the law was weak.',
    'Turkey offered no proof.',
    'The Peruvian president executed the plan.',
    'The Peruvian police seized on the idea.',
  ])('%s', async (text) => expect(await eventsIn(text)).toEqual([]))
})

describe('civil people of one country attack each other with words', () => {
  test.each([
    ['The Peruvian senator attacked the Peruvian president.', ['ACCUSE accuse.attack']],
    ['The rebels attacked the Syrian president.', ['ASSAULT assault.attack']],
    ['Turkey attacked Syria.', ['ASSAULT assault.attack']],
    ['Turkish soldiers attacked a bridge.', ['ASSAULT assault.attack']],
  ])('%s', async (text, expected) => expect(await eventsIn(text)).toEqual(expected))
})

test('what is asked, offered or threatened is no event beside that', async () => {
  expect(await eventsIn('Turkey called on Syria to stop attacking Jordan.')).toEqual(['REQUEST request.call-on'])
  expect(await eventsIn('Turkey promised to go on supporting Jordan.')).toEqual(['AGREE agree.promise'])
})
