/**
 * `npm run new:detection -- <name>` writes a detection that passes its tests and asks a made-up question, to be turned into
 * the real one sentence by sentence.
 */
import { readArguments } from './scaffold/arguments.ts'
import { runTool, scaffold } from './scaffold/scaffold.ts'

const USAGE = 'npm run new:detection -- <name>'

runTool(() => {
  const { names } = readArguments(process.argv.slice(2), { usage: USAGE, options: [] })
  scaffold({ given: names, usage: USAGE, room: 'detections', template: 'detection', nextSteps })
})

function nextSteps(name: string): readonly string[] {
  return [
    `npm run gen && npm test -- src/detections   (both pass already; the cases of all detections are walked by one test)`,
    `grep -rn 'To do:' src/detections/${name} changelog.d/${name}.new.md   (each is one thing to replace)`,
    'Write cases that fire and cases that stay silent, and make them so: docs/how-to/add-a-detection.md',
    `TAPWARDEN_UPDATE_CASES=1 npm test -- src/detections/cases   (writes what comes out now; review it like code)`,
    'node tools/gen-reference.ts && npm test   (before you open a pull request)',
  ]
}
