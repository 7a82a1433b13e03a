/** A cell as a file has it: text, or a number of a workbook with the text people see. */
export type Cell = string | { number: number; text: string };

/** The text of a cell without the space around it, NFC. */
export function textOf(cell: Cell): string {
  const text = typeof cell === 'string' ? cell : cell.text;
  return text.trim().normalize('NFC');
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || textOf(cell) === '';
}
