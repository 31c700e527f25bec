/** Every folder of `cases/`. Adding a case adds no code. */
import { testCases } from '../_cisco-configuration/_testing/test-cases.ts'
import { dialect } from './index.ts'

testCases(dialect, new URL('./cases/', import.meta.url))
