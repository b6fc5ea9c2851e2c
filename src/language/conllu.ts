/** CoNLL-U (universaldependencies.org/format.html): reading treebanks for measuring, writing analyses. */
import type { Analysis, Token } from './analysis.ts'

export interface ConlluWord {
  form: string
  lemma: string
  upos: string
  xpos: string
  /** Number of the head in the sentence, from 1; 0 is the root. */
  head: number
  deprel: string
  misc: string
}

export interface ConlluSentence {
  id: string
  /** Name of the document, as `# newdoc id` or `# doc` has it. */
  doc: string
  /** Whether a paragraph begins here. */
  newpar: boolean
  text: string
  words: ConlluWord[]
}

/** Sentences of a CoNLL-U file. Lines of multiword tokens and empty nodes are passed over: the words within count. */
export function readConllu(content: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = []
  let doc = ''
  let open: ConlluSentence = { id: '', doc, newpar: false, text: '', words: [] }
  for (const line of content.split(/\r?\n/)) {
    if (line === '') {
      if (open.words.length > 0) {
        sentences.push({ ...open, doc, text: open.text || open.words.map((word) => word.form).join(' ') })
        open = { id: '', doc, newpar: false, text: '', words: [] }
      }
      continue
    }
    if (line.startsWith('#')) {
      const [, key, value] = /^#\s*([\w ]+?)\s*(?:=\s*(.*))?$/.exec(line) ?? []
      if (key === 'sent_id') open.id = value ?? ''
      else if (key === 'text') open.text = value ?? ''
      else if (key === 'newpar' || key === 'newpar id') open.newpar = true
      else if (key === 'newdoc id' || key === 'doc') {
        if (value !== doc) open.newpar = true
        doc = value ?? ''
      }
      continue
    }
    const cells = line.split('\t')
    if (!/^\d+$/.test(cells[0] ?? '')) continue
    const [, form = '', lemma = '_', upos = '_', xpos = '_', , head = '0', deprel = '_', , misc = '_'] = cells
    open.words.push({ form, lemma, upos, xpos, head: Number(head), deprel, misc })
  }
  if (open.words.length > 0) sentences.push({ ...open, doc })
  return sentences
}

/** Places [start, end) of the words in `sentence.text`, found in order; words that are not there as written share the gap. */
export function placesOf(sentence: ConlluSentence): [number, number][] {
  const { text, words } = sentence
  const places: [number, number][] = []
  let at = 0
  for (const { form } of words) {
    while (at < text.length && /\s/.test(text[at]!)) at++
    const here = text.startsWith(form, at)
    const end = here ? at + form.length : Math.min(text.length, Math.max(at + 1, at + form.length))
    places.push([at, end])
    at = end
  }
  return places
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/**
 * An analysis as CoNLL-U. MISC holds `NER` (BIO tags), `SpaceAfter=No`, and `start_char` and `end_char`, which count UTF-16 code units
 * of the whole text.
 */
export function toConllu({ text, sentences, tokens }: Analysis, id?: string): string {
  const lines: string[] = id === undefined ? [] : [`# newdoc id = ${oneLine(id)}`]
  sentences.forEach(({ start, end, first, last, paragraph }, s) => {
    if (s === 0 || paragraph !== sentences[s - 1]!.paragraph) lines.push('# newpar')
    lines.push(
      `# sent_id = ${id === undefined ? '' : `${oneLine(id)}-`}${s + 1}`,
      `# text = ${oneLine(text.slice(start, end))}`,
    )
    for (const token of tokens.slice(first, last)) {
      const head = token.head === -1 ? 0 : token.head - first + 1
      const cells = [
        token.index - first + 1,
        token.form,
        token.lemma,
        token.upos,
        token.xpos || '_',
        '_',
        head,
        token.deprel,
        '_',
      ]
      lines.push([...cells, miscOf(token, tokens[token.index + 1]?.start)].join('\t'))
    }
    lines.push('')
  })
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}

function miscOf(token: Token, next: number | undefined): string {
  const ner = token.name === 'O' ? [] : [`NER=${token.name}`]
  const space = token.end === next ? ['SpaceAfter=No'] : []
  return [...ner, ...space, `end_char=${token.end}`, `start_char=${token.start}`].join('|')
}
