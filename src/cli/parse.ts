import type { Command } from 'commander'
import { articleOf } from '../article/index.ts'
import { coded } from '../errors.ts'
import { analyse, toConllu } from '../language/index.ts'
import type { Warning } from '../reading.ts'
import type { Input } from '../sources/index.ts'
import { type InputOptions, type Printed, printEach, withInputs } from './inputs.ts'

const examples = `
Examples:
  $ onrecord parse article.html                      sentences, tags and dependencies as CoNLL-U
  $ echo 'The envoy left.' | onrecord parse --plain - finished text from standard input

MISC holds SpaceAfter=No, and start_char and end_char in UTF-16 code units of the article's text.
Exit status: 0 all read, 1 something could not be read (the rest was), 2 wrong usage.`

/** `onrecord parse FILE...`: prints the language room's analysis of articles. */
export function addParse(program: Command): void {
  const command = program
    .command('parse')
    .description('Parse articles: sentences, tokens, lemmas, tags, dependencies and names, as CoNLL-U.')
  withInputs(command)
    .option('--conllu', 'print CoNLL-U, the only form there is', true)
    .addHelpText('after', examples)
    .action((places: string[], options: InputOptions) =>
      printEach(places, options, (input) => conlluOf(input, options)),
    )
}

async function conlluOf(input: Input, { plain }: InputOptions): Promise<Printed> {
  try {
    const { article } = articleOf(input, { plain })
    const warnings: Warning[] = []
    const analysis = await analyse(article.text, (warning) => warnings.push(warning))
    for (const { code, message } of warnings) process.stderr.write(`warning ${code}: ${input.uri}: ${message}\n`)
    return { text: `# newdoc id = ${input.id ?? input.uri}\n${toConllu(analysis)}` }
  } catch (error) {
    const { code, message } = coded(error)
    return { text: '', errors: [{ code, message }] }
  }
}
