/** What the API takes and gives, as OpenAPI 3.1, made from the lists and the record's tables. */
import { z } from 'zod'
import { version } from '../exports/index.ts'
import { readingJsonSchema } from '../reading.ts'
import { type Column, type ColumnType, CorrectionAsked, ledgerViews, tables } from '../record/index.ts'
import { formats } from './download.ts'
import { type List, lists } from './lists.ts'

const jsonTypes: Readonly<Record<ColumnType, object>> = {
  text: { type: 'string' },
  int: { type: 'integer' },
  real: { type: 'number' },
  bool: { type: 'boolean' },
  day: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  bytes: { type: 'string' },
  texts: { type: 'array', items: { type: 'string' } },
  ints: { type: 'array', items: { type: 'integer' } },
  spans: { type: 'array', items: { type: 'object' } },
  mentions: { type: 'array', items: { type: 'object' } },
  warnings: { type: 'array', items: { type: 'object' } },
}

const parameter = (name: string, description: string, schema: object, required = false) => ({
  name,
  in: 'query',
  description,
  required,
  schema,
})
const text = { type: 'string' }
const json = (schema: object) => ({ 'application/json': { schema } })
const fault = { description: 'What is wrong, and what to do.', content: json({ $ref: '#/components/schemas/Fault' }) }
const answers = (description: string, schema: object) => ({
  '200': { description, content: json(schema) },
  '304': { description: 'As it was: the ETag that was sent still holds.' },
  default: fault,
})
const rowOf = (columns: readonly (Pick<Column, 'name' | 'meaning'> & Partial<Column>)[]) => ({
  type: 'object',
  properties: Object.fromEntries(
    columns.map(({ name, type, meaning }) => [name, { ...(type && jsonTypes[type]), description: meaning }]),
  ),
})
const columnsOf = (name: string) =>
  name in tables ? tables[name as keyof typeof tables].columns : ledgerViews.find((it) => it.name === name)!.columns

const paging = [
  parameter('limit', 'Rows of a page.', { type: 'integer', minimum: 1, maximum: 500, default: 50 }),
  parameter('cursor', '`next` of the page before.', text),
]

function listPaths(name: string, list: List) {
  const filters = Object.entries(list.filters).map(([key, { meaning, schema }]) => {
    const { $schema: _, ...told } = z.toJSONSchema(schema)
    return parameter(key, meaning, told)
  })
  const page = {
    type: 'object',
    properties: {
      total: { type: 'integer', description: 'Rows in all.' },
      rows: { type: 'array', items: rowOf(columnsOf(name)) },
      next: { ...text, description: 'Where the next page begins; absent on the last.' },
      sql: { ...text, description: 'The list as a question to the record.' },
    },
  }
  return {
    [`/api/${name}`]: {
      get: {
        summary: `${list.row} A page of a list.`,
        parameters: [...filters, ...paging],
        responses: answers('A page.', page),
      },
    },
    ...filePaths(name, filters),
  }
}

const filePaths = (name: string, parameters: object[]) =>
  Object.fromEntries(
    formats.map((format) => [
      `/api/${name}.${format}`,
      {
        get: {
          summary: `All rows as ${format}.`,
          parameters,
          responses: { '200': { description: 'A file.' }, default: fault },
        },
      },
    ]),
  )

const one = (name: string, summary: string, schema: object) => ({
  [`/api/${name}/{id}`]: {
    get: {
      summary,
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      responses: answers(summary, schema),
    },
  },
})

/** The document at `/api/openapi.json`. */
export function openApi() {
  const q = parameter('q', 'Words of a name, or an id.', text)
  const sql = parameter('q', 'One SELECT in the SQL of DuckDB; docs/data-dictionary.md has the tables.', text, true)
  const pair = ['a', 'b'].map((it) => parameter(it, 'Id of an actor, or a country (ISO 3166-1 alpha-3).', text, true))
  const get = (summary: string, parameters: object[]) => ({
    get: { summary, parameters, responses: answers(summary, { type: 'object' }) },
  })
  const query = parameter('q', 'Words, "phrases" and field:value.', text, true)
  const { $schema: ___, ...correction } = z.toJSONSchema(CorrectionAsked, { unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  const { $schema: _, $id: __, ...reading } = readingJsonSchema() as Record<string, unknown>
  return {
    openapi: '3.1.0',
    info: {
      title: 'onrecord',
      version: version(),
      description: 'A record of news: who said what, who did what, what was promised.',
    },
    paths: {
      '/api/status': get('What the record holds.', []),
      ...Object.assign({}, ...Object.entries(lists).map(([name, list]) => listPaths(name, list))),
      ...one('documents', 'An article with all that was read from it.', {
        type: 'object',
        properties: { reading: { $ref: '#/components/schemas/Reading' } },
      }),
      '/api/actors': get('Everybody on record, by name.', [q]),
      ...filePaths('actors', [q]),
      ...one('actors', 'What is on record of an actor.', { type: 'object' }),
      '/api/pairs': get('What two parties did to each other, month by month.', pair),
      ...filePaths('pairs', pair),
      '/api/sql': get('A question to the record; it is only read.', [sql]),
      ...filePaths('sql', [sql]),
      '/api/search': get('Results of a search, ranked, with counts by facet: docs/guide/search.md.', [
        query,
        ...paging,
      ]),
      ...filePaths('search', [query]),
      '/api/search.atom': {
        get: {
          summary: 'Results as an Atom feed.',
          parameters: [query],
          responses: { '200': { description: 'A feed.' }, default: fault },
        },
      },
      ...one('stories', 'The documents that carry the report of one, the origin first, and which words differ.', {
        type: 'object',
      }),
      '/api/corrections': {
        ...get('All corrections, the latest first.', []),
        post: {
          summary: 'Rejects, corrects or merges a row, or undoes that.',
          requestBody: { required: true, content: json({ $ref: '#/components/schemas/Correction' }) },
          responses: { '201': { description: 'It is kept.' }, default: fault },
        },
      },
    },
    components: {
      schemas: {
        Reading: reading,
        Correction: correction,
        Fault: {
          type: 'object',
          required: ['error'],
          properties: {
            error: { type: 'object', required: ['code', 'message'], properties: { code: text, message: text } },
          },
        },
      },
    },
  }
}
