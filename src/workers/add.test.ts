import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OnrecordError } from '../errors.ts'
import type { Reading } from '../reading.ts'
import { readingFor, rows as rowsOf } from '../record/fixture.ts'
import { forgottenKey, keyOf, openRecord, openWriter } from '../record/index.ts'
import type { Input } from '../sources/index.ts'
import { type AddOptions, addInputs } from './add.ts'

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'onrecord-add-')), 'record')

/** An input whose text is read as a reading of that id, unless one is given. */
const input = (text: string, given: Partial<Input> = {}): Input => ({
  uri: `${text}.txt`,
  format: 'text',
  body: { kind: 'text', data: text },
  ...given,
})
const missing: Input = { uri: 'gone.txt', format: 'text', error: new OnrecordError('E_NOT_FOUND', 'It is not there.') }

/** Stands for the pipeline: what is kept, not what is read, is the point here. */
async function stub({ body, id, uri, error }: Input): Promise<Reading> {
  const text = String(body?.data)
  const reading = readingFor(id ?? text, text)
  const { code, message } = error ?? { code: 'E_EMPTY', message: 'Nothing in it.' }
  return error || text === 'empty'
    ? { ...reading, errors: [{ code, message }] }
    : { ...reading, source: { uri, format: 'text' } }
}

async function add(folder: string, inputs: Input[], options: Partial<AddOptions> = {}) {
  const writer = await openWriter(folder)
  async function* stream() {
    yield* inputs
  }
  try {
    const { limited, ...counts } = await addInputs(writer, stream(), {
      read: stub,
      width: 4,
      reader: '1.0',
      ...options,
    })
    return { ...Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)), ...(limited && { limited }) }
  } finally {
    writer.close()
  }
}
const rows = async (folder: string, sql: string) => rowsOf(await openRecord(folder), sql)
const documents = (folder: string) => rows(folder, 'SELECT id, reader FROM documents ORDER BY id')

describe('adding', { timeout: 60_000 }, () => {
  test('the same inputs twice, in another order and other batches, changes nothing', async () => {
    const folder = newFolder()
    const inputs = ['a', 'b', 'c', 'd', 'e'].map((it) => input(it))
    expect(await add(folder, inputs, { batch: 2 })).toEqual({ added: 5 })
    const { manifest } = await openRecord(folder)
    expect(manifest.segments.map(({ tables }) => tables.documents?.rows)).toEqual([2, 2, 1])
    expect(await add(folder, [...inputs.reverse(), input('a', { uri: 'elsewhere.txt' })], { batch: 3 })).toEqual({
      known: 6,
    })
    expect((await openRecord(folder)).manifest).toEqual(manifest)
    expect(await add(folder, [input('f'), ...inputs])).toEqual({ added: 1, known: 5 })
  })

  test('another input of a known document is noted as a copy, once', async () => {
    const folder = newFolder()
    const twice = [input('a', { id: '7', outlet: 'One' }), input('a', { id: '7', outlet: 'Two' })]
    expect(await add(folder, twice)).toEqual({ added: 1, copies: 1 })
    expect(await add(folder, twice)).toEqual({ known: 2 })
    expect(await rows(folder, 'SELECT document, outcome FROM inputs')).toEqual([
      ['7', 'added'],
      ['7', 'copy'],
    ])
  })

  test('what cannot be read is kept as an error, told every time it cannot be opened, and kept once', async () => {
    const folder = newFolder()
    const inputs = [missing, input('empty'), missing, input('a')]
    expect(await add(folder, inputs)).toEqual({ added: 1, failed: 3 })
    expect(await add(folder, inputs)).toEqual({ known: 2, failed: 2 })
    expect(await rows(folder, 'SELECT uri, code FROM errors')).toEqual([
      ['gone.txt', 'E_NOT_FOUND'],
      ['empty.txt', 'E_EMPTY'],
    ])
  })

  test('a newer reader reads anew only when asked, and its readings take the place of the old', async () => {
    const folder = newFolder()
    await add(folder, [input('a'), input('b'), input('empty')])
    expect(await add(folder, [input('a'), input('c')], { reader: '2.0' })).toEqual({ added: 1, older: 1 })
    expect(await add(folder, [input('a'), input('empty')], { reader: '2.0', again: true })).toEqual({
      added: 1,
      failed: 1,
    })
    expect(await documents(folder)).toEqual([
      ['a', '2.0'],
      ['b', '1.0'],
      ['c', '2.0'],
    ])
    expect(await rows(folder, 'SELECT reader FROM errors')).toEqual([['2.0']])
    expect(await add(folder, [input('a')], { reader: '2.0', again: true })).toEqual({ known: 1 })
  })

  test('a new text under a given id is passed over as a copy, or takes its place with again', async () => {
    const folder = newFolder()
    await add(folder, [input('old', { id: '7' })])
    expect(await add(folder, [input('new', { id: '7' })])).toEqual({ copies: 1 })
    expect(await add(folder, [input('newer', { id: '7' }), input('newest', { id: '7' })], { again: true })).toEqual({
      added: 1,
      copies: 1,
    })
    expect(await rows(folder, 'SELECT content_text FROM statements')).toEqual([['will open newer']])
  })

  test('what was forgotten stays so, under its key and under its id, unless asked for', async () => {
    const folder = newFolder()
    await add(folder, [input('a')])
    const writer = await openWriter(folder)
    const key = keyOf(input('a'))
    await writer.forget({ documents: ['a'], inputs: [key] }, [forgottenKey(key), forgottenKey('a')])
    writer.close()
    expect(await add(folder, [input('a'), input('a', { title: 'Otherwise' })])).toEqual({ forgotten: 2 })
    expect(await add(folder, [input('a')], { remember: true })).toEqual({ added: 1 })
  })

  test('stops at the limit, or at the signal, and goes on from there', async () => {
    const folder = newFolder()
    const inputs = Array.from({ length: 10 }, (_, n) => input(`n${n}`))
    expect(await add(folder, inputs, { limit: 3 })).toEqual({ added: 3, limited: true })
    const controller = new AbortController()
    const onProgress = ({ kind }: { kind: string }) => kind === 'added' && controller.abort()
    const stopped = await add(folder, inputs, { width: 1, signal: controller.signal, onProgress })
    expect(stopped).toEqual({ added: 1, known: 3 })
    expect(await add(folder, inputs)).toEqual({ added: 6, known: 4 })
  })

  test('a fault of ours is told and not held against the input; one of the installation ends the run, what was read kept', async () => {
    const folder = newFolder()
    const failing = (code: string) => async (it: Input) =>
      it.body?.data === 'b' ? { ...(await stub(it)), errors: [{ code, message: 'Oh.' }] } : stub(it)
    expect(await add(folder, [input('b')], { read: failing('E_INTERNAL') })).toEqual({ failed: 1 })
    const broken = add(folder, [input('a'), input('b'), input('c')], { read: failing('E_MODEL_MISSING') })
    await expect(broken).rejects.toMatchObject({ code: 'E_MODEL_MISSING' })
    expect(await documents(folder)).toEqual([['a', '1.0']])
    expect(await add(folder, [input('b')])).toEqual({ added: 1 })
  })
})
