/**
 * Who may import whom: the architecture of the project as rules that every test run checks. Tests (`*.test.ts` and what
 * they share in `_testing/`) may import anything, but may not close a circle either. A type-only import counts like any other unless a rule says so.
 */

/** The rooms whose models everything behind them speaks. */
const models = ['facts', 'kit', 'inventory', 'timeline', 'findings']

/** Room → what it may import besides itself: a room, or one module of a room. `app` is absent: it may import all. */
const may = {
  kit: [],
  facts: ['kit'],
  sources: ['facts', 'kit'],
  dialects: ['facts', 'kit'],
  flows: ['facts', 'kit'],
  inventory: ['facts', 'kit'],
  timeline: ['facts', 'inventory', 'dialects/contract', 'kit'],
  detections: ['facts', 'timeline', 'inventory', 'kit'],
  findings: ['facts', 'timeline', 'inventory', 'detections/contract', 'kit'],
  attack: ['facts', 'kit'],
  content: ['facts', 'inventory', 'attack', 'detections/contract', 'dialects/contract', 'kit'],
  proof: ['facts', 'findings', 'kit'],
  sinks: ['facts', 'findings', 'kit'],
  store: ['facts', 'inventory', 'findings', 'kit'],
  engine: [...models, '[^/]+/contract'],
  api: [...models, 'engine/contract'],
  cli: ['app', ...models],
}

/** Rooms whose sub-folders do not know each other; a folder whose name starts with `_` holds what siblings share. */
const plugInRooms = '(sources|dialects|flows|detections|content|sinks|store|engine)'
const pureRooms = '(kit|facts|dialects|flows|inventory|timeline|detections|findings|attack)'
const knownRooms = `^src/(app|${Object.keys(may).join('|')})/`

/** Tests, and what the tests of a room share in `_testing/`. */
const test = '(\\.test\\.ts$|/_testing/)'
const registry = '^src/[^/]+/registry\\.generated\\.ts$'

/** A rule that forbids imports; `comment` is what a reader sees when it is broken. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const layers = Object.entries(may).map(([room, allowed]) =>
  never(
    `${room}-imports`,
    `src/${room} may import ${allowed.join(', ') || 'no other room'}`,
    { path: `^src/${room}/`, pathNot: test },
    { path: '^src/', pathNot: [`^src/${room}/`, ...allowed.map((module) => `^src/${module}[/.]`)] },
  ),
)

const plugIns = [
  never(
    'plug-ins-do-not-know-each-other',
    'what siblings share stands in a folder whose name starts with _',
    { path: `^src/${plugInRooms}/([^/]+)/`, pathNot: test },
    { path: '^src/$1/[^/]+/', pathNot: '^src/$1/($2|_[^/]+)/' },
  ),
  never(
    'rooms-do-not-know-their-plug-ins',
    'a contract or another file of the room itself opens no plug-in',
    { path: `^src/${plugInRooms}/[^/]+$`, pathNot: [test, registry] },
    { path: '^src/$1/[^/]+/', pathNot: '^src/$1/_[^/]+/' },
  ),
  never(
    'only-app-picks-plug-ins',
    'registries are imported by src/app alone; everybody else is handed what it needs',
    { path: '^src/', pathNot: [test, '^src/app/', registry] },
    { path: registry },
  ),
]

const purity = [
  never(
    'pure-rooms-do-no-io',
    'the clock, files, network and randomness are inputs of these rooms',
    { path: `^src/${pureRooms}/`, pathNot: test },
    { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util|buffer)$' },
  ),
  never(
    'cli-knows-models-by-type-only',
    'a command reaches code of the models through src/app',
    { path: '^src/cli/', pathNot: test },
    { path: '^src/(inventory|timeline|findings)/', dependencyTypesNot: ['type-only'] },
  ),
]

const shape = [
  never(
    'every-room-is-in-the-table',
    'a new folder of src needs a line in the table of .dependency-cruiser.mjs',
    { path: '^src/', pathNot: knownRooms },
    {},
  ),
  never(
    'only-rooms-of-the-table-are-imported',
    'a new folder of src needs a line in the table of .dependency-cruiser.mjs',
    {},
    { path: '^src/', pathNot: knownRooms },
  ),
  never(
    'src-stands-alone',
    'the product does not use its own tools, tests and benchmarks',
    { path: '^src/', pathNot: test },
    { path: '^(tools|test|bench|examples)/' },
  ),
  never(
    'no-undeclared-packages',
    'what the product imports is a dependency in package.json, and not one for development',
    { path: '^src/', pathNot: test },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  ),
  never(
    'only-tests-use-testing',
    'a `_testing` folder is not part of the product',
    { path: '^src/', pathNot: test },
    { path: '/_testing/' },
  ),
  never('no-unresolvable', 'an import that leads nowhere', {}, { couldNotResolve: true }),
  never('no-circles', 'modules that import each other are one module', {}, { circular: true }),
  never(
    'no-orphans',
    'a module that nobody imports and that imports nothing is dead',
    {
      orphan: true,
      path: '^src/',
      pathNot: [test, '\\.d\\.ts$', '/contract\\.ts$', '/index\\.ts$', '^src/cli/main\\.ts$'],
    },
    {},
  ),
]

export default {
  forbidden: [...layers, ...plugIns, ...purity, ...shape],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/cases/', '/fixtures/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
