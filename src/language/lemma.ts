/** Lemmas after UD English: verbs that are known by their forms, endings and exceptions from `lexicon/language/lemmas.tsv`, and rules for case. */
import { readTable } from '../lexicon.ts'
import { knownVerb } from './inflection.ts'

interface Edit {
  strip: number
  add: string
}

/** Proper nouns, foreign words, addresses and the like keep the case they are written in. */
export const keepsCase = (upos: string, xpos: string): boolean =>
  upos === 'PROPN' || xpos === 'NNP' || xpos === 'NNPS' || xpos === 'FW' || xpos === 'ADD'

/** Key of the table: auxiliaries and verbs bend alike, but "'s" is told by its tags. */
export const tagPair = (upos: string, xpos: string): string => `${upos}.${xpos}`

/** What the table says of a pair of tags: edits of whole forms, and of forms by their ending. */
interface Edits {
  wholes: Map<string, Edit>
  endings: Map<string, Edit>
  /** What was found for the forms met last: news repeats its words. */
  met: Map<string, Edit | undefined>
}

/** So many forms are kept for a pair of tags. */
const KEPT = 20_000

let tables: Map<string, Edits> | undefined

const noEdits = (): Edits => ({ wholes: new Map(), endings: new Map(), met: new Map() })

/** The table, read on first use: half of those who load the package never ask for a lemma. */
function editsOf(pair: string): Edits | undefined {
  if (!tables) {
    tables = new Map()
    for (const { tags, form, strip, add } of readTable('language/lemmas.tsv', ['id', 'tags', 'form', 'strip', 'add'])) {
      const edits = tables.get(tags!) ?? tables.set(tags!, noEdits()).get(tags!)!
      const edit = { strip: Number(strip), add: add! }
      if (form!.startsWith('~')) edits.endings.set(form!.slice(1), edit)
      else edits.wholes.set(form!, edit)
    }
  }
  return tables.get(pair)
}

const LONGEST_ENDING = 6
/** Capitals without small letters up to here are names of things ("TV", "NATO's"), longer ones shouting. */
const LONGEST_ACRONYM = 4

/** Lemma of a form with its tags; `initial` when it is the first word of its sentence. */
export function lemmaOf(form: string, upos: string, xpos: string, initial: boolean): string {
  const key = (form.includes('’') ? form.replaceAll('’', "'") : form).toLowerCase()
  const edits = editsOf(tagPair(upos, xpos))
  const verb = upos === 'VERB' && !edits?.wholes.has(key) ? knownVerb(key, xpos) : undefined
  if (verb) return verb
  const edit = edits && editFor(key, edits)
  if (keepsCase(upos, xpos)) return edited(form, edit)
  const lemma = edited(key, edit)
  if (lemma === 'i') return 'I'
  const first = form[0]!
  if (first.toLowerCase() === first) return isMixed(form) ? edited(form, edit) : lemma
  // "AM" is "a.m.": a form that the table knows by itself.
  const told = edit !== undefined && edit.add !== '' && edits?.wholes.has(key)
  return !told && keepsCapital(form, key, upos, initial) ? edited(form, edit) : lemma
}

/** "iPhone", "mRNA": case within the word means something. */
const isMixed = (form: string): boolean => /\p{Lu}/u.test(form)

function keepsCapital(form: string, key: string, upos: string, initial: boolean): boolean {
  const bare = form.replace(/[^\p{L}]/gu, '')
  if (editsOf('Aa')?.wholes.has(key)) return true
  const shouted = bare.length > 1 && bare.toUpperCase() === bare
  if (upos === 'NOUN' || upos === 'SYM' || upos === 'X' || upos === 'NUM')
    return shouted && bare.length <= LONGEST_ACRONYM
  return upos === 'ADJ' && !initial && !shouted
}

function editFor(key: string, edits: Edits): Edit | undefined {
  const { met } = edits
  const before = met.get(key)
  if (before || met.has(key)) return before
  if (met.size >= KEPT) met.clear()
  const edit = editIn(key, edits)
  met.set(key, edit)
  return edit
}

function editIn(key: string, { wholes, endings }: Edits): Edit | undefined {
  const whole = wholes.get(key)
  if (whole) return whole
  for (let at = Math.max(0, key.length - LONGEST_ENDING); at <= key.length; at++) {
    const edit = endings.get(key.slice(at))
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
