import { describeEachIndex, find, idsOf, makeChunk } from '../../test/searchIndexes';

describeEachIndex((index) => {
  describe('writing', () => {
    it('makes a chunk found by the next search, with all that is stored of it', async () => {
      const chunk = makeChunk('c1', {
        documentId: 'document-7',
        ordinal: 3,
        title: '아로큐정 제품정보',
        docType: 'product-info',
        heading: '효능 > 효과',
        text: '아로큐정은 본태성 고혈압의 치료에 사용한다.',
        page: 2,
        charStart: 100,
        charEnd: 124,
        productCodes: ['A001'],
        validFrom: '2025-01-01',
        validTo: '2025-12-31',
      });
      await index().upsert([chunk, makeChunk('c2', { text: '주문은 오후 세 시까지 받는다.' })]);

      const [hit, ...others] = await find(index(), '고혈압 치료');

      const { embedding: _embedding, audience: _audience, ...stored } = chunk;
      expect(hit).toEqual({
        ...stored,
        score: expect.any(Number),
        legs: { lexical: expect.any(Number), vector: null },
      });
      expect(hit!.score).toBeGreaterThan(0);
      expect(others).toEqual([]);
    });

    it('replaces a chunk of the same id', async () => {
      await index().upsert([makeChunk('c1', { text: '보관 온도는 실온이다.' })]);
      await index().upsert([makeChunk('c1', { text: '결제 기한은 90일이다.' })]);

      expect(await find(index(), '보관 온도')).toEqual([]);
      expect(idsOf(await find(index(), '결제 기한'))).toEqual(['c1']);
      expect(await index().countDocument('document-1')).toBe(1);
    });

    it('writes more chunks at once than one request takes', async () => {
      const many = Array.from({ length: 450 }, (_, place) => makeChunk(`c${place}`, { ordinal: place }));
      await index().upsert(many);

      expect(await index().countDocument('document-1')).toBe(450);
    });

    it('removes the chunks of one document, but those to keep', async () => {
      await index().upsert([
        makeChunk('a1', { documentId: 'a' }),
        makeChunk('a2', { documentId: 'a' }),
        makeChunk('b1', { documentId: 'b' }),
      ]);

      await index().removeDocument('a', { keep: ['a2'] });
      expect(idsOf(await find(index(), '고혈압'))).toEqual(['a2', 'b1']);

      await index().removeDocument('a');
      expect(idsOf(await find(index(), '고혈압'))).toEqual(['b1']);
      expect(await index().countDocument('a')).toBe(0);
    });

    it('is as ready after preparing again, twice at the same time', async () => {
      await index().upsert([makeChunk('c1')]);

      await Promise.all([index().prepare(), index().prepare()]);

      expect(idsOf(await find(index(), '고혈압'))).toEqual(['c1']);
      await index().ping();
    });
  });

  describe('who may read', () => {
    beforeEach(async () => {
      await index().upsert([
        makeChunk('all', { audience: ['everyone'] }),
        makeChunk('team', { audience: ['team:서울1팀', 'role:admin'] }),
        makeChunk('one', { audience: ['employee:1001'] }),
      ]);
    });

    it('finds only what one of the principals may read', async () => {
      const principals = ['everyone', 'role:rep', 'team:서울1팀'];
      expect(idsOf(await find(index(), '고혈압', { principals }))).toEqual(['all', 'team']);
      // A part of a principal is not the principal.
      expect(idsOf(await find(index(), '고혈압', { principals: ['team:서울1', 'employee:100'] }))).toEqual(
        [],
      );
    });

    it('finds nothing for nobody, and all for who may read all', async () => {
      expect(await find(index(), '고혈압', { principals: [] })).toEqual([]);
      expect(idsOf(await find(index(), '고혈압', { principals: null }))).toEqual(['all', 'one', 'team']);
    });

    it('holds for the search by vector too', async () => {
      await index().upsert([makeChunk('secret', { audience: ['employee:1001'], embedding: [1, 0] })]);
      const asked = { vector: [1, 0], principals: ['everyone'] };

      expect(idsOf(await find(index(), '상관없는 질문', asked))).toEqual([]);
      expect(
        idsOf(await find(index(), '상관없는 질문', { ...asked, principals: ['employee:1001'] })),
      ).toEqual(['secret']);
    });

    it('leaves room in a short answer for what may be read', async () => {
      const hidden = Array.from({ length: 20 }, (_, place) =>
        makeChunk(`hidden${place}`, { audience: ['employee:1'], heading: '고혈압', embedding: [1, 0] }),
      );
      await index().upsert(hidden);

      const hits = await find(index(), '고혈압', { vector: [1, 0], principals: ['everyone'], topK: 1 });
      expect(idsOf(hits)).toEqual(['all']);
    });
  });

  describe('filters', () => {
    it('keeps to documents valid on the day, both bounds included', async () => {
      await index().upsert([
        makeChunk('always'),
        makeChunk('march', { validFrom: '2025-03-01', validTo: '2025-03-31' }),
        makeChunk('from', { validFrom: '2025-04-01' }),
        makeChunk('until', { validTo: '2025-02-28' }),
      ]);
      const validOn = async (day: string) => idsOf(await find(index(), '고혈압', { validOn: day }));

      expect(await validOn('2025-02-28')).toEqual(['always', 'until']);
      expect(await validOn('2025-03-01')).toEqual(['always', 'march']);
      expect(await validOn('2025-03-31')).toEqual(['always', 'march']);
      expect(await validOn('2025-04-01')).toEqual(['always', 'from']);
    });

    it('keeps to kinds of document and to products; an empty list asks for no kind in particular', async () => {
      await index().upsert([
        makeChunk('notice', { docType: 'price-notice', productCodes: ['A001', 'B002'] }),
        makeChunk('guide', { docType: 'promotion-guide', productCodes: ['B002'] }),
        makeChunk('other'),
      ]);

      expect(idsOf(await find(index(), '고혈압', { docTypes: ['price-notice', 'qna'] }))).toEqual(['notice']);
      expect(idsOf(await find(index(), '고혈압', { productCodes: ['A001'] }))).toEqual(['notice']);
      expect(idsOf(await find(index(), '고혈압', { productCodes: ['B002'] }))).toEqual(['guide', 'notice']);
      const both = { docTypes: ['promotion-guide'], productCodes: ['A001'] };
      expect(await find(index(), '고혈압', both)).toEqual([]);
      const neither = { docTypes: [], productCodes: [] };
      expect(idsOf(await find(index(), '고혈압', neither))).toEqual(['guide', 'notice', 'other']);
    });
  });

  describe('ranking', () => {
    it('answers with the best first, and no more than asked for', async () => {
      await index().upsert([
        makeChunk('text', { text: '당뇨 환자의 반품 문의가 있었다.' }),
        makeChunk('title', { title: '반품 규정', text: '반품 조건은 다음과 같다.' }),
        makeChunk('none'),
      ]);

      const hits = await find(index(), '반품 규정');
      expect(hits.map(({ chunkId }) => chunkId)).toEqual(['title', 'text']);
      expect(hits[0]!.score).toBeGreaterThan(hits[1]!.score);
      expect(idsOf(await find(index(), '반품 규정', { topK: 1 }))).toEqual(['title']);
    });

    it('takes a title for more than a text, and a heading too', async () => {
      const [about, aside] = ['반품 규정 개정 안내', '강연 자료 제출 기한'];
      await index().upsert([
        makeChunk('text', { title: aside, heading: aside, text: about }),
        makeChunk('heading', { title: aside, heading: about, text: aside }),
        makeChunk('title', { title: about, heading: aside, text: aside }),
      ]);

      const hits = await find(index(), '반품 규정');
      expect(hits.map(({ chunkId }) => chunkId)).toEqual(['title', 'heading', 'text']);
      const [title, heading, text] = hits.map(({ score }) => score) as [number, number, number];
      expect(title / text).toBeCloseTo(2, 1);
      expect(heading / text).toBeCloseTo(1.5, 1);
    });

    it('finds by meaning what shares no word, and keeps a match by word above it', async () => {
      await index().upsert([
        makeChunk('near', { text: '반품은 삼십 일 이내에 한다.', embedding: [0.8, 0.6] }),
        makeChunk('far', { text: '강연료는 연간 한도가 있다.', embedding: [0, 1] }),
        makeChunk('word', { text: '환불 절차를 안내한다.', embedding: [0.6, 0.8] }),
      ]);

      expect(idsOf(await find(index(), '환불'))).toEqual(['word']);
      const hits = await find(index(), '환불', { vector: [1, 0] });
      expect(hits.map(({ chunkId }) => chunkId)).toEqual(['word', 'near', 'far']);
    });

    it('finds chunks without a vector, or with one of another model, by their words', async () => {
      await index().upsert([
        makeChunk('small', { embedding: [1, 0] }),
        makeChunk('large', { embedding: [1, 0, 0] }),
        makeChunk('none'),
      ]);

      const hits = await find(index(), '고혈압', { vector: [1, 0] });
      expect(idsOf(hits)).toEqual(['large', 'none', 'small']);
      const [best, ...others] = hits;
      expect(best!.chunkId).toBe('small');
      // By words the three are equal, so the two without a comparable vector stay equal.
      expect(others[0]!.score).toBeCloseTo(others[1]!.score, 6);
    });

    it('takes the longest question there is', async () => {
      await index().upsert([makeChunk('c1')]);
      const words = Array.from({ length: 500 }, (_, place) => `낱말${place}번`);
      const longest = `고혈압 ${words.join(' ')}`.slice(0, 4000);

      expect(idsOf(await find(index(), longest, { vector: [1, 0] }))).toEqual(['c1']);
    });

    it('takes a question of signs only', async () => {
      await index().upsert([makeChunk('c1')]);
      expect(await find(index(), '"?*:(~')).toEqual([]);
    });
  });

  describe('writing systems', () => {
    it('finds units, numbers and foreign words however they are typed', async () => {
      await index().upsert([
        makeChunk('dose', { text: '1회 2.5㎎을 투여하고 HbA1c를 확인한다. 상한금액은 1,200원이다.' }),
        makeChunk('other', { text: '방문 기록은 자정까지 쓴다.' }),
      ]);

      for (const question of ['2.5mg', '2.5 MG', '2.5㎎', 'hba1c', 'ＨｂＡ１ｃ', '1200원']) {
        expect([question, idsOf(await find(index(), question))]).toEqual([question, ['dose']]);
      }
    });

    it('finds composed Korean by a question in decomposed Korean', async () => {
      await index().upsert([makeChunk('c1')]);
      expect(idsOf(await find(index(), '고혈압'.normalize('NFD')))).toEqual(['c1']);
    });
  });
});
