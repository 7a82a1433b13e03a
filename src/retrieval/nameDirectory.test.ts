import { directoryOf } from './nameDirectory';

const apix = ['나루아픽', '아픽사반', '나루픽'];
const directory = directoryOf([
  { names: apix },
  { names: ['나루리바', '리바록사반'] },
  { names: ['푸른들종합병원', '들병원'] },
]);

describe('namesIn', () => {
  it.each<[string, string[]]>([
    ['나루아픽정의 용량', ['나루아픽']],
    // By whichever of its names, it is the first that is given; in the order of the text, each once.
    ['들병원에 아픽사반과 나루픽을', ['푸른들종합병원', '나루아픽']],
    ['나루 아픽정', ['나루아픽']],
    ['강연료 한도', []],
  ])('%s', (text, names) => {
    expect(directory.namesIn(text)).toEqual(names);
  });
});

describe('otherNames', () => {
  it.each<[string, string, string[]]>([
    ['a name', '아픽사반 용량', apix],
    ['its 초성', 'ㄴㄹㅇㅍ 용량', apix],
    ['the beginning of its 초성', 'ㅍㄹㄷ 방문', ['푸른들종합병원', '들병원']],
    ['two consonants, which every other word has', 'ㄴㄹ 용량', []],
    ['another word', '강연료 한도', []],
  ])('by %s', (_by, question, names) => {
    expect(directory.otherNames(question)).toEqual(names);
  });

  it('by its sound in Latin letters, of which the end may be missing', () => {
    expect(directory.otherNames('apixaban dose')).toContain('아픽사반');
    expect(directory.otherNames('Naruapix dose')).toContain('나루아픽');
    expect(directory.otherNames('rivaroxaban dose')).toEqual(['리바록사반']);
    expect(directory.otherNames('maximum dose')).toEqual([]);
  });

  it('not by 초성 that more than a few things share', () => {
    const alike = ['나라약국', '나래약국', '노루약국', '누리약국', '나루약국', '너른약국'];
    const five = directoryOf(alike.slice(0, 5).map((name) => ({ names: [name] })));
    expect(five.otherNames('ㄴㄹㅇㄱ 방문')).toHaveLength(5);
    expect(directoryOf(alike.map((name) => ({ names: [name] }))).otherNames('ㄴㄹㅇㄱ 방문')).toEqual([]);
  });
});
