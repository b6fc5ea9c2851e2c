/**
 * Counts how forms turn into lemmas in treebanks and writes `lexicon/language/lemmas.tsv`: for each pair of tags the endings that
 * tell the edit, and the forms that go their own way. `tsx scripts/count-lemmas.ts FILE.conllu.gz... > lexicon/language/lemmas.tsv`
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type ConlluSentence, readConllu } from '../src/language/conllu.ts'
import { keepsCase, tagPair } from '../src/language/lemma.ts'

const LONGEST_ENDING = 6
/** Only these bend by endings; of the others each form stands for itself. */
const OPEN = /^(?:NOUN|VERB|ADJ|ADV|PROPN|NUM)\./
/** Types that an ending must be seen on: below, it is chance. */
const FEWEST_TYPES = 3

type Edit = string

/** "strip|add": how many code units go from the end, and what comes. */
function editOf(form: string, lemma: string): Edit {
  let same = 0
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++
  return `${form.length - same}|${lemma.slice(same)}`
}

function most<T>(counts: ReadonlyMap<T, number>): T {
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

const add = <K>(counts: Map<K, number>, key: K): Map<K, number> => counts.set(key, (counts.get(key) ?? 0) + 1)

interface Counts {
  /** By tag pair, then form: how often each lemma. */
  lemmas: Map<string, Map<string, Map<string, number>>>
  /** By form: how often a capitalised word that is no name kept its capital in the lemma, and not. */
  capitals: Map<string, [number, number]>
}

function countIn(sentences: readonly ConlluSentence[], { lemmas, capitals }: Counts): void {
  for (const { words } of sentences) {
    for (const { form, lemma, upos, xpos } of words) {
      if (lemma === '_' || form === '_' || form.startsWith('~')) continue
      const key = form.replaceAll('’', "'").toLowerCase()
      const pair = tagPair(upos, xpos)
      const forms = lemmas.get(pair) ?? lemmas.set(pair, new Map()).get(pair)!
      add(forms.get(key) ?? forms.set(key, new Map()).get(key)!, lemma.toLowerCase())
      if (!keepsCase(upos, xpos) && /^\p{Lu}/u.test(form) && key !== 'i') {
        const seen = capitals.get(key) ?? capitals.set(key, [0, 0]).get(key)!
        seen[/^\p{Lu}/u.test(lemma) ? 0 : 1]++
      }
    }
  }
}

/** Rows of one tag pair: endings, shortest first, then whole forms where no ending is right. */
function rowsOfPair(pair: string, forms: ReadonlyMap<string, ReadonlyMap<string, number>>): [string, Edit][] {
  const edits = new Map([...forms].map(([form, lemmas]) => [form, editOf(form, most(lemmas))]))
  const byEnding = new Map<string, Map<Edit, number>>()
  for (const [form, edit] of OPEN.test(pair) ? edits : []) {
    for (let n = 0; n <= Math.min(LONGEST_ENDING, form.length); n++) {
      const ending = n === 0 ? '' : form.slice(-n)
      add(byEnding.get(ending) ?? byEnding.set(ending, new Map()).get(ending)!, edit)
    }
  }
  const kept = new Map<string, Edit>()
  const foretold = (form: string, longest: number): Edit => {
    for (let n = Math.min(longest, form.length); n >= 0; n--) {
      const edit = kept.get(n === 0 ? '' : form.slice(-n))
      if (edit !== undefined) return edit
    }
    return '0|'
  }
  for (const [ending, counts] of [...byEnding].sort(([a], [b]) => a.length - b.length)) {
    const types = [...counts.values()].reduce((sum, count) => sum + count, 0)
    const edit = most(counts)
    if (types >= FEWEST_TYPES && edit !== foretold(ending, ending.length)) kept.set(ending, edit)
  }
  const exceptions = [...edits].filter(([form, edit]) => foretold(form, LONGEST_ENDING) !== edit)
  return [...[...kept].map(([ending, edit]): [string, Edit] => [`~${ending}`, edit]), ...exceptions]
}

const counts: Counts = { lemmas: new Map(), capitals: new Map() }
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file)
  countIn(readConllu((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()), counts)
}
const lines = [
  '# How forms turn into lemmas, counted by scripts/count-lemmas.ts over the training parts of UD English GUM and EWT.',
  '# tags: UPOS and XPOS. form: an ending after "~", or a whole form. strip, add: what goes from the end, and what comes.',
  '# The pair "Aa" lists words that keep their capital though they are no proper nouns.',
  'id\ttags\tform\tstrip\tadd',
]
for (const [pair, forms] of [...counts.lemmas].sort(([a], [b]) => (a < b ? -1 : 1))) {
  for (const [form, edit] of rowsOfPair(pair, forms)) {
    const [strip, added] = edit.split('|')
    if (!/[\t\n#]/.test(form)) lines.push(`lemma.${pair}.${form}\t${pair}\t${form}\t${strip}\t${added}`)
  }
}
for (const [form, [kept, lowered]] of counts.capitals) {
  if (kept > lowered && kept > 1) lines.push(`lemma.Aa.${form}\tAa\t${form}\t0\t`)
}
console.log(lines.join('\n'))
