/** Every folder of `cases/`: lines in, exactly these facts, notes and outcomes out. Adding a case adds no code. */
import { testRecordCases } from '../_aaa/_testing/record-cases.ts'
import { dialect } from './index.ts'

testRecordCases(dialect, new URL('./cases/', import.meta.url))
