import { expect, test } from 'vitest'
import { stemOf } from './stem.ts'

const together = (words: string) => new Set(words.split(' ').map(stemOf)).size === 1

test.each([
  'sanction sanctions sanctioned sanctioning',
  'promise promises promised promising',
  'stop stops stopped stopping',
  'deny denies denied denying',
  'city cities',
  'ban bans banned banning',
  'say says said saying',
  'hold held holding',
  'withdraw withdrew withdrawn withdrawing',
  'attack attacks attacked attacking',
  'crisis crises',
  'agree agrees agreed agreeing',
  'use uses used using',
])('%s are one word', (words) => {
  expect(together(words)).toBe(true)
})

test.each(['general generate', 'united unit', 'news new', 'king kin', 'policy police', 'hamas hama'])(
  '%s are two',
  (words) => {
    expect(together(words)).toBe(false)
  },
)
