import { createEmbeddings } from '../../llm/createEmbeddings';
import { describeEachIndex, find, makeChunk } from '../../test/searchIndexes';
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
];

describeEachIndex((index) => {
  describe.each(pairs)('$name', ({ plain, negated, asksPlain, asksNegated }) => {
    const questions = [
      ...asksPlain.map((question) => ({ question, best: 'plain' })),
      ...asksNegated.map((question) => ({ question, best: 'negated' })),
    ];

    it('puts the passage of the same sense first', async () => {
      await index().upsert([makeChunk('negated', { text: negated }), makeChunk('plain', { text: plain })]);
      for (const { question, best } of questions) {
        const [first] = await find(index(), question);
        expect([question, first?.chunkId]).toEqual([question, best]);
      }
    });

    const embeddings = createEmbeddings(serviceEnv());
    (embeddings ? it : it.skip)('also when the meaning counts', async () => {
      const [negatedVector, plainVector] = await embeddings!.embedDocuments([negated, plain]);
      await index().upsert([
        makeChunk('negated', { text: negated, embedding: negatedVector! }),
        makeChunk('plain', { text: plain, embedding: plainVector! }),
      ]);
      for (const { question, best } of questions) {
        const [first] = await find(index(), question, { vector: await embeddings!.embedQuery(question) });
        expect([question, first?.chunkId]).toEqual([question, best]);
      }
    });
  });
});
