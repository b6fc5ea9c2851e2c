import { expect, test } from 'vitest'
import { readDateline } from './dateline.ts'

test.each([
  ['by WorldPost Staff, July 14, 2016', { byline: 'WorldPost Staff', published: '2016-07-14' }],
  ['By Ada Quill and Tom Reed', { byline: 'Ada Quill and Tom Reed' }],
  ['By Ada Quill | 14 July 2016 10:20 GMT', { byline: 'Ada Quill', published: '2016-07-14' }],
  ['Ada Quill, Meridian Wire | 2016-07-14', { byline: 'Ada Quill, Meridian Wire', published: '2016-07-14' }],
  ['Posted: Thursday, July 14, 2016 at 3:10 p.m.', { published: '2016-07-14' }],
  ['July 14, 2016', { published: '2016-07-14' }],
])('%s', (line, expected) => expect(readDateline(line)).toEqual(expected))

test.each([
  'By Friday the troops had left',
  'By the river they wept',
  'The deal was signed on July 14, 2016',
  'July 14, 2016 was the day the deal was signed',
  'Ten years after July 14, 2016',
  'July 14',
  'On July 14, 1789',
])('is no dateline: %s', (line) => expect(readDateline(line)).toBeUndefined())
