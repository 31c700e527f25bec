/** Reports where the house style is broken: `file:line: rule: message`. Exit code 1 when anything is. */
import { join } from 'node:path'
import { lint } from './lint-house/lint.ts'

const problems = lint(join(import.meta.dirname, '..'))
for (const { path, line, rule, message } of problems) console.log(`${path}:${line}: ${rule}: ${message}`)
if (problems.length > 0) process.exitCode = 1
