/** Takes secrets out of NX-OS text, before anything is stored or shown. */
export { redact } from '../_cisco-configuration/redaction/redact.ts'
