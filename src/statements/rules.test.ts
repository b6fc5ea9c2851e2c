import { describe, expect, test } from 'vitest'
import { analyse } from '../language/index.ts'
import type { Span } from '../reading.ts'
import { attributedIn } from './attributed.ts'
import type { Found } from './found.ts'
import { reportedIn } from './reported.ts'
import { stagingOf } from './scene.ts'

/** "source | cue | content … content" of everything the rules read from a text. */
async function said(text: string): Promise<string[]> {
  const { scenes } = stagingOf(await analyse(text))
  const words = (span: Span | null) => (span ? text.slice(span.start, span.end) : '')
  const line = ({ source, cue, content }: Found) =>
    [words(source), words(cue), content.map(words).join(' … ')].join(' | ')
  return scenes
    .flatMap((scene) => [...reportedIn(scene), ...attributedIn(scene)])
    .sort((a, b) => a.cue!.start - b.cue!.start)
    .map(line)
}

describe('a verb reports', () => {
  test.each([
    ['with "that"', 'The envoy said that the talks were over.', ['The envoy | said | that the talks were over']],
    ['without it', 'Officials say the talks are over.', ['Officials | say | the talks are over']],
    ['after the content', 'The talks were over, the envoy said.', ['the envoy | said | The talks were over']],
    ['in the midst of it', 'The talks, analysts say, were over.', ['analysts | say | The talks … were over']],
    [
      'before its subject',
      '“It is over,” said Ada Quill, a spokeswoman for the ministry.',
      ['Ada Quill, a spokeswoman for the ministry | said | “It is over,”'],
    ],
    ['with an apposition', 'Ada Quill, the envoy, said it was over.', ['Ada Quill, the envoy, | said | it was over']],
    ['to somebody', 'The envoy told reporters that it was over.', ['The envoy | told | that it was over']],
    [
      'twice',
      'Assad said it was over and added “we have won.”',
      ['Assad | said | it was over', 'Assad | added | “we have won.”'],
    ],
    [
      'with a participle',
      'Assad dismissed the rumours, saying that they were false.',
      ['Assad | dismissed | the rumours', 'Assad | saying | that they were false'],
    ],
    ['an infinitive', 'Turkey vowed to fight on.', ['Turkey | vowed | to fight on']],
    ['with helpers', 'The envoy has also denied the report.', ['The envoy | has also denied | the report']],
    [
      'after a dateline and a day',
      'GENEVA — On Monday the envoy said it was over.',
      ['the envoy | said | it was over'],
    ],
    [
      'up to the next report',
      'It was over, two officials said, but analysts say it goes on.',
      ['two officials | said | It was over', 'analysts | say | it goes on'],
    ],
  ])('%s: %s', async (_, text, expected) => expect(await said(text)).toEqual(expected))
})

describe('no report', () => {
  test.each([
    'The report was long.',
    'The talks were said to be over.',
    'Editor’s note',
    'U.S. demands',
    'Nobody asked him.',
    'The claims of the army were false.',
    'Ban Ki-moon left.',
  ])('%s', async (text) => expect(await said(text)).toEqual([]))
})

describe('without a verb of saying', () => {
  test.each([
    ['It was over, according to two officials.', ['two officials | according to | It was over']],
    ['According to the ministry, it was over.', ['the ministry | According to | it was over']],
    ['The paper quoted two officials as saying that it was over.', ['two officials | as saying | that it was over']],
    ['The offer is seen by many as a trick.', ['many | is seen by | The offer … as a trick']],
    ['The talks failed despite Obama’s vow that they would go on.', ['Obama | vow | that they would go on']],
    ['ENVOY: We will go on.', ['ENVOY | : | We will go on']],
  ])('%s', async (text, expected) => expect(await said(text)).toEqual(expected))
})
