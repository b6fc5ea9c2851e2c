import { expect, test } from 'vitest'
import { canonicalIn } from './canonical.ts'

const base = new URL('https://wire.example/2026/talks?amp=1')
const said = (html: string, link?: string) => canonicalIn(Buffer.from(html), { link }, base)?.href

test.each([
  ['<head><link rel="canonical" href="https://wire.example/2026/talks"></head>', 'https://wire.example/2026/talks'],
  ["<LINK HREF='/2026/talks?a=1&amp;b=2' REL=canonical>", 'https://wire.example/2026/talks?a=1&b=2'],
  ['<link data-href="/x" rel="amphtml canonical" href=/2026/talks>', 'https://wire.example/2026/talks'],
])('%s', (html, address) => {
  expect(said(html)).toBe(address)
})

test.each([
  '<link rel="alternate" href="/2026/other">',
  '<!-- <link rel="canonical" href="/2026/other"> -->',
  '<body><link rel="canonical" href="/2026/other">',
  '<link rel="canonical" href="/">',
  '<link rel="canonical" href="javascript:alert(1)">',
  '<link rel="canonical" href="file:///etc/passwd">',
  '<link rel="canonical" href="https://ada:secret@wire.example/a">',
  '<link rel="canonical" href="http://[">',
  '<link rel="canonical">',
])('%s says nothing', (html) => {
  expect(said(html)).toBeUndefined()
})

test('the head of an answer may say it, too', () => {
  const link = '</style.css>; rel=preload, <https://wire.example/2026/talks>; rel="canonical"'
  expect(said('', link)).toBe('https://wire.example/2026/talks')
})
