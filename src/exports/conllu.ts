/** CoNLL-U of the articles' texts, by the language room: trees are not kept in a Reading, so the texts are analysed again. */
import { analyse, toConllu } from '../language/index.ts'
import { formatOf } from './format.ts'

export const conllu = formatOf({
  name: 'conllu',
  description: 'CoNLL-U: sentences, tags, dependencies and names (the texts are analysed again)',
  documented: 'https://universaldependencies.org/format.html',
  file: 'sentences.conllu',
  about: { title: 'Sentences in CoNLL-U', format: 'conllu', mediatype: 'text/plain' },
  start:
    () =>
    async ({ id, text }) => [toConllu(await analyse(text), id)],
})
