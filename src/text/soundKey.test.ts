import { soundKey } from './soundKey';

it.each([
  ['아픽사반', 'apixaban', 'pkspn'],
  ['나루리바반', 'Narurivaban', 'nrrppn'],
  ['글리메피리드', 'glimepiride', 'krmprt'],
  ['텔미사르탄', 'telmisartan', 'trmsrtn'],
  ['메트포르민', 'metformin', 'mtprmn'],
])('%s and %s sound alike', (korean, latin, key) => {
  expect(soundKey(korean)).toBe(key);
  expect(soundKey(latin)).toBe(key);
});

it('tells names apart that sound otherwise', () => {
  expect(soundKey('나루아픽')).not.toBe(soundKey('나루암로'));
});

it('hears of two consonants at the end of a syllable the one that is spoken', () => {
  expect(soundKey('닭')).toBe('tk');
  expect(soundKey('값')).toBe('kp');
});

it('is empty where there is no consonant', () => {
  expect(soundKey('아이오 5')).toBe('');
});
