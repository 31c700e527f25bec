/** Text of devices as YAML comments: whatever is in it, it stays a comment. */

/** Lines with `# ` in front; control and line-breaking characters become blanks, and a line ends after 400 characters. */
export function toComment(lines: readonly string[]): string {
  return lines.map((line) => `# ${line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 400)}`.trimEnd()).join('\n')
}
