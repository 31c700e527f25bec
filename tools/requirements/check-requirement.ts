/** Runs what shows one requirement. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { root } from '../run-tests/run.ts'
import { type Answer, judgeAnswer, judgeText } from './judge.ts'
import { type CommandCheck, type Requirement, wordsOf } from './rows.ts'

/** One expectation that is not met: the command or page, and what is wrong. */
export interface RequirementFailure {
  readonly id: string
  readonly shownBy: string
  readonly wrong: string
}

/** A command that takes longer than this is ended, and fails: milliseconds. */
const TIME_LIMIT_MS = 120_000

const answers = new Map<string, Promise<Answer>>()

/** Runs the commands of a requirement one after the other, and reads its pages. Empty when everything is as it must be. */
export async function checkRequirement({ id, shows }: Requirement): Promise<readonly RequirementFailure[]> {
  const folder = mkdtempSync(join(tmpdir(), `tapwarden-${id}-`))
  const failures: RequirementFailure[] = []
  let before: Answer | undefined
  for (const check of shows) {
    if ('page' in check) {
      const path = check.page.replace('$TMPDIR', folder)
      const wrong = judgeText(readFileSync(resolve(root, path), 'utf8'), check.says)
      failures.push(...wrong.map((each) => ({ id, shownBy: check.page, wrong: each })))
      continue
    }
    const answer = await answerOf(check, folder)
    failures.push(...judgeAnswer(check, answer, before).map((wrong) => ({ id, shownBy: check.run, wrong })))
    before = answer
  }
  rmSync(folder, { recursive: true })
  return failures
}

/** Rows share commands: what reads only the project's own files is run once. */
function answerOf({ run }: CommandCheck, folder: string): Promise<Answer> {
  if (run.includes('$TMPDIR')) return runTapwarden(run.replaceAll('$TMPDIR', folder))
  const answer = answers.get(run) ?? runTapwarden(run)
  answers.set(run, answer)
  return answer
}

function runTapwarden(command: string): Promise<Answer> {
  const { FORCE_COLOR: _force, ...environment } = process.env
  const parameters = [join('src', 'cli', 'main.ts'), ...wordsOf(command)]
  const options = {
    cwd: root,
    env: { ...environment, NO_COLOR: '1' },
    timeout: TIME_LIMIT_MS,
    maxBuffer: 64 * 1024 * 1024,
  }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, parameters, options, (_error, stdout, stderr) => {
      resolve({ status: child.exitCode, stdout, stderr })
    })
  })
}
