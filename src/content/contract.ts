/**
 * Detection content for other people's systems: one definition for each behaviour, made of what a detection asks and of what the logs of
 * every platform show; one folder for each target that writes it in its language. Pure: definitions in, files out.
 */
import type { Exercise } from '../facts/log-content/exercise.ts'
import type { Inventory } from '../inventory/inventory.ts'
import type { Definition } from './_definition/definition.ts'

export type { Definition } from './_definition/definition.ts'

/** What content is made of. */
export interface ContentInputs {
  readonly definitions: readonly Definition[]
  /** Exercises of all dialects, each with its dialect's id. */
  readonly exercises: readonly ContentExercise[]
  /** What is approved: watchlists and filters are made of it. Empty where none was given. */
  readonly inventory: Inventory
}

/** An exercise and whose it is. */
export interface ContentExercise {
  readonly dialect: string
  readonly exercise: Exercise
}

/** One artefact as a file. `path` is relative to the output folder, with `/`; text ends with a line feed. */
export interface ContentFile {
  readonly path: string
  readonly text: string
  /** `rule`, `hunt`, `correlation`, `filter`, `watchlist`, `test`, `page`. */
  readonly kind: string
}

/** Something that a target cannot express, so that nobody relies on it. */
export interface ContentLimit {
  readonly behaviour: string
  readonly source: string
  readonly because: string
}

/** One language that content is written in: the one export, named `target`, of its folder's `index.ts`. */
export interface ContentTarget {
  /** Equals the folder's name; `rules build <id>`. */
  readonly id: string
  readonly title: string
  /** What to do with the files, for people. */
  readonly usage: string
  build(inputs: ContentInputs): readonly ContentFile[]
  limits(inputs: ContentInputs): readonly ContentLimit[]
}
