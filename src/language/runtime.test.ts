import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadModel } from './model.ts'
import { runtime } from './runtime.ts'

describe('the runtime', () => {
  it('is the native one where its binary loads', async () => expect((await runtime('')).name).toBe('native'))

  it('says what to install when there is none', async () => {
    // onnxruntime-web is no dependency: who needs it installs it.
    await expect(runtime('wasm')).rejects.toMatchObject({
      code: 'E_RUNTIME',
      message: expect.stringContaining('npm install onnxruntime-web'),
    })
  })
})

describe('the model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-model-'))

  it('says where it should be when it is missing', async () => {
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'E_MODEL_MISSING' })
  })

  it('is not read when its format is another', async () => {
    writeFileSync(join(folder, 'english.json'), '{"format": 99}')
    await expect(loadModel(folder)).rejects.toMatchObject({ code: 'E_MODEL_FORMAT' })
  })
})
