/** `npm run bench -- clusters`: 20,000 made-up articles with 2,000 planted rewrites of five strengths, kept in a record. */
import { shinglesOf } from '../../src/record/clusters/shingles.ts'
import { signatureOf } from '../../src/record/clusters/signature.ts'
import { round } from '../data.ts'
import { madeArticles } from './articles.ts'
import { scoresOf } from './score.ts'

const ARTICLES = 20_000
const COPIES = 2_000

export async function bench(): Promise<void> {
  const articles = madeArticles(ARTICLES, COPIES)
  const signing = await cpuSeconds(() => {
    for (const { text } of articles) signatureOf(shinglesOf(text))
  })
  console.log(`signatures   ${round((1000 * signing) / ARTICLES)} ms of CPU an article`)
  const { recall, precision, pairs } = await scoresOf(articles)
  for (const [strength, share] of Object.entries(recall)) {
    console.log(`${strength.padEnd(12)} ${round(100 * share, 1)} % found`)
  }
  console.log(`precision    ${round(100 * precision, 2)} % of ${pairs} pairs`)
}

async function cpuSeconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
