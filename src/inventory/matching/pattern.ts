/** The one wildcard of approvals. */

/** Whether a text is the pattern, or begins with what stands before its trailing `*`. `matchesPattern('tms-*', 'tms-0a1b')`. */
export function matchesPattern(pattern: string, text: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern
}
