import { join } from 'node:path'
import { testTicketCases } from '../_tickets/_testing/test-cases.ts'
import { dialect } from './index.ts'

testTicketCases(dialect, join(import.meta.dirname, 'cases'))
