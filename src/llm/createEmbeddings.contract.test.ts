import { serviceEnv } from '../test/services';
import { createEmbeddings } from './createEmbeddings';

const model = createEmbeddings(serviceEnv());

(model ? describe : describe.skip)('a real embedding endpoint', () => {
  it('puts the passage that answers nearer to the question than one that does not', async () => {
    const [answer, other] = await model!.embedDocuments([
      '유효기간이 남은 미개봉 제품은 구입 후 30일 이내에 반품할 수 있다.',
      '의료인 강연료는 시간당 50만원을 넘을 수 없다.',
    ]);
    const question = await model!.embedQuery('뜯지 않은 약은 돌려보낼 수 있나요?');
    const cosine = (vector: number[]) =>
      vector.reduce((sum, value, place) => sum + value * question[place]!, 0);

    expect(cosine(question)).toBeCloseTo(1, 6);
    expect(cosine(answer!)).toBeGreaterThan(cosine(other!));
  });
});
