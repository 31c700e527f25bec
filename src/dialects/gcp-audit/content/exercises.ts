/** Exercises. */
import type { Exercise } from '../../../facts/log-content/exercise.ts'

export const EXERCISES: readonly Exercise[] = []
