/** Routes that answer with rows: a page of them in JSON, and all of them as a file. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { ask } from '../record/index.ts'
import { actorsSql } from './actor.ts'
import { fresh, queryOf } from './answer.ts'
import { download, formats } from './download.ts'
import type { Held, HeldRecord } from './held.ts'
import { askedOf, pageOf, sqlOf } from './list-page.ts'
import { type List, lists } from './lists.ts'
import { pairOf, pairSql } from './pair.ts'
import { parametersOf } from './parameters.ts'

/** What a request asks: all rows as SQL, and what its page shows of them. */
interface Question {
  readonly sql: string
  page(held: Held): Promise<object>
}

/** A question on the SQL page: seconds, and rows shown. */
const SQL_LIMITS = { seconds: 20, rows: 1000 }
/** A download may be the whole of a list. */
const FILE_LIMITS = { seconds: 120 }
/** Actors of a page. */
const ACTORS = 200

type Asked = Record<string, string>

const listQuestion =
  (list: List) =>
  (asked: Asked): Question => {
    const wanted = askedOf(list, asked)
    return { sql: sqlOf(list, wanted), page: (held) => pageOf(held, list, wanted) }
  }

function actorsQuestion(asked: Asked): Question {
  const { q } = parametersOf({ q: z.string().max(200).optional() }, asked)
  const sql = actorsSql(q)
  return { sql, page: async (held) => ({ rows: await held.rows(`FROM (${sql}) LIMIT ${ACTORS}`) }) }
}

function pairsQuestion(asked: Asked): Question {
  const party = z.string().min(1).max(200)
  const { a, b } = parametersOf({ a: party, b: party }, asked)
  return { sql: pairSql(a, b), page: (held) => pairOf(held, a, b) }
}

/** Adds the routes: GET /api/NAME and /api/NAME.FORMAT, for every list, actors, pairs and SQL. */
export function addQuestions(app: Hono, record: HeldRecord): void {
  for (const [name, list] of Object.entries<List>(lists)) add(app, record, name, listQuestion(list), list.ledger)
  add(app, record, 'actors', actorsQuestion)
  add(app, record, 'pairs', pairsQuestion)
  addSql(app, record)
}

function add(
  app: Hono,
  record: HeldRecord,
  name: string,
  questionOf: (asked: Asked) => Question,
  ledger = false,
): void {
  const use: HeldRecord['useLedger'] = ledger ? record.useLedger : (work) => record.use((held) => work(held, false))
  app.get(`/api/${name}`, (c) => {
    const { sql, page } = questionOf(queryOf(c))
    return use((held, behind) =>
      fresh(c, behind ? `${held.revision} behind` : held.revision, async () => ({
        ...(await page(held)),
        sql,
        ...(behind && { behind }),
      })),
    )
  })
  for (const format of formats) {
    app.get(`/api/${name}.${format}`, (c) => {
      const { sql } = questionOf(queryOf(c))
      return use(({ snapshot }) => download(c, snapshot, sql, { name, format, limits: FILE_LIMITS }))
    })
  }
}

function addSql(app: Hono, record: HeldRecord): void {
  const questionOf = (c: Context): string => parametersOf({ q: z.string().min(1).max(20_000) }, queryOf(c)).q
  app.get('/api/sql', (c) => {
    const q = questionOf(c)
    return record.use(async ({ snapshot }) => {
      const answer = await ask(snapshot, q, SQL_LIMITS)
      try {
        const rows = []
        for await (const row of answer.rows) rows.push(row)
        c.header('cache-control', 'no-store')
        return c.json({ columns: answer.columns, rows, more: answer.more() })
      } finally {
        answer.close()
      }
    })
  })
  for (const format of formats) {
    app.get(`/api/sql.${format}`, (c) => {
      const q = questionOf(c)
      return record.use(({ snapshot }) => download(c, snapshot, q, { name: 'sql', format, limits: SQL_LIMITS }))
    })
  }
}
