import { branchesBeside, lineTo, shownLine } from './branches';
import { newTurn, type Turn } from './conversationState';

/** `a` began the chat; `b` and `c` go on from it, `d` from `b`; `e` stands beside `a`. */
const turns = [
  ['a', null],
  ['b', 'a'],
  ['c', 'a'],
  ['d', 'b'],
  ['e', null],
].map(([turnId, parent]) => newTurn(turnId!, turnId!, parent!));

const idsOf = (line: Turn[]) => line.map(({ turnId }) => turnId).join('');

describe('the line that is shown', () => {
  it.each([
    ['ends at the turn that began last', null, 'e'],
    ['goes through the chosen turn to its newest continuation', 'a', 'abd'],
    ['ends at the chosen turn when nothing goes on from it', 'c', 'ac'],
    ['is the newest one when the chosen turn is not there', 'gone', 'e'],
  ])('%s', (_what, chosen, line) => {
    expect(idsOf(shownLine(turns, chosen))).toBe(line);
  });

  it('is empty in a chat without turns', () => {
    expect(shownLine([], null)).toEqual([]);
  });

  it('follows a chosen turn to what is asked behind it', () => {
    expect(idsOf(shownLine([...turns, newTurn('f', 'f', 'c')], 'c'))).toBe('acf');
  });
});

describe('the line to a turn', () => {
  it('has the turns before it, and is empty before the first one', () => {
    expect(idsOf(lineTo(turns, 'b'))).toBe('ab');
    expect(lineTo(turns, null)).toEqual([]);
  });

  it('ends where turns lead to one another in a circle', () => {
    expect(idsOf(lineTo([newTurn('x', 'x', 'y'), newTurn('y', 'y', 'x')], 'x'))).toBe('yx');
  });
});

it('branches stand beside each other in the order in which they began', () => {
  const [a, b] = turns;
  expect(idsOf(branchesBeside(turns, b!))).toBe('bc');
  expect(idsOf(branchesBeside(turns, a!))).toBe('ae');
});
