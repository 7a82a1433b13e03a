import iconv from 'iconv-lite';
import type { AppError } from '../../../errors';
import { parseWritten } from '../../fixtures/parseWritten';

const page = (body: string, head = '<title>나루제약 안내</title>') =>
  `<!DOCTYPE html><html lang="ko"><head>${head}</head><body>${body}</body></html>`;

const read = async (content: string | Buffer, fileName = '쪽.html') =>
  (await parseWritten(fileName, content)).blocks.map((block) => [
    block.kind === 'heading' ? `h${block.level}` : block.kind,
    block.text,
  ]);

describe('parseHtml', () => {
  it('reads headings, text between blocks, lists with their numbers, and tables with their headers', async () => {
    const blocks = await read(
      page(`<h1>나루암로정 <em>제품정보</em></h1>
        <div>본태성 고혈압에 쓴다.<p>성인은 1일 1회
          5mg으로 시작한다.</p></div>
        <ol start="2"><li>오심<ul><li>가벼움</li></ul></li><li><p>두통</p><p>사흘 안에 없어진다.</p></li></ol>
        <table><caption>상한금액</caption>
          <tr><th rowspan="2">제품</th><th colspan="2">금액</th></tr><tr><th>5mg</th><th>10mg</th></tr>
          <tr><td>나루암로정</td><td>352원</td><td>520원</td></tr></table>
        <pre>첫 줄\n둘째 줄</pre>`),
    );
    expect(blocks).toEqual([
      ['h1', '나루암로정 제품정보'],
      ['paragraph', '본태성 고혈압에 쓴다.'],
      ['paragraph', '성인은 1일 1회 5mg으로 시작한다.'],
      ['listItem', '2. 오심'],
      ['listItem', '가벼움'],
      ['listItem', '3. 두통'],
      ['paragraph', '사흘 안에 없어진다.'],
      ['paragraph', '상한금액'],
      ['tableRow', '제품: 나루암로정 | 금액 5mg: 352원 | 금액 10mg: 520원'],
      ['paragraph', '첫 줄\n둘째 줄'],
    ]);
  });

  it('leaves out what is not read: scripts, navigation, hidden parts, the footer of the page', async () => {
    const blocks = await read(
      page(`<nav><a href="/">처음</a></nav><script>var a = '글';</script><noscript>켜 주세요</noscript>
        <p hidden>숨김</p><p style="display: none">숨김</p><div aria-hidden="true">장식</div>
        <template><p>틀</p></template><form><input value="값"><button>보내기</button></form>
        <p>보이는 글</p><!-- 메모 --><footer>저작권</footer>`),
    );
    expect(blocks).toEqual([
      ['h1', '나루제약 안내'],
      ['paragraph', '보이는 글'],
    ]);
  });

  it('reads what the page names as its main content, and that alone', async () => {
    const blocks = await read(
      page('<div>메뉴</div><main><h2>규정</h2><p>본문이다.</p></main><div>광고</div>'),
    );
    expect(blocks).toEqual([
      ['h1', '나루제약 안내'],
      ['h2', '규정'],
      ['paragraph', '본문이다.'],
    ]);
  });

  it('reads tables that only place things, as mail programs write them', async () => {
    const blocks = await read(
      page(`<h1>소식</h1><table><tr><td><table><tr><td>제품</td><td>급여</td><td>비고</td></tr>
        <tr><td>나루정</td><td>비급여</td><td>-</td></tr></table></td></tr><tr><td>끝.</td></tr></table>
        1. 첫째<br>2. 둘째<br>이어지는 줄<br><br>새 문단`),
    );
    expect(blocks).toEqual([
      ['h1', '소식'],
      ['tableRow', '제품: 나루정 | 급여: 비급여 | 비고: -'],
      ['paragraph', '끝.'],
      ['listItem', '1. 첫째'],
      ['listItem', '2. 둘째 이어지는 줄'],
      ['paragraph', '새 문단'],
    ]);
  });

  it.each(['cp949', 'utf-16le', 'utf-8'])('reads %s', async (encoding) => {
    const text = page('<h1>똠방각하</h1><p>펲시 뷁</p>', '<meta charset="euc-kr">');
    expect(await read(iconv.encode(text, encoding, { addBOM: encoding !== 'cp949' }))).toEqual([
      ['h1', '똠방각하'],
      ['paragraph', '펲시 뷁'],
    ]);
  });

  it('believes a page that says its encoding where nothing proves another one', async () => {
    const text = page('<h1>Prix</h1><p>“50 €” — né à Łódź</p>', '<meta charset="windows-1250">');
    expect(await read(iconv.encode(text, 'windows-1250'))).toContainEqual([
      'paragraph',
      '“50 €” — né ŕ Łódź'.replace('ŕ', iconv.decode(iconv.encode('à', 'windows-1250'), 'windows-1250')),
    ]);
  });

  it.each([
    [
      'a page behind a comment and an XML declaration',
      '안내.txt',
      '<?xml version="1.0"?>\n<!-- 1 --><!-- 2 -->\n<html><body>안녕</body></html>',
    ],
    ['a piece of a page by its name', '안내.html', '<h2>안내</h2><p>안녕</p>'],
  ])('knows %s', async (_what, fileName, content) => {
    expect((await parseWritten(fileName, content)).mediaType).toBe('text/html');
  });

  it('leaves Markdown that begins with a tag to Markdown', async () => {
    const { mediaType } = await parseWritten('readme.md', '<p align="center">나루</p>\n\n# 제목\n\n- 하나\n');
    expect(mediaType).toBe('text/markdown');
  });

  it.each([
    ['nested without end', '<div>'.repeat(50_000)],
    ['never closed', '<table><tr><td>'.repeat(2000)],
  ])('ends with a reason or text on a page %s', async (_what, body) => {
    const outcome = await parseWritten('쪽.html', page(`${body}글`)).then(
      ({ blocks }) => blocks.at(-1)!.text,
      (error: unknown) => (error as AppError).code,
    );
    expect(['글', 'file_unreadable']).toContain(outcome);
  });
});
