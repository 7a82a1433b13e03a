import type { Block } from '../../parsedDocument';
import { cleanLine } from '../cleanText';
import { readParagraph } from '../readParagraph';
import { allXml, elementsOf, findXml, xmlText, type XmlElement } from '../xmlTree';

/** The paragraphs (`a:p`) of a shape or cell, as text on one line each. */
export function paragraphTexts(shape: XmlElement): string[] {
  return allXml(shape, 'p').map(lineOf);
}

/** The paragraphs of a shape as blocks; in the placeholder of a slide's body they have bullets unless told otherwise. */
export function readShapeText(shape: XmlElement, page: number): Block[] {
  const hasBullets = isBody(shape);
  return allXml(shape, 'p').flatMap((paragraph): Block[] => {
    const text = lineOf(paragraph);
    if (text === '') return [];
    return isItem(paragraph, hasBullets)
      ? [{ kind: 'listItem', text, page }]
      : readParagraph(text, { bold: isBold(paragraph), page });
  });
}

/** The kind of a placeholder: `title`, `ctrTitle`, `body`, `sldNum`, ...; '' for a shape of its own. */
export function placeholderOf(shape: XmlElement): string {
  const placeholder = findXml(shape, 'ph');
  return placeholder ? (placeholder.attributes['type'] ?? 'obj') : '';
}

function isBody(shape: XmlElement): boolean {
  return ['body', 'obj'].includes(placeholderOf(shape));
}

function isItem(paragraph: XmlElement, hasBullets: boolean): boolean {
  const marks = elementsOf(findXml(paragraph, 'pPr') ?? paragraph).map(({ name }) => name);
  if (marks.includes('buNone')) return false;
  return hasBullets || marks.some((name) => ['buChar', 'buAutoNum', 'buBlip'].includes(name));
}

function lineOf(paragraph: XmlElement): string {
  return cleanLine(
    allXml(paragraph, 't', 'br')
      .map((run) => (run.name === 'br' ? '\n' : xmlText(run)))
      .join(''),
  );
}

function isBold(paragraph: XmlElement): boolean {
  const runs = elementsOf(paragraph).filter(({ name }) => name === 'r');
  return runs.length > 0 && runs.every((run) => findXml(run, 'rPr')?.attributes['b'] === '1');
}
