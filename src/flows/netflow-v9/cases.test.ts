/** Every folder of `cases/`: datagrams of one exporter in hexadecimal. */
import { walkCases } from '../_templates/_testing/walk-cases.ts'
import { flowFormat } from './index.ts'

walkCases(flowFormat, import.meta.url)
