import { createEmbeddings } from '../llm/createEmbeddings';
import { describeEachIndex, makeChunk } from '../test/searchIndexes';
import { serviceEnv } from '../test/services';
import { createPassageSearch } from './hybridSearch';
import { directoryOf } from './nameDirectory';

const noNames = async () => directoryOf([]);

const embeddings = createEmbeddings(serviceEnv());

const texts = {
  returns: '유효기간이 6개월 이상 남은 미개봉 제품은 구입 후 30일 이내에 반품이 가능하다.',
  fees: '의료인 강연료는 시간당 50만원을 넘지 못한다.',
  storage: '기밀용기에 담아 실온에서 보관하며 직사광선을 피한다.',
  report: '이상사례를 들은 직원은 하루 안에 약물감시팀에 보고한다.',
};

/** Shares no word and no bigram with any of the texts. */
const paraphrase = '의사에게 주는 보수';

describeEachIndex((index) => {
  it('finds nothing by words for a paraphrase', async () => {
    await index().upsert(Object.entries(texts).map(([id, text]) => makeChunk(id, { text })));
    const search = createPassageSearch({ index: index(), embeddings: null, names: noNames });
    const answer = await search({ query: paraphrase, topK: 4, principals: null, today: '2025-03-15' });
    expect(answer).toMatchObject({ passages: [], mode: 'keyword', evidence: 0 });
  });

  (embeddings ? it : it.skip)('finds it by its meaning, first of all', async () => {
    const vectors = await embeddings!.embedDocuments(Object.values(texts));
    const { name: embeddingModel } = embeddings!;
    const build = await index().openBuild({ words: [], embeddingModel });
    await build.upsert(
      Object.entries(texts).map(([id, text], place) =>
        makeChunk(id, { text, embedding: vectors[place]!, embeddingModel }),
      ),
    );
    await build.takeOver();
    const search = createPassageSearch({ index: index(), embeddings, names: noNames });
    const answer = await search({ query: paraphrase, topK: 4, principals: null, today: '2025-03-15' });

    expect(answer.mode).toBe('hybrid');
    expect(answer.passages[0]?.chunkId).toBe('fees');
  });
});
