/** `npm run bench -- clusters`: 20,000 made-up articles with 2,000 planted rewrites of five strengths. */
import { round } from '../data.ts'
import { madeArticles } from './articles.ts'
import { scoresOf } from './score.ts'

const ARTICLES = 20_000
const COPIES = 2_000

export async function bench(): Promise<void> {
  const { recall, precision, pairs, signing, clustering } = await scoresOf(madeArticles(ARTICLES, COPIES))
  for (const [strength, share] of Object.entries(recall))
    console.log(`${strength.padEnd(12)} ${round(100 * share, 1)} % found`)
  console.log(`precision    ${round(100 * precision, 2)} % of ${pairs} pairs`)
  console.log(`signatures   ${round((1000 * signing) / ARTICLES)} ms of CPU an article`)
  console.log(`clusters     ${round(clustering, 1)} s of CPU for all`)
}
