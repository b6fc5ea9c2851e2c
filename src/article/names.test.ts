import { describe, expect, it } from 'vitest'
import { bareByline, bareTitle, plain } from './names.ts'

describe('plain', () => {
  it('folds white space and reads character references escaped twice', () => {
    expect(plain(' Bread &amp; salt\n &#8211; <b> ')).toBe('Bread & salt – <b>')
  })
})

describe('bareTitle', () => {
  it('cuts the name of the site off', () => {
    expect(bareTitle('Bridge to reopen | The Strelsau Post', { outlet: 'The Strelsau Post' })).toBe('Bridge to reopen')
    expect(bareTitle('Bridge to reopen - Region - Strelsau Post', { outlet: 'The Strelsau Post' })).toBe(
      'Bridge to reopen - Region',
    )
    expect(bareTitle('Bridge to reopen — Strelsaupost.com', { uri: 'https://www.strelsaupost.com/a' })).toBe(
      'Bridge to reopen',
    )
  })

  it('cuts what the heading of the page does not have', () => {
    expect(bareTitle('Bridge to reopen | Region', { heading: 'Bridge to reopen' })).toBe('Bridge to reopen')
  })

  it('keeps dividers that belong to the title', () => {
    expect(bareTitle('Ruritania – a country at the river', { outlet: 'The Strelsau Post' })).toBe(
      'Ruritania – a country at the river',
    )
    expect(bareTitle('The Strelsau Post', { outlet: 'The Strelsau Post' })).toBe('The Strelsau Post')
  })
})

describe('bareByline', () => {
  it.each([
    ['By Ada Quill', 'Ada Quill'],
    ['by ADA QUILL and BO LIND', 'ADA QUILL and BO LIND'],
    ['Written by: Ada Quill | Strelsau desk', 'Ada Quill'],
    ['Ada Quill, Published 9 May', 'Ada Quill'],
    ['By Ada QuillMonday, May 9, 2016', 'Ada Quill'],
    ['Ada Quill (ada@example.org)', 'Ada Quill'],
    ['Von Ada Quill', 'Ada Quill'],
    ['Byron Quill', 'Byron Quill'],
  ])('reads %s', (byline, name) => {
    expect(bareByline(byline)).toBe(name)
  })

  it.each([
    '',
    'By',
    '@adaquill',
    'https://example.org/ada',
    'www.example.org',
    'admin',
    'siteadmin',
    '12',
    'x '.repeat(200),
  ])('names nobody: %j', (byline) => {
    expect(bareByline(byline)).toBeUndefined()
  })
})
