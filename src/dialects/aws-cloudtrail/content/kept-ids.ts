/** Shell lines that keep the ids of what they create in a file, so that another shell can undo it, also when half had run. */

/** The argument that names the file. */
export const STATE_FILE = {
  description: 'Where the ids of what is created are kept until they are cleaned up',
  type: 'path',
  default: '$HOME/tapwarden-exercise-aws.ids',
} as const

/** The first lines: nothing is created while something is left to undo, and nothing more once something failed. */
export const BEGIN: readonly string[] = [
  'set -eu',
  'if [ -s "#{state_file}" ]; then echo "Clean up first: #{state_file} holds what an earlier run created." >&2; exit 1; fi',
]

/** Creates something and keeps the id that `command` prints. */
export function create(name: string, command: string): readonly string[] {
  return [`${name}=$(${command})`, `echo "${name}=$${name}" >> "#{state_file}"`]
}

/** One thing to undo: the variable that holds its id, and the command that deletes it. */
export interface Undo {
  readonly name: string
  readonly command: string
}

/** Deletes whatever there is an id of, in this order; what could not be deleted stays in the file for the next attempt. */
export function cleanUp(undos: readonly Undo[]): readonly string[] {
  return [
    'touch "#{state_file}"',
    '. "#{state_file}"',
    'FAILED=0',
    `forget() { grep -v "^$1=" "#{state_file}" > "#{state_file}.left" || true; mv "#{state_file}.left" "#{state_file}"; }`,
    ...undos.map(({ name, command }) => `[ -z "\${${name}:-}" ] || { ${command} && forget ${name}; } || FAILED=1`),
    'if [ ! -s "#{state_file}" ]; then rm -f "#{state_file}"; fi',
    'exit "$FAILED"',
  ]
}
