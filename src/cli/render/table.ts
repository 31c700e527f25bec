/** Plain columns: aligned, no frames, cut to the width of the terminal. */

/** Room that the other columns leave for the last one; it may run on beyond the terminal's edge. */
const LAST_COLUMNS = 12

/**
 * Lines of a table, the head first. Cells that need more than their column's share of the width are cut with `…`; the last
 * column (a remark, a path to copy) never is.
 */
export function renderTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widthColumns: number,
): readonly string[] {
  const all = [head, ...rows]
  const natural = head.slice(0, -1).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  const widths = fit(natural, widthColumns - LAST_COLUMNS)
  return all.map((row) => {
    const cells = widths.map((width, column) => cut(row[column] ?? '', width).padEnd(width))
    return [...cells, row.at(head.length - 1) ?? ''].join('  ').trimEnd()
  })
}

/** Takes from the widest column until all fit. */
function fit(natural: readonly number[], widthColumns: number): readonly number[] {
  const widths = [...natural]
  const room = Math.max(widthColumns - 2 * widths.length, 8 * widths.length)
  let excess = widths.reduce((sum, width) => sum + width, 0) - room
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
