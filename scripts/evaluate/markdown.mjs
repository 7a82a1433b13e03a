/** A table in Markdown. */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A fraction as `12.5 %`. */
export function percent(value) {
  return value === null ? '–' : `${(100 * value).toFixed(1)} %`;
}
