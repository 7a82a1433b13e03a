import type { IndexHit } from '../storage/searchIndex/searchIndex';
import { makeHit } from '../test/searchIndexes';
import { describeCandidates } from './candidateFeatures';
import { expandQuestion } from './expandQuestion';
import { directoryOf } from './nameDirectory';

const noNames = directoryOf([]);

/** Candidates of a question, in the order given. */
function described(question: string, ...given: Partial<IndexHit>[]) {
  const hits = given.map((hit, at) => makeHit(`hit ${at}`, hit));
  return describeCandidates(question, expandQuestion(question, noNames).words, hits);
}

const featuresOf = (question: string, ...given: Partial<IndexHit>[]) =>
  described(question, ...given).map(({ features }) => features);

describe('how much of a word a passage has', () => {
  it.each<[string, string, Partial<IndexHit>, number]>([
    ['all of it', '모꼬지', { text: '모꼬지 기준' }, 1],
    // 비급여 asks for `^비급 비급 급여`, of which only the last is there.
    ['the end of it', '비급여', { text: '급여 기준' }, 1 / 3],
    ['another word for it', '밥값', { text: '식음료 기준' }, 0.8],
    ['it in the heading right above', '모꼬지', { text: '기준', heading: '안내 > 모꼬지' }, 0.8],
    ['it in a heading further up', '모꼬지', { text: '기준', heading: '모꼬지 > 안내' }, 0.6],
    ['it in the title', '모꼬지', { text: '기준', title: '모꼬지' }, 0.6],
    ['nothing of it', '모꼬지', { text: '기준' }, 0],
  ])('%s', (_what, question, hit, share) => {
    const [candidate] = described(question, hit);
    expect(candidate!.shares).toEqual([expect.closeTo(share, 10)]);
    expect(candidate!.features.words).toBeCloseTo(share, 10);
  });

  it('is nothing where the question has no word that says anything', () => {
    const [candidate] = described('그게 뭐야?', { text: '기준' });
    expect(candidate).toMatchObject({ shares: [], features: { words: 0, ownWords: 0, sentence: 0 } });
  });
});

it('a word that few candidates have counts more', () => {
  const [rare, common] = featuresOf(
    '모꼬지 뜨락',
    { text: '모꼬지' },
    { text: '뜨락' },
    { text: '뜨락' },
    { text: '뜨락' },
  );
  expect(rare!.words).toBeGreaterThan(0.5);
  expect(common!.words).toBeLessThan(0.5);
});

it('words of the text are told from words above it, and words together from words apart', () => {
  const [together, apart, above] = featuresOf(
    '모꼬지 뜨락',
    { text: '모꼬지 뜨락이다. 다른 말이다.' },
    { text: '모꼬지이다. 뜨락이다.' },
    { text: '다른 말이다.', title: '모꼬지 뜨락' },
  );
  expect([together!.ownWords, apart!.ownWords, above!.ownWords]).toEqual([1, 1, 0]);
  expect(together!.sentence).toBe(1);
  expect(apart!.sentence).toBeLessThan(1);
});

it('numbers of the question that a passage lacks are counted, however they are written', () => {
  const [both, one, none] = featuresOf(
    '5㎎ 1,000정',
    { text: '5mg 1000정' },
    { text: '5mg', title: '' },
    { text: '15mg 10정' },
  );
  expect([both!.numbersMissing, one!.numbersMissing, none!.numbersMissing]).toEqual([0, 0.5, 1]);
});

it('the nearest in meaning is at 0, farther ones below, and one found by words alone as the farthest', () => {
  const vector = (cosine: number | null) => ({ legs: { lexical: 1, vector: cosine } });
  const [near, far, byWords] = featuresOf('질문', vector(0.9), vector(0.8), vector(null));
  expect(near!.nearness).toBe(0);
  expect(far!.nearness).toBeLessThan(0);
  expect(byWords!.nearness).toBe(far!.nearness);
});

it('without vectors nothing is said of meaning or language', () => {
  expect(featuresOf('질문', {})[0]).toMatchObject({ nearness: 0, sameLanguage: 0 });
});

it('knows the language of the question', () => {
  const legs = { lexical: 1, vector: 0.9 };
  const texts = [
    { text: 'The maximum dose is 10 mg.', legs },
    { text: '최대 용량은 10mg이다.', legs },
  ];
  expect(featuresOf('최대 용량', ...texts).map(({ sameLanguage }) => sameLanguage)).toEqual([0, 1]);
  expect(featuresOf('maximum dose', ...texts).map(({ sameLanguage }) => sameLanguage)).toEqual([1, 0]);
});

it('gives the rank by the keyword score, and 0 to what was not found by words', () => {
  const ranks = featuresOf('질문', ...[3, 9, null, 3].map((lexical) => ({ legs: { lexical, vector: 0.5 } })));
  expect(ranks.map(({ keywordRank }) => keywordRank)).toEqual([1 / 2, 1, 0, 1 / 2]);
});

it('counts as substance what is neither title nor heading', () => {
  const own = '가'.repeat(150);
  const [half, full] = featuresOf(
    '질문',
    { ordinal: 0, title: '안내', heading: '1. 보관', text: `안내\n1. 보관\n${own}` },
    { ordinal: 1, text: own.repeat(3) },
  );
  expect(half).toMatchObject({ opening: 1, substance: 0.5 });
  expect(full).toMatchObject({ opening: 0, substance: 1 });
});

it('sees whether the best sentence says not, where the question does', () => {
  const passages = [
    { text: '모꼬지는 투여하지 않는다. 뜨락은 된다.' },
    { text: '모꼬지는 투여한다. 뜨락은 금지이다.' },
  ];
  const negations = (question: string) => featuresOf(question, ...passages).map(({ negation }) => negation);
  expect(negations('모꼬지를 투여하면 안 되나요?')).toEqual([1, 0]);
  expect(negations('모꼬지를 투여하나요?')).toEqual([0, 0]);
});
