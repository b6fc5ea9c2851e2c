/** Text in, analysis out: segmentation, then the model, then lemmas, names and titles. */
import type { Warn } from '../step.ts'
import { agreedNames } from './agreement.ts'
import type { Analysis, Name, Token } from './analysis.ts'
import { withKnownNames } from './known-names.ts'
import { lemmaOf } from './lemma.ts'
import { model } from './model.ts'
import { isTitle, namesOf, titlesOf } from './names.ts'
import { parsesOf } from './parse.ts'
import { segment } from './segment.ts'

/** Everything this room can tell of a text. The first call loads the model. */
export async function analyse(text: string, warn: Warn = () => {}): Promise<Analysis> {
  return analyseSegmented(segment(text, warn))
}

/** Reads sentences and tokens that are given, for measuring on a treebank's own. */
export async function analyseSegmented(segmented: Analysis): Promise<Analysis> {
  const { sentences } = segmented
  if (sentences.length === 0) return segmented
  const reader = await model()
  const { upos, xpos, deprel, names } = reader.meta.tags
  const forms = sentences.map(({ first, last }) => segmented.tokens.slice(first, last).map((token) => token.form))
  const { parses, known } = await parsesOf(reader, forms)
  const tokens: Token[] = []
  sentences.forEach(({ first, last }, s) => {
    const parse = parses[s]!
    for (let index = first; index < last; index++) {
      const t = index - first
      const { form, start, end } = segmented.tokens[index]!
      const [universal, penn] = [upos[parse.upos[t]!]!, xpos[parse.xpos[t]!]!]
      tokens.push({
        index,
        form,
        start,
        end,
        lemma: lemmaOf(form, universal, penn, t === 0),
        upos: universal,
        xpos: penn,
        head: parse.heads[t] === 0 ? -1 : first + parse.heads[t]! - 1,
        deprel: deprel[parse.deprel[t]!]!,
        name: names[parse.names[t]!]!,
      })
    }
  })
  const read = { ...segmented, tokens, known }
  const agreed = agreedNames(read, withKnownNames(read, namesOf(tokens, sentences)), isTitle)
  return { ...read, tokens: tagged(tokens, agreed), names: agreed, titles: titlesOf(tokens, sentences, agreed) }
}

/** Tokens with the name tags that the final names give them. */
function tagged(tokens: readonly Token[], names: readonly Name[]): Token[] {
  const tags = new Array<string>(tokens.length).fill('O')
  for (const { first, last, type } of names) {
    for (let i = first; i < last; i++) tags[i] = `${i === first ? 'B' : 'I'}-${type}`
  }
  return tokens.map((token, i) => (token.name === tags[i] ? token : { ...token, name: tags[i]! }))
}
