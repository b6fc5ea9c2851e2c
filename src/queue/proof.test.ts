import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prove } from './proof.ts'

test('three workers killed, stopped past their leases, and PostgreSQL killed: every article once, no reader’s error', {
  timeout: 600_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-proof-'))
  const proof = await prove({ articles: 2500, batch: 100, faults: 8, pause: 40, folder })
  expect(proof).toMatchObject({
    documents: 2500,
    distinct: 2500,
    segments: 25,
    faults: { worker: 4, stall: 2, postgres: 2 },
    problems: [],
  })
  expect(proof.looks).toBeGreaterThan(5)
})
