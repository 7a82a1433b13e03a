import { createEmbeddings } from '../../llm/createEmbeddings';
import type { EmbeddingModel } from '../../llm/embeddings';
import { createPassageSearch } from '../../retrieval/hybridSearch';
import { directoryOf } from '../../retrieval/nameDirectory';
import { describeEachIndex, makeChunk } from '../../test/searchIndexes';
import { serviceEnv } from '../../test/services';

/** Two passages that differ in little but the word that turns the meaning round, and questions for each. */
const pairs = [
  {
    name: '급여/비급여',
    plain: '고혈압 진단을 받은 환자에게 투여하는 경우 급여로 인정하며 환자는 약값의 일부를 부담한다.',
    negated: '비만 치료를 위해 환자에게 투여하는 경우 비급여로 하며 비급여 약값은 환자가 전액 부담한다.',
    asksPlain: ['급여', '급여 기준', '급여로 인정되는 경우는?', '급여되는 환자 알려줘'],
    asksNegated: ['비급여', '비급여 기준', '비급여로 하는 경우는?', '비급여되는 환자 알려줘'],
  },
  {
    name: '응고/항응고',
    plain: '응고 검사는 채혈 후 네 시간 안에 하고, 응고 시간이 길어지면 의사에게 알린다.',
    negated: '항응고 치료는 출혈이 없을 때 하고, 항응고제 복용 시간이 늦어지면 의사에게 알린다.',
    asksPlain: ['응고', '응고 시간', '응고는 어떻게 검사하나요?'],
    asksNegated: ['항응고', '항응고제', '항응고제는 언제 복용하나요?', '항응고 치료'],
  },
  {
    name: '적응증/비적응증',
    plain: '도네클리정의 적응증은 알츠하이머형 치매이며 설명회에서 소개할 수 있다.',
    negated: '도네클리정의 비적응증은 혈관성 치매이며 설명회에서 소개할 수 없다.',
    asksPlain: ['적응증', '도네클리정 적응증', '도네클리정의 적응증은 무엇인가요?'],
    asksNegated: ['비적응증', '도네클리정 비적응증', '도네클리정의 비적응증은 무엇인가요?'],
  },
  {
    name: '투여/미투여',
    plain: '투여군에서 12주간 뇌졸중 발생률은 3.1%였고, 투여 환자의 출혈은 2건이었다.',
    negated: '미투여군에서 12주간 뇌졸중 발생률은 9.4%였고, 미투여 환자의 출혈은 1건이었다.',
    asksPlain: ['투여군', '투여군의 뇌졸중 발생률', '투여 환자의 출혈은 몇 건인가요?'],
    asksNegated: ['미투여군', '미투여군의 뇌졸중 발생률', '미투여 환자의 출혈은 몇 건인가요?'],
  },
  {
    name: '제출/미제출',
    plain: '영수증을 제출한 직원은 다음 달 급여일에 정산을 받으며 제출 명단은 총무팀에 보관한다.',
    negated: '영수증을 미제출한 직원은 다음 달 정산에서 빠지며 미제출 명단은 총무팀에 통보한다.',
    asksPlain: ['제출', '영수증 제출 직원', '영수증을 제출한 직원은 어떻게 되나요?'],
    asksNegated: ['미제출', '영수증 미제출 직원', '영수증을 미제출한 직원은 어떻게 되나요?'],
  },
];

const noNames = async () => directoryOf([]);

describeEachIndex((index) => {
  describe.each(pairs)('$name', ({ plain, negated, asksPlain, asksNegated }) => {
    const questions = [
      ...asksPlain.map((question) => ({ question, best: 'plain' })),
      ...asksNegated.map((question) => ({ question, best: 'negated' })),
    ];

    /** What is first for each question, as the product searches. */
    async function firstOfEach(embeddings: EmbeddingModel | null) {
      const search = createPassageSearch({ index: index(), embeddings, names: noNames });
      const firsts = [];
      for (const { question } of questions) {
        const { passages, degraded } = await search({
          query: question,
          topK: 2,
          principals: null,
          today: '2025-03-15',
        });
        expect(degraded).toBe(false);
        firsts.push({ question, best: passages[0]?.chunkId });
      }
      return firsts;
    }

    it('puts the passage of the same sense first', async () => {
      await index().upsert([makeChunk('negated', { text: negated }), makeChunk('plain', { text: plain })]);
      expect(await firstOfEach(null)).toEqual(questions);
    });

    const embeddings = createEmbeddings(serviceEnv());
    (embeddings ? it : it.skip)('also when the meaning counts', async () => {
      const [negatedVector, plainVector] = await embeddings!.embedDocuments([negated, plain]);
      const { name: embeddingModel } = embeddings!;
      const build = await index().openBuild({ words: [], embeddingModel });
      await build.upsert([
        makeChunk('negated', { text: negated, embedding: negatedVector!, embeddingModel }),
        makeChunk('plain', { text: plain, embedding: plainVector!, embeddingModel }),
      ]);
      await build.takeOver();
      expect(await firstOfEach(embeddings)).toEqual(questions);
    });
  });
});
