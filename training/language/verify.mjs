// Runs models/english.onnx in onnxruntime-node: checks its examples, measures speed, writes parses for evaluate.py.
//   node verify.mjs MODELS [SENTENCES.ndjson OUTPUTS.ndjson]     run it where onnxruntime-node is installed
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const ort = createRequire(`${process.cwd()}/`)('onnxruntime-node')
const [folder, sentencesFile, outputsFile] = process.argv.slice(2)
const meta = JSON.parse(readFileSync(join(folder, 'english.json'), 'utf8'))
const started = performance.now()
const session = await ort.InferenceSession.create(join(folder, meta.model), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  extra: { session: { intra_op: { allow_spinning: '0' } } },
})
console.log(`load ${(performance.now() - started).toFixed(0)} ms`)

const BATCH_TOKENS = 1024
const WIDTH = meta.features.parts.length

async function run(batch) {
  const B = batch.length
  const T = Math.max(...batch.map((s) => s.words.length))
  const words = new Int32Array(B * T)
  const parts = new Int32Array(B * T * WIDTH)
  batch.forEach((s, b) => {
    s.words.forEach((word, t) => {
      words[t * B + b] = word
      parts.set(s.parts[t], (t * B + b) * WIDTH)
    })
  })
  const out = await session.run({
    words: new ort.Tensor('int32', words, [T, B]),
    parts: new ort.Tensor('int32', parts, [T, B, WIDTH]),
    lengths: new ort.Tensor(
      'int32',
      Int32Array.from(batch, (s) => s.words.length),
      [B],
    ),
  })
  return { T, out }
}

function isTree(heads) {
  if (heads.filter((h) => h === 0).length !== 1) return false
  return heads.every((_, i) => {
    let k = i + 1
    for (let n = 0; k !== 0; n++) {
      if (n > heads.length) return false
      k = heads[k - 1]
    }
    return true
  })
}

/** Best name tags by Viterbi over name_scores from row `from`: an I- only after its own type. FEATURES.md shows it. */
function bestNames(scores, from, n) {
  const tags = meta.tags.names
  const K = tags.length
  const came = new Int32Array(n * K)
  let best = tags.map((tag, k) => (tag[0] === 'I' ? -Infinity : scores[from * K + k]))
  for (let t = 1; t < n; t++) {
    const top = best.indexOf(Math.max(...best))
    const next = tags.map((tag, k) => {
      let prev = top
      if (tag[0] === 'I') prev = best[k - 1] >= best[k] ? k - 1 : k // tags stand as O, B-PER, I-PER, B-ORG, I-ORG, ...
      came[t * K + k] = prev
      return best[prev] + scores[(from + t) * K + k]
    })
    best = next
  }
  const path = [best.indexOf(Math.max(...best))]
  for (let t = n - 1; t > 0; t--) path.unshift(came[t * K + path[0]])
  return path
}

function sentenceOf(batch, b, T, out) {
  const n = batch[b].words.length
  const row = (name) => Array.from(out[name].data.subarray(b * T, b * T + n))
  const s = {
    set: batch[b].set,
    at: batch[b].at,
    ...Object.fromEntries(['upos', 'xpos', 'heads', 'deprel'].map((k) => [k, row(k)])),
  }
  s.names = bestNames(out.name_scores.data, b * T, n)
  if (!isTree(s.heads)) {
    const R = 2 * meta.relation.size
    const rows = (name, width, from, count) =>
      Array.from({ length: count }, (_, i) =>
        Array.from(out[name].data.subarray((from + i) * width, (from + i + 1) * width)),
      )
    s.arcs = rows('arcs', T + 1, b * T, n).map((r) => r.slice(0, n + 1))
    s.relation_dep = rows('relation_dep', R, b * T, n)
    s.relation_head = rows('relation_head', R, b * (T + 1), n + 1)
  }
  return s
}

const { T, out } = await run(meta.examples)
meta.examples.forEach((example, b) => {
  const s = sentenceOf(meta.examples, b, T, out)
  for (const k of ['upos', 'xpos', 'names', 'deprel', 'heads']) {
    const got = k === 'heads' ? s.heads : s[k].map((id) => meta.tags[k][id])
    const wrong = got.filter((v, i) => v !== example[k][i]).length
    console.log(`example ${b} ${k}: ${wrong} of ${got.length} differ from PyTorch`)
    if (wrong > got.length / 10) process.exitCode = 1
  }
})

if (sentencesFile) {
  const sentences = readFileSync(sentencesFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l))
  sentences.sort((a, b) => a.words.length - b.words.length)
  const batches = [[]]
  for (const s of sentences) {
    if ((batches.at(-1).length + 1) * s.words.length > BATCH_TOKENS) batches.push([])
    batches.at(-1).push(s)
  }
  const lines = []
  let ms = 0
  let tokens = 0
  for (const batch of batches.filter((b) => b.length)) {
    const t = performance.now()
    const got = await run(batch)
    ms += performance.now() - t
    for (let b = 0; b < batch.length; b++) {
      tokens += batch[b].words.length
      lines.push(JSON.stringify(sentenceOf(batch, b, got.T, got.out)))
    }
  }
  console.log(`${tokens} tokens, ${Math.round(tokens / (ms / 1000))} tokens/s, one thread, ids given`)
  writeFileSync(outputsFile, `${lines.join('\n')}\n`)
}
