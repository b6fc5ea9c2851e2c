import { describe, expect, test } from 'vitest'
import { addressKey, isCopyist, isSameSite, plainAddress } from './address.ts'

test('what campaigns hang on an address is taken off; what names the article stays', () => {
  expect(plainAddress('https://Wire.example/News?id=7&utm_source=feed&fbclid=x&at_medium=rss#top')).toBe(
    'https://wire.example/News?id=7',
  )
  expect(plainAddress('https://wire.example/a?refer=1&class=2')).toBe('https://wire.example/a?refer=1&class=2')
})

describe('one article', () => {
  test.each([
    'http://wire.example/2026/talks',
    'https://www.wire.example/2026/talks/',
    'https://amp.wire.example/2026/talks',
    'https://m.wire.example/2026/talks?utm_campaign=x',
    'https://wire.example/2026/talks/amp/',
    'https://wire.example/2026/talks?amp',
    'https://wire.example/2026/talks?outputType=amp',
    'https://wire.example/2026/talks?print=true',
    'https://wire.example/2026/talks/print',
    'https://wire.example/2026/talks/index.html',
  ])('%s', (address) => {
    expect(addressKey(address)).toBe('wire.example/2026/talks')
  })

  test('is not another', () => {
    const others = [
      'https://wire.example/2026/talks',
      'https://wire.example/2026/Talks',
      'https://wire.example/2026/talks?page=2',
      'https://wire.example/2026/talks?view=live',
      'https://wire.example:8080/2026/talks',
      'https://news.wire.example/2026/talks',
      'https://wire.example/2026/amp-talks',
      'https://wire.example/2026/',
    ]
    expect(new Set(others.map(addressKey)).size).toBe(others.length)
  })
})

test('sites', () => {
  const same = (a: string, b: string) => isSameSite(new URL(a), new URL(b))
  expect(same('https://www.wire.example/a', 'https://amp.wire.example/b')).toBe(true)
  expect(same('https://edition.wire.example/a', 'https://wire.example/b')).toBe(true)
  expect(same('https://notwire.example/a', 'https://wire.example/b')).toBe(false)
  expect(isCopyist(new URL('https://wire-example.cdn.ampproject.org/c/s/wire.example/a'))).toBe(true)
  expect(isCopyist(new URL('https://wire.example/'))).toBe(false)
})
