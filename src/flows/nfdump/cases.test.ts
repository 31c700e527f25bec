/** Every folder of `cases/`: a file in, exactly these rows out. Adding a case adds no code. */
import { walkCases } from '../_records/_testing/walk-cases.ts'
import { flowFormat } from './index.ts'

walkCases(flowFormat, import.meta.url)
