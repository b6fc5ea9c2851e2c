/**
 * An ontology: which types of events there are and which words tell them, read from a folder of tables. Our own PLOVER
 * (`lexicon/events`) is read by the very same code as a user's.
 */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { OnrecordError } from '../errors.ts'
import { packageRoot } from '../package-root.ts'
import { type Code, codesIn, type Type, typesIn } from './codes.ts'
import { type Context, contextsIn } from './contexts.ts'
import {
  lightVerbsIn,
  type Modal,
  modalsIn,
  type NounPattern,
  nounsIn,
  uniqueIds,
  type VerbPattern,
  verbsIn,
} from './patterns.ts'

/** Plain data, so that it can be handed to another thread. */
export interface Ontology {
  types: ReadonlyMap<string, Type>
  codes: ReadonlyMap<string, Code>
  /** Patterns by the form of their verb, the more special first: with an object, then with particles, then plain. */
  verbs: ReadonlyMap<string, readonly VerbPattern[]>
  /** Patterns by noun, or by a noun with the word before it: "hunger strike". */
  nouns: ReadonlyMap<string, NounPattern>
  modals: ReadonlyMap<Modal['said'], Modal>
  lightVerbs: ReadonlySet<string>
  contexts: readonly Context[]
}

/**
 * The ontology of a folder with `types.tsv`, `codes.tsv` and `verbs.tsv`; `nouns.tsv` and `modals.tsv` may be missing, and
 * `light-verbs.tsv` and `contexts.tsv` are ours unless the folder has its own.
 *
 * @throws OnrecordError E_ONTOLOGY when the folder or a table is missing, E_LEXICON naming file, line and reason of a bad row
 */
export function ontologyIn(folder: string): Ontology {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new OnrecordError('E_ONTOLOGY', `${folder} is no folder. Give one with types.tsv, codes.tsv and verbs.tsv.`)
  }
  const types = typesIn(folder)
  const codes = codesIn(folder, types)
  const verbs = verbsIn(folder, codes, types)
  const nouns = nounsIn(folder, codes, types)
  const modals = modalsIn(folder, codes, types)
  uniqueIds([...verbs, ...nouns, ...modals])
  return {
    types,
    codes,
    verbs: byForm(verbs),
    nouns: new Map(nouns.flatMap((pattern) => pattern.forms.map((form) => [form, pattern]))),
    modals: new Map(modals.map((modal) => [modal.said, modal])),
    lightVerbs: lightVerbsIn(folder),
    contexts: contextsIn(folder),
  }
}

let own: Ontology | undefined

/** PLOVER as it stands in `lexicon/events`, read once. */
export function plover(): Ontology {
  own ??= ontologyIn(join(packageRoot, 'lexicon/events'))
  return own
}

function byForm(patterns: readonly VerbPattern[]): Map<string, VerbPattern[]> {
  const verbs = new Map<string, VerbPattern[]>()
  for (const pattern of patterns) {
    for (const form of pattern.forms) verbs.set(form, [...(verbs.get(form) ?? []), pattern])
  }
  const weight = (it: VerbPattern) => 2 * Math.min(1, it.object.size) + it.particles.length
  for (const list of verbs.values()) list.sort((a, b) => weight(b) - weight(a))
  return verbs
}
