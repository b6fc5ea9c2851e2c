import { describe, expect, test } from 'vitest'
import { readText } from './text.ts'
import { furniturePatterns, isFurniture } from './text-furniture.ts'

const page = `Home | World | Politics

Talks on the strait end without a deal

by Ada Quill, July 14, 2016

The two governments left the table on Thursday, according to a leaked draft.

A patrol boat in the strait. /Reuters
A patrol boat in the strait. /Reuters

Advertisement

“We will be back,” the envoy said.

Share this article

Read more: How the strait was closed

Both sides blamed the weather (Photo: Meridian).

You must be logged in to post a comment Login`

describe('a text with the page still on it', () => {
  test('is told apart into title, byline, date, captions and body', () => {
    expect(readText(page)).toEqual({
      title: 'Talks on the strait end without a deal',
      byline: 'Ada Quill',
      published: '2016-07-14',
      language: 'und',
      text: 'The two governments left the table on Thursday, according to a leaked draft.\n\n“We will be back,” the envoy said.',
      captions: ['A patrol boat in the strait. /Reuters', 'Both sides blamed the weather (Photo: Meridian).'],
    })
  })

  test('a body without a title stays whole', () => {
    const body = 'The envoy left.\n\nHe will be back, he said.'
    expect(readText(body)).toEqual({ language: 'und', text: body, captions: [] })
  })

  test('a title ending in a question mark, and byline and date on lines of their own', () => {
    const { title, byline, published, text } = readText(
      'Will the truce hold?\nBy Tom Reed and Ada Quill\nPublished: 12 September 2016, 10:20 GMT\n\nNobody knows.',
    )
    expect({ title, byline, published, text }).toEqual({
      title: 'Will the truce hold?',
      byline: 'Tom Reed and Ada Quill',
      published: '2016-09-12',
      text: 'Nobody knows.',
    })
  })

  test('words of furniture inside a paragraph are the article’s', () => {
    const body =
      'He asked them to subscribe to the newsletter, share it, and leave a comment on what they had read there.'
    expect(readText(body).text).toBe(body)
  })

  test('lines broken at a column are one paragraph', () => {
    const wrapped = `The ministry said on Monday that the border would be opened again\nas soon as the last of the soldiers had left the town that they had\nheld since the spring.`
    expect(readText(wrapped).text).toBe(wrapped.replaceAll('\n', ' '))
  })

  test('a text without blank lines has a paragraph a line', () => {
    expect(readText('The border was closed on Monday.\nIt will be opened on Friday.').text).toBe(
      'The border was closed on Monday.\n\nIt will be opened on Friday.',
    )
  })

  test('nothing but furniture is an empty article', () => {
    expect(readText('Share this\n\nYou must log in to comment').text).toBe('')
  })
})

describe('the furniture table', () => {
  test.each(furniturePatterns().map((it) => [it.id, it.example]))('%s matches its example', (id, example) => {
    expect(
      furniturePatterns()
        .find((it) => it.id === id)
        ?.whole.test(example),
    ).toBe(true)
  })

  test('ids are unique', () => {
    const ids = furniturePatterns().map((it) => it.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each([
    'Share prices fell.',
    'Home Secretary resigns',
    'Follow the money, the prosecutor told the court.',
    'Comments by the minister angered Strelsau.',
    'Contact was lost at noon.',
    'Tags were attached to each of the weapons.',
  ])('leaves prose alone: %s', (prose) => expect(isFurniture(prose, 'any')).toBe(false))
})
