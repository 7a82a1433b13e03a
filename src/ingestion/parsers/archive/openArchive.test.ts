import JSZip from 'jszip';
import { openArchive } from './openArchive';

const zip = (files: Record<string, string | Buffer>) => {
  const archive = new JSZip();
  for (const [name, content] of Object.entries(files)) archive.file(name, content, { createFolders: false });
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};
const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, ' ');

describe('openArchive', () => {
  it('gives the parts by name, and null for one that is not there', async () => {
    const archive = await openArchive(await zip({ 'word/document.xml': '<글/>' }));
    expect(archive.names).toEqual(['word/document.xml']);
    expect((await archive.read('word/document.xml'))?.toString()).toBe('<글/>');
    expect(await archive.read('word/other.xml')).toBeNull();
  });

  it('keeps an archive within it closed, however much that would unpack to', async () => {
    const inner = await zip({ 'a.xml': megabytes(100) });
    const archive = await openArchive(await zip({ 'word/embeddings/inner.zip': inner }));
    expect(archive.names).toEqual(['word/embeddings/inner.zip']);
  });

  it.each([
    [
      'many parts',
      () => zip(Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, '']))),
    ],
    ['a part of many times its size', () => zip({ 'a.xml': megabytes(65) })],
    [
      'parts of many times their size together',
      () => zip({ a: megabytes(30), b: megabytes(30), c: megabytes(30) }),
    ],
  ])('refuses %s', async (_what, content) => {
    await expect(openArchive(await content())).rejects.toMatchObject({ code: 'file_too_complex' });
  });

  it('finds out a part that declares less than it holds', async () => {
    const content = await zip({ 'a.xml': megabytes(10) });
    const directory = content.indexOf('PK\x01\x02');
    content.writeUInt32LE(1000, directory + 24);
    await expect(openArchive(content)).rejects.toThrow('too many bytes');
  });

  it.each(['../../etc/cron.d/a', '/etc/passwd', 'C:/a', 'word/../../a'])(
    'refuses the name %s',
    async (name) => {
      // JSZip cleans names itself: the bad one takes the place of a good one of the same length.
      const placeholder = 'x'.repeat(name.length);
      const content = (await zip({ [placeholder]: 'a' })).toString('latin1').replaceAll(placeholder, name);
      await expect(openArchive(Buffer.from(content, 'latin1'))).rejects.toThrow(/path/);
    },
  );

  it('refuses a part with a password', async () => {
    const content = await zip({ 'a.xml': 'a' });
    content[content.indexOf('PK\x01\x02') + 8]! |= 1;
    await expect(openArchive(content)).rejects.toMatchObject({ code: 'file_encrypted' });
  });
});
