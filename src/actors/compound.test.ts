import { expect, test } from 'vitest'
import { segment } from '../language/index.ts'
import { describeAll } from './compound.ts'
import { actorsOf } from './link.ts'

/** Who the phrase that begins a text names, up to "|": each as words, actor, country and sector. */
function told(text: string, published = '2016-07-14') {
  const phrase = text.indexOf('|')
  const whole = text.replace('|', '')
  const analysis = segment(whole)
  const given = { analysis, actors: actorsOf(analysis, published) }
  return describeAll({ start: 0, end: phrase }, given).map(({ start, end, actor, country, sector }) =>
    [whole.slice(start, end), actor, country, sector].filter((it) => it !== undefined).join(' '),
  )
}

test('each country of a shared noun is somebody of its own', () => {
  expect(told('Hungarian and Romanian officials| met.')).toEqual([
    'Hungarian x-hun-officials HUN GOV',
    'Romanian officials x-rou-officials ROU GOV',
  ])
  expect(told('French, German and British troops| landed.')).toEqual([
    'French x-fra-forces FRA MIL',
    'German x-deu-forces DEU MIL',
    'British troops x-gbr-forces GBR MIL',
  ])
  expect(told('The Iraqi and the Syrian governments| objected.')).toEqual([
    'Iraqi x-irq-governments IRQ GOV',
    'Syrian governments x-syr-governments SYR GOV',
  ])
})

test('so are countries behind it, and names before an owner', () => {
  expect(told('The armies of Chad and Niger| fought.')).toEqual([
    'armies tcd-armed-forces TCD MIL',
    'armies ner-armed-forces NER MIL',
  ])
  expect(told("Chad and Niger's ministers| met.")).toEqual([
    'Chad x-tcd-ministers TCD GOV',
    "Niger's ministers x-ner-ministers NER GOV",
  ])
})

test('one officer of each state is who held the office that day', () => {
  expect(told('The Russian and Turkish presidents| met.')).toEqual([
    'Russian vladimir-putin RUS GOV',
    'Turkish presidents recep-tayyip-erdogan TUR GOV',
  ])
})

test('what is between two states has both countries, whatever it is', () => {
  expect(told('The Israeli-Palestinian talks| failed.')).toEqual(['Israeli ISR', 'Palestinian PSE'])
  expect(told('The Sino-Indian border| is quiet.')).toEqual(['Sino CHN', 'Indian IND'])
  expect(told('The Indo-Pacific region| is quiet.')).toEqual(['The Indo-Pacific region'])
})

test('the second half of a name is told once for both', () => {
  expect(told('North and South Korean officials| met.')).toEqual([
    'North x-prk-officials PRK GOV',
    'South Korean officials x-kor-officials KOR GOV',
  ])
  expect(told('North and South Korea| agreed.')).toEqual(['North prk PRK', 'South Korea kor KOR'])
})

test('phrases that "and" joins are each told; an apposition is not another', () => {
  expect(told('Barack Obama, Vladimir Putin, and the French president| met.')).toEqual([
    'Barack Obama barack-obama USA GOV',
    'Vladimir Putin vladimir-putin RUS GOV',
    'the French president francois-hollande FRA GOV',
  ])
  expect(told('Bashar al-Assad, the Syrian president,| spoke.')).toHaveLength(1)
})

test('one is one, and what only backs somebody is not joined', () => {
  expect(told('Several Turkish officials| met.')).toEqual(['Several Turkish officials x-tur-officials TUR GOV'])
  expect(told('Pro-Russian and Ukrainian troops| met.')).toEqual([
    'Pro-Russian and Ukrainian troops x-ukr-forces UKR MIL',
  ])
})
