/** A query as people type it, read: words, phrases, fields, each perhaps negated. */
import { OnrecordError } from '../../errors.ts'
import { wordsOf } from '../words.ts'
import { type FieldName, fieldNames, fields, type Matching } from './fields.ts'

/** Words that must stand in a row (or must not). A phrase is matched form by form, in order; a single word by its stem. */
export interface Words {
  readonly is: 'word' | 'phrase'
  readonly forms: readonly string[]
  readonly not: boolean
}

/** A field with what it may be: one value must fit. */
export interface Filter {
  readonly is: 'field'
  readonly field: FieldName
  readonly values: readonly string[]
  readonly not: boolean
}

export interface Query {
  readonly words: readonly Words[]
  readonly filters: readonly Filter[]
}

/** A part of a query: a sign, a field, and a value in quotation marks or up to the next white space. */
const PART = /(-?)(?:([\p{L}][\p{L}\p{N}_-]*):)?(?:["“„]([^"”“]*)(["”“]?)|(\S+))/gu

/**
 * Reads a query: `words "a phrase" -word field:value field:"a value" field:one,other -field:value`.
 *
 * @throws OnrecordError E_QUERY, with the place where it went wrong
 */
export function parseQuery(text: string): Query {
  const words: Words[] = []
  const filters: Filter[] = []
  for (const part of text.matchAll(PART)) {
    const [whole, sign, name, quoted, closing, bare] = part
    const at = part.index
    if (quoted !== undefined && closing === '') {
      throw fault(text, at + whole.indexOf(quoted, sign!.length) - 1, 'this quotation mark is not closed', 'Close it.')
    }
    const not = sign === '-'
    if (name !== undefined && !/^\/\//.test(bare ?? '')) {
      filters.push(filterOf(text, at + sign!.length, name, quoted ?? bare ?? '', quoted !== undefined, not))
      continue
    }
    if (bare !== undefined && /:$/.test(bare)) {
      const field = bare.slice(0, -1)
      if (isField(field.toLowerCase())) {
        throw fault(text, at + whole.length, `${field}: has no value`, `Write ${field}:VALUE, without a space.`)
      }
    }
    const forms = wordsOf(quoted ?? bare ?? '').map(({ form }) => form)
    if (forms.length === 0) continue
    // "al-Assad" and a word in quotation marks are phrases: they are matched as they are written.
    const is = quoted !== undefined || forms.length > 1 ? 'phrase' : 'word'
    words.push({ is, forms, not })
  }
  return { words, filters }
}

const isField = (name: string): name is FieldName => Object.hasOwn(fields, name)

function filterOf(text: string, at: number, name: string, value: string, quoted: boolean, not: boolean): Filter {
  const field = name.toLowerCase()
  if (!isField(field)) throw fault(text, at, `there is no field "${name}"`, adviceFor(field))
  const values = (quoted ? [value] : value.split(',')).map((it) => it.trim()).filter((it) => it !== '')
  const place = at + name.length + 1
  if (values.length === 0) throw fault(text, place, `${field}: has no value`, `Write ${field}:VALUE, without a space.`)
  return { is: 'field', field, values: values.map((it) => valueFor(text, place, field, it)), not }
}

/** A value as its field is matched. */
function valueFor(text: string, at: number, field: FieldName, value: string): string {
  const { matching, values } = fields[field] as { matching: Matching; values?: readonly string[] }
  if (matching === 'from' || matching === 'until') return dayFrom(text, at, field, value)
  const code = value.toLowerCase()
  if (values && !values.includes(code)) {
    throw fault(text, at, `${field}: cannot be "${value}"`, `It is one of ${values.join(', ')}.`)
  }
  if (matching === 'name' && wordsOf(value).length === 0) {
    throw fault(text, at, `${field}: needs a name`, `Write ${field}:NAME.`)
  }
  return matching === 'code' ? code : value
}

/** The first day of a year, month or day: "2016", "2016-01", "2016-01-31". */
function dayFrom(text: string, at: number, field: FieldName, value: string): string {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(iso)
  if (year === undefined || Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso)) {
    throw fault(text, at, `"${value}" is no date`, `Write ${field}:2016, ${field}:2016-01 or ${field}:2016-01-31.`)
  }
  return iso
}

function adviceFor(name: string): string {
  const near = fieldNames.filter((field) => distance(name, field) <= 2)
  const list = `Fields are ${fieldNames.join(', ')}. To look for the words themselves, put them in quotation marks.`
  return near.length > 0 ? `Did you mean ${near.map((it) => `${it}:`).join(' or ')}? ${list}` : list
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = [...Array(b.length + 1).keys()]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let k = 1; k <= b.length; k++) {
      next.push(Math.min(row[k]! + 1, next[k - 1]! + 1, row[k - 1]! + (a[i - 1] === b[k - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

/** Names the place by its number, and shows it. */
function fault(text: string, at: number, what: string, remedy: string): OnrecordError {
  const line = text.replace(/\s/g, ' ')
  return new OnrecordError('E_QUERY', `At character ${at + 1}, ${what}. ${remedy}\n  ${line}\n  ${' '.repeat(at)}^`)
}
