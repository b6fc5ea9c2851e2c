/** Lemmas after UD English: endings and exceptions from `lexicon/language/lemmas.tsv`, and rules for case. */
import { readTable } from '../lexicon.ts'

interface Edit {
  strip: number
  add: string
}

/** Proper nouns, foreign words, addresses and the like keep the case they are written in. */
export const keepsCase = (upos: string, xpos: string): boolean =>
  upos === 'PROPN' || xpos === 'NNP' || xpos === 'NNPS' || xpos === 'FW' || xpos === 'ADD'

/** Key of the table: auxiliaries and verbs bend alike, but "'s" is told by its tags. */
export const tagPair = (upos: string, xpos: string): string => `${upos}.${xpos}`

let tables: Map<string, Map<string, Edit>> | undefined

/** The table, read on first use: half of those who load the package never ask for a lemma. */
function editsOf(pair: string): Map<string, Edit> | undefined {
  if (!tables) {
    tables = new Map()
    for (const { tags, form, strip, add } of readTable('language/lemmas.tsv', ['id', 'tags', 'form', 'strip', 'add'])) {
      const edits = tables.get(tags!) ?? tables.set(tags!, new Map()).get(tags!)!
      edits.set(form!, { strip: Number(strip), add: add! })
    }
  }
  return tables.get(pair)
}

const LONGEST_ENDING = 6
/** Capitals without small letters up to here are names of things ("TV", "NATO's"), longer ones shouting. */
const LONGEST_ACRONYM = 4

/** Lemma of a form with its tags; `initial` when it is the first word of its sentence. */
export function lemmaOf(form: string, upos: string, xpos: string, initial: boolean): string {
  const key = form.replaceAll('’', "'").toLowerCase()
  const edit = editFor(key, tagPair(upos, xpos))
  if (keepsCase(upos, xpos)) return edited(form, edit)
  const lemma = edited(key, edit)
  if (lemma === 'i') return 'I'
  const first = form[0]!
  if (first.toLowerCase() === first) return isMixed(form) ? edited(form, edit) : lemma
  // "AM" is "a.m.": a form that the table knows by itself.
  const told = edit !== undefined && edit.add !== '' && editsOf(tagPair(upos, xpos))?.has(key)
  return !told && keepsCapital(form, key, upos, initial) ? edited(form, edit) : lemma
}

/** "iPhone", "mRNA": case within the word means something. */
const isMixed = (form: string): boolean => /\p{Lu}/u.test(form)

function keepsCapital(form: string, key: string, upos: string, initial: boolean): boolean {
  const bare = form.replace(/[^\p{L}]/gu, '')
  if (editsOf('Aa')?.has(key)) return true
  const shouted = bare.length > 1 && bare.toUpperCase() === bare
  if (upos === 'NOUN' || upos === 'SYM' || upos === 'X' || upos === 'NUM')
    return shouted && bare.length <= LONGEST_ACRONYM
  return upos === 'ADJ' && !initial && !shouted
}

function editFor(key: string, pair: string): Edit | undefined {
  const edits = editsOf(pair)
  if (!edits) return undefined
  const whole = edits.get(key)
  if (whole) return whole
  for (let n = Math.min(LONGEST_ENDING, key.length); n >= 0; n--) {
    const edit = edits.get(`~${n === 0 ? '' : key.slice(-n)}`)
    if (edit) return edit
  }
  return undefined
}

function edited(form: string, edit: Edit | undefined): string {
  if (!edit || edit.strip > form.length) return form
  const stem = form.slice(0, form.length - edit.strip)
  // "AGREED" -> "AGREE"
  const lemma =
    stem + (stem.length > 1 && stem === stem.toUpperCase() && /\p{Lu}/u.test(stem) ? edit.add.toUpperCase() : edit.add)
  return lemma === '' ? form : lemma
}
