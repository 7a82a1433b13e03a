import type { Block } from '../../parsedDocument';
import { readTable } from '../table';
import type { Cell } from '../tableCell';
import { allXml, elementsOf, findXml, type XmlElement } from '../xmlTree';
import { paragraphTexts } from './shapeText';

/** A table (`a:tbl`) as rows; the first row names the columns where the slide shows it as a header. */
export function readSlideTable(table: XmlElement, page: number): Block[] {
  const hasHeader = ['1', 'true'].includes(findXml(table, 'tblPr')?.attributes['firstRow'] ?? '');
  const rows: Cell[][] = [];
  for (const row of allXml(table, 'tr')) {
    const cells: Cell[] = [];
    for (const cell of elementsOf(row).filter(({ name }) => name === 'tc')) {
      cells.push(readCell(cell, cells.at(-1), rows.at(-1)?.[cells.length], hasHeader && rows.length === 0));
    }
    rows.push(cells);
  }
  return readTable(rows, { page }).blocks;
}

/** A cell that a merged one covers is in the file, empty and marked. */
function readCell(cell: XmlElement, left: Cell | undefined, above: Cell | undefined, bold: boolean): Cell {
  const { hMerge, vMerge } = cell.attributes;
  if (left && isTrue(hMerge)) return { ...left, coveredFrom: 'left' };
  if (above && isTrue(vMerge)) return { ...above, coveredFrom: 'above', bold };
  return { text: paragraphTexts(cell).join(' '), bold };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
