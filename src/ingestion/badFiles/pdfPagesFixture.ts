import { noise } from '../fixtures/parseWritten';
import { badFile, type BadFile } from './badFileFixture';
import { anyPage, contents, onePage, page, pageText as text, pdfOf, stream } from './pdfFixture';

/** Documents that can be opened, with pages that hold too much, nothing, or themselves. */
export const pdfPages: BadFile[] = [
  badFile('media-box-of-the-universe.pdf', anyPage, pdfOf(onePage({ 3: page('', '', '[0 0 1e38 1e38]') }))),
  badFile('media-box-of-nothing.pdf', anyPage, pdfOf(onePage({ 3: page('', '', '[0 0 0 0]') }))),
  badFile('media-box-of-words.pdf', anyPage, pdfOf(onePage({ 3: page('', '', '[/A /B (c) null]') }))),
  badFile(
    'user-unit-and-rotation-beyond-reason.pdf',
    anyPage,
    pdfOf(onePage({ 3: page('/UserUnit 1e300/Rotate 12345678901') })),
  ),
  badFile(
    'text-placed-at-infinity.pdf',
    anyPage,
    contents('BT /F 1e308 Tf 1e308 0 0 1e308 1e308 1e308 Tm (far) Tj ET'),
  ),
  badFile(
    'hundred-thousand-saved-states.pdf',
    [...anyPage, 'file_too_complex'],
    contents('q '.repeat(100_000) + text),
  ),
  badFile('million-lines-drawn.pdf', [...anyPage, 'file_too_complex'], () =>
    contents(
      `${text} ${Array.from({ length: 1_000_000 }, (_, index) => `${index % 500} ${index % 700} m ${(index * 7) % 500} ${index % 700} l S`).join('\n')}`,
    ),
  ),
  badFile('table-of-a-thousand-by-a-thousand-lines.pdf', [...anyPage, 'file_too_complex'], () =>
    contents(
      `${text} ${Array.from({ length: 1000 }, (_, index) => `0 ${index * 0.8} m 590 ${index * 0.8} l S ${index * 0.59} 0 m ${index * 0.59} 800 l S`).join('\n')}`,
    ),
  ),
  badFile('hundred-thousand-words-on-one-spot.pdf', [...anyPage, 'file_too_complex'], () =>
    contents(`BT /F 12 Tf 72 720 Td ${'(word ) Tj 0 0 Td '.repeat(100_000)} ET`),
  ),
  badFile(
    'form-that-shows-itself.pdf',
    anyPage,
    pdfOf(
      onePage({
        3: page('', '/XObject<</X 6 0 R>>'),
        4: stream('', `${text} /X Do`),
        6: stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>', '/X Do'),
      }),
    ),
  ),
  badFile('ten-billion-forms-of-ten-objects.pdf', ['file_too_complex', ...anyPage], () => formBomb()),
  badFile(
    'glyph-that-shows-itself.pdf',
    anyPage,
    pdfOf(
      onePage({
        5: '<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</F 5 0 R>>>>>>',
        4: stream('', 'BT /F 9 Tf (aaa) Tj ET'),
        6: stream('', '9 0 d0 BT /F 9 Tf (a) Tj ET'),
      }),
    ),
  ),
  badFile(
    'pattern-painted-with-itself.pdf',
    [...anyPage, 'file_too_complex'],
    pdfOf(
      onePage({
        3: page('', '/Pattern<</P 6 0 R>>'),
        4: stream('', `/Pattern cs /P scn 0 0 500 500 re f ${text}`),
        6: stream(
          '/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.0001/YStep 0.0001/Resources<</Pattern<</P 6 0 R>>>>',
          '/Pattern cs /P scn 0 0 1 1 re f',
        ),
      }),
    ),
  ),
  badFile(
    'font-made-of-noise.pdf',
    anyPage,
    pdfOf(
      onePage({
        5: '<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 0/LastChar 255/FontDescriptor 6 0 R>>',
        6: '<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 7 0 R>>',
        7: stream('', Buffer.concat([Buffer.from('\0\x01\0\0\0\x0a', 'latin1'), noise(20_000)])),
      }),
    ),
  ),
  badFile(
    'letters-named-four-billion-times.pdf',
    anyPage,
    pdfOf(
      onePage({
        5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
        6: stream(
          '',
          'begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange 1 begincidrange <00000000> <ffffffff> 0 endcidrange endcmap',
        ),
      }),
    ),
  ),
  badFile(
    'character-map-that-uses-itself.pdf',
    anyPage,
    pdfOf(
      onePage({
        5: '<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>>>]>>',
        6: stream('/Type/CMap/CMapName/A/UseCMap 6 0 R', 'begincmap endcmap'),
      }),
    ),
  ),
];

/** Each form shows the next one ten times. */
function formBomb(): Buffer {
  const form = (next: number) =>
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>/XObject<</X ${next} 0 R>>>>`,
      '/X Do '.repeat(10),
    );
  const objects = onePage({ 3: page('', '/XObject<</X 10 0 R>>'), 4: stream('', '/X Do '.repeat(10)) });
  for (let number = 10; number < 19; number += 1) objects[number] = form(number + 1);
  objects[19] = stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>>>', text);
  return pdfOf(objects);
}
