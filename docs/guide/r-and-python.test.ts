import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/package-root.ts'
import { batchOf, readingFor } from '../../src/record/fixture.ts'
import { openWriter } from '../../src/record/index.ts'

const guide = readFileSync(join(packageRoot, 'docs', 'guide', 'r-and-python.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-guide-'))

/** The snippets in a language, with the packages that each names. */
const snippets = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}([^\\n]*)\\n(.*?)^\`\`\``, 'gms'))].map(([, packages, code]) => ({
    packages: packages!.trim().split(/\s+/).filter(Boolean),
    code: code!,
  }))

beforeAll(async () => {
  const writer = await openWriter(join(folder, 'record'))
  await writer.append(batchOf(['a', 'b'].map((id) => readingFor(id))))
  await writer.append(batchOf([readingFor('c')]))
  writer.close()
})

test('the SQL runs in DuckDB', async () => {
  const connection = await (await DuckDBInstance.create()).connect()
  const [{ code }] = snippets('sql') as [{ code: string }]
  const here = code
    .replaceAll("'record/", `'${join(folder, 'record')}/`)
    .replace("WHERE act = 'deny'", "WHERE act = 'say'")
  const answers: unknown[] = []
  for (const statement of here.split(/;\s*\n/).filter((it) => it.trim() !== '')) {
    answers.push((await connection.runAndReadAll(statement)).getRowsJson())
  }
  connection.closeSync()
  expect(answers.slice(-2)).toEqual([[['Ruritania', '3']], []])
})

const python = (code: string) => spawnSync('python3', ['-c', code], { cwd: folder, encoding: 'utf8' })
const [files, ...rest] = snippets('python')
const withPackages = rest.filter(({ packages }) => packages.length > 0)

test.for(withPackages)(
  'the Python with $packages runs, where it is installed',
  { timeout: 120_000 },
  ({ packages, code }, { skip }) => {
    if (python(packages.map((it) => `import ${it}\n`).join('')).status !== 0) return skip('it is not installed')
    const { status, stderr } = python(`${files!.code}\n${code}`)
    expect(stderr).not.toContain('Traceback')
    expect(status).toBe(0)
  },
)

test('the Python that finds the files and cuts places is right, where there is Python', { timeout: 60_000 }, ({
  skip,
}) => {
  if (python('').status !== 0) return skip('it is not installed')
  const cut = rest.at(-1)!.code
  const { stdout } = python(`${files!.code}\n${cut}\nprint(len(files("statements")), cut("😀 said", 3, 7))`)
  expect(stdout.trim()).toBe('2 said')
})
