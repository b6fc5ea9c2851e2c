import { expect, test } from 'vitest'
import { read } from '../read.ts'

const told = async (data: string) => {
  const { statements } = await read({ uri: 'memory', format: 'text', body: { kind: 'text', data } }, { plain: true })
  return statements.map(({ act, polarity }) => [act, polarity])
}

test.each([
  ['The minister said that the talks would go on.', 'say', undefined],
  ['The minister declined to say whether the talks would go on.', 'decline', 'unsaid'],
  ['The ministry did not say that the bridge was safe.', 'say', 'unsaid'],
  ['The ministry has never said that the bridge was safe.', 'say', 'unsaid'],
  ['Ada Quill denied that she had met the rebels.', 'deny', 'denied'],
  ['The senator does not believe that the plan will work.', 'believe', 'denied'],
  ['The minister warned that the bridge would not hold.', 'warn', undefined],
])('%s', async (text, act, polarity) => expect(await told(text)).toEqual([[act, polarity]]))
