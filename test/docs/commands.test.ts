/** The commands that documents show on the example estate run; the life of a session is as ARCHITECTURE.md tells it. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Document, documents, root } from './_testing/documents.ts'

const commands = documents.flatMap(commandsOf)
const home = mkdtempSync(join(tmpdir(), 'tapwarden-home-'))
after(() => rmSync(home, { recursive: true }))

for (const command of new Set(commands)) {
  test(`tapwarden ${command} runs`, () => {
    const { status, stdout, stderr } = tapwarden(command.split(/\s+/).map((word) => word.replace(/^~\//, `${home}/`)))
    assert.equal(status, 0, stderr)
    assert.notEqual(stdout, '')
  })
}

test('there are commands to run', () => {
  assert.ok(commands.length >= 6)
})

test('the life of a mirror session is told with real lines, and ends as told', () => {
  const story = read('ARCHITECTURE.md')
  const folder = join('src', 'detections', 'session-repointed', 'cases', 'fires-collector-replaced')
  const evidence = readdirSync(join(root, folder, 'evidence')).map((name) => read(join(folder, 'evidence', name)))
  const inventory = read(join(folder, 'inventory.yaml'))
  const [config = '', log = '', yaml = ''] = blocksIn(story.slice(story.indexOf('## Life of a mirror session')))
  for (const text of [config, log])
    assert.ok(
      evidence.some((file) => file.includes(text)),
      text,
    )
  for (const line of yaml.trim().split('\n')) assert.ok(inventory.includes(line), line)

  const options = ['--inventory', join(folder, 'inventory.yaml'), '--at', '2026-11-15', '--json']
  const { stdout } = tapwarden(['scan', join(folder, 'evidence'), ...options])

  const [finding] = JSON.parse(stdout).findings
  assert.equal(finding.verdict, 'unapproved')
  assert.ok(story.includes(`\n${finding.sentence}\n`), finding.sentence)
})

/** Commands in `sh` blocks that need nothing but the repository. */
function commandsOf({ text }: Document): readonly string[] {
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .map((line) => /^npx tapwarden ([^#]+)/.exec(line)?.[1]?.trim() ?? '')
    .filter((command) => /examples\/estate|^(platforms|rules)/.test(command))
}

function blocksIn(text: string): readonly string[] {
  return [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, block = '']) => block)
}

function tapwarden(parameters: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const program = join(root, 'src', 'cli', 'main.ts')
  return spawnSync(process.execPath, [program, ...parameters], { cwd: root, encoding: 'utf8' })
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
