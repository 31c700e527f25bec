/** Runs the TypeScript compiler over `src/` into a folder. */
import { join, relative } from 'node:path'
import ts from 'typescript'

/** How thorough a compilation is. */
export interface CompileOptions {
  /** False: report syntax errors only. */
  readonly typeCheck: boolean
}

/** Compiles `src/` as tsconfig.build.json says. Returns the errors as text, or undefined when there are none. */
export function compile(root: string, outDir: string, options: CompileOptions): string | undefined {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (found: ts.Diagnostic) => problems.push(found) }
  const problems: ts.Diagnostic[] = []
  const overrides = { outDir, noCheck: !options.typeCheck }
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.build.json'), overrides, host)
  if (config === undefined) return format(root, problems)
  const program = ts.createProgram(config.fileNames, config.options)
  problems.push(...(options.typeCheck ? ts.getPreEmitDiagnostics(program) : program.getSyntacticDiagnostics()))
  if (problems.length > 0) return format(root, problems)
  const strays = sourcesOutside(join(root, 'src'), program)
  if (strays.length > 0) return strays.map((file) => `${relative(root, file)}: imported by src from outside`).join('\n')
  program.emit()
  return undefined
}

/** Sources that an import pulled in from elsewhere; they would be written beside their source, not into dist/. */
function sourcesOutside(src: string, program: ts.Program): readonly string[] {
  return program
    .getSourceFiles()
    .filter((file) => !file.isDeclarationFile && !file.fileName.startsWith(`${src.replaceAll('\\', '/')}/`))
    .map((file) => file.fileName)
}

function format(root: string, problems: readonly ts.Diagnostic[]): string {
  return problems.map((problem) => formatOne(root, problem)).join('\n')
}

function formatOne(root: string, { file, start, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n')
  if (file === undefined || start === undefined) return message
  const { line, character } = file.getLineAndCharacterOfPosition(start)
  return `${relative(root, file.fileName)}:${line + 1}:${character + 1}: ${message}`
}
