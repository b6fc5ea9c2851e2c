import { expect, test } from 'vitest'
import { openSources, Reading, read } from './index.ts'

test('the library reads the example of its own docstring', async () => {
  for await (const input of openSources(['examples/briefs/2012-08-20-red-line.html'])) {
    const reading = await read(input)
    expect(Reading.safeParse(reading).success).toBe(true)
    expect(reading.statements.length).toBeGreaterThan(5)
  }
})
