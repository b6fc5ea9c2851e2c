import { expect, test } from 'vitest'
import { progressText } from './add-progress.ts'

const none = { added: 0, copies: 0, known: 0, older: 0, forgotten: 0, failed: 0 }

test('progress says how many, how fast, how long yet and where', () => {
  const counts = { ...none, added: 1200, known: 30, older: 10, failed: 3 }
  expect(progressText(counts, 14.2, 725, 'news/a.html')).toBe(
    '1,200 articles added · 40 known · 3 failed · 14/s · 12 min 5 s left · news/a.html',
  )
  expect(progressText({ ...none, added: 1 }, 0.51, undefined, '-')).toBe('1 article added · 0.5/s · -')
})
