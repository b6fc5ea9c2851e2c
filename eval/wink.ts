/** winkNLP as a peer in benchmarks: what one gets from JavaScript alone, without a net. */
import winkModel from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Sentence, Token } from '../src/language/analysis.ts'
import type { Analysis } from '../src/language/index.ts'

/** winkNLP's reading in our shape, so that both are scored by the same code; by paragraphs, which it does not look for. */
export function winkReader(): (text: string) => Analysis {
  const nlp = winkNLP(winkModel, ['sbd', 'pos'])
  const { its } = nlp
  return (text) => {
    const tokens: Token[] = []
    const sentences: Sentence[] = []
    let at = 0
    text.split('\n\n').forEach((part, paragraph) => {
      const doc = nlp.readDoc(part)
      const forms = doc.tokens().out(its.value) as string[]
      const upos = doc.tokens().out(its.pos) as unknown as string[]
      const base = tokens.length
      forms.forEach((form, i) => {
        const found = text.indexOf(form, at)
        const start = found < 0 ? at : found
        at = start + form.length
        const unread = { lemma: form, xpos: '', head: -1, deprel: 'dep', name: 'O' }
        tokens.push({ index: base + i, form, start, end: at, upos: upos[i]!, ...unread })
      })
      for (const [from, to] of doc.sentences().out(its.span) as unknown as [number, number][]) {
        const [first, last] = [base + from, base + to + 1]
        sentences.push({ start: tokens[first]!.start, end: tokens[last - 1]!.end, first, last, paragraph })
      }
    })
    return { text, sentences, tokens, names: [], titles: [] }
  }
}
