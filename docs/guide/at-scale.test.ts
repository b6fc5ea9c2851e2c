import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { batchOf, readingFor } from '../../src/record/fixture.ts'
import { openWriter } from '../../src/record/index.ts'

const guide = readFileSync(join(packageRoot, 'docs', 'guide', 'at-scale.md'), 'utf8')
const block = (heading: string, language: string): string =>
  new RegExp(`^#+ ${heading}.*?^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(guide)![1]!

test('what the manifest lists is copied as the guide says, and DuckDB answers over it', { timeout: 120_000 }, async ({
  skip,
}) => {
  if (spawnSync('jq', ['--version']).status !== 0) return skip('jq is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-at-scale-'))
  const writer = await openWriter(join(folder, 'record'))
  await writer.append(batchOf(['a', 'b'].map((id) => readingFor(id))))
  await writer.append(batchOf([readingFor('c')]))
  writer.close()
  const news = join(folder, 'news')
  const copy = () =>
    spawnSync('bash', ['-c', block('Beyond one query node', 'sh')], {
      cwd: folder,
      env: { ...process.env, NEWS: news },
    })
  expect(copy().status).toBe(0)
  expect(copy().status).toBe(0)
  const connection = await (await DuckDBInstance.create()).connect()
  const answers: unknown[] = []
  for (const statement of block('DuckDB', 'sql').replaceAll('s3://news', news).trim().split(/;\n?/).filter(Boolean)) {
    answers.push((await connection.runAndReadAll(statement)).getRowsJson())
  }
  connection.closeSync()
  expect(answers.slice(-3)).toEqual([[['RUR', 'say', '3']], [[null, '3']], [['RUR', 'STR', 1, '3']]])
})

test('the table of sizes and hours follows from the rates above it', () => {
  const [rate, size, index, statementSize, statements] = [...guide.matchAll(/\*\*([\d.]+)\*\*/g)].map(([, n]) =>
    Number(n),
  )
  const cells = [...guide.matchAll(/^\| (\d+) million \| (.*) \|$/gm)]
  expect(cells).toHaveLength(3)
  for (const [, millions, row] of cells) {
    const articles = Number(millions) * 1e6
    const hours = articles / rate! / 3600
    const gigabytes = (kB: number) => (articles * kB) / 1e6
    const expected = [
      hours,
      hours / 2,
      hours / 48,
      gigabytes(size!),
      gigabytes(size! - index!),
      Number(millions) * statements!,
      gigabytes(statementSize!),
    ]
    const shown = row!.split(' | ').map((cell) => Number(/^[\d.,]+/.exec(cell)![0].replace(/,/g, '')))
    expect(shown.length).toBe(expected.length)
    // Rounded for reading.
    for (const [n, value] of expected.entries())
      expect(Math.abs(shown[n]! - value)).toBeLessThanOrEqual(Math.max(0.05, value * 0.06))
  }
})
