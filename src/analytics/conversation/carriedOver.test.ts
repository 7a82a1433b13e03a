import { knownNames, linkKnownNames } from '../knownNamesFixture';
import { understandQuestion } from '../understand/understandQuestion';
import { now, rep } from '../understand/questionsFixture';
import { carriedOver } from './carriedOver';

/** What the last of these questions carries over. */
function ofLast(...questions: string[]): string | null {
  const asked = questions.map((question) => ({ question, names: linkKnownNames(question), now }));
  const last = asked.pop()!;
  const understood = understandQuestion(last.question, { ...last, employee: rep, earlier: asked });
  return carriedOver(understood, [last.names, ...asked.map(({ names }) => names)]);
}

test('what was named before is said with its code, what is new as it is', () => {
  expect(knownNames).toBeDefined();
  console.log(
    ofLast('나루아픽 9월 매출', '그럼 8월은?'),
    ofLast('나루아픽 9월 매출'),
    ofLast('한빛내과의원 9월 방문 몇 번?', '그럼 8월은?'),
    ofLast('나루아픽 9월 매출', '거래처별로'),
  );
});
