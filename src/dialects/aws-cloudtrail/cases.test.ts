/** Every folder of `cases/`: records in, exactly these facts, notes and outcomes out. Adding a case adds no code. */
import { testRecordCases } from '../_audit-records/_testing/record-cases.ts'
import { dialect } from './index.ts'

testRecordCases(dialect, new URL('./cases/', import.meta.url), 'trail.jsonl')
