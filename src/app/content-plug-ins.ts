/** The targets of detection content. Apart from the other plug-ins, so that only commands that write content load them. */
export { targets } from '../content/registry.generated.ts'
