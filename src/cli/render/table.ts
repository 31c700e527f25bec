/** Plain columns: aligned, no frames, cut to the width of the terminal. */

/** Lines of a table, the head first. Cells longer than their column's share of the width are cut with `…`. */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widthColumns: number,
): readonly string[] {
  const all = [head, ...rows]
  const natural = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const widths = fit(natural, widthColumns)
  return all.map((row) =>
    widths
      .map((width, column) => cut(row[column] ?? '', width).padEnd(width))
      .join('  ')
      .trimEnd(),
  )
}

/** What the last column, usually remarks, keeps at least before the others give way. */
const LAST_COLUMNS = 12

/** Takes from the last column first, then from the widest, until all fit. */
function fit(natural: readonly number[], widthColumns: number): readonly number[] {
  const widths = [...natural]
  const room = Math.max(widthColumns - 2 * (widths.length - 1), 8 * widths.length)
  let excess = widths.reduce((sum, width) => sum + width, 0) - room
  const last = widths.length - 1
  const spare = Math.min(Math.max(0, (widths[last] ?? 0) - LAST_COLUMNS), Math.max(0, excess))
  widths[last] = (widths[last] ?? 0) - spare
  excess -= spare
  while (excess > 0) {
    const widest = widths.indexOf(Math.max(...widths))
    widths[widest] = (widths[widest] ?? 1) - 1
    excess -= 1
  }
  return widths
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`
}
