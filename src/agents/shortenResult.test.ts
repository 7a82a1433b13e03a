import { maximumToolResultCharacters } from './limits';
import { shortenResult } from './shortenResult';

test('a result that fits is left as it is, a longer one is cut and says so', () => {
  const fits = '가'.repeat(maximumToolResultCharacters);
  expect(shortenResult(fits)).toBe(fits);
  const cut = shortenResult(`${fits}나다`);
  expect(cut.startsWith(fits)).toBe(true);
  expect(cut).not.toContain('나');
  expect(cut).toContain(`${maximumToolResultCharacters + 2} characters`);
});
