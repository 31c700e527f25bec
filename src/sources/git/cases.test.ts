import { walkCases } from '../_testing/walk-cases.ts'
import { source } from './index.ts'

walkCases(import.meta.dirname, [source])
