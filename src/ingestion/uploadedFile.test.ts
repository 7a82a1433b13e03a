import { isStorable } from '../shared/storableText';
import { safeFileName } from './uploadedFile';

test('a name that is cut is one that can be stored and sent, wherever the cut falls', () => {
  for (const letters of [126, 127, 128]) {
    const name = safeFileName(`${'😀'.repeat(200)}${'x'.repeat(letters)}.pdf`);
    expect([letters, isStorable(name), name.length <= 255]).toEqual([letters, true, true]);
    expect(() => encodeURIComponent(name)).not.toThrow();
  }
});
