import { Writable } from 'node:stream';
import pino from 'pino';
import { ReadTimeout } from '../../storage/database/database';
import { createSuggestQuestions } from './suggestQuestions';

type Parts = Parameters<typeof createSuggestQuestions>[0];

const actor = { id: 7, role: 'rep', name: '사람', team: '서울1팀' } as Parameters<
  ReturnType<typeof createSuggestQuestions>
>[0];

/** What is logged where the first reading fails. */
async function loggedAfter(failure: Error): Promise<string[]> {
  const lines: string[] = [];
  const stream = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString());
      done();
    },
  });
  const parts = { readAs: () => Promise.reject(failure), logger: pino(stream) } as unknown as Parts;
  expect(await createSuggestQuestions(parts)(actor, 'ko')).toEqual([]);
  return lines;
}

it.each([
  ['one reading', new ReadTimeout()],
  ['them all', new DOMException('The operation was aborted due to timeout', 'TimeoutError')],
])('says in a short line that there was no time for %s', async (_what, failure) => {
  const [line, ...others] = await loggedAfter(failure);
  expect(others).toEqual([]);
  expect(line!.length).toBeLessThan(300);
  expect(JSON.parse(line!)).toMatchObject({
    ...{ level: 40, employeeId: 7, made: 0 },
    ...{ reason: failure.message, msg: 'no time for all suggestions' },
  });
});

it('says of a defect where it is', async () => {
  const [line] = await loggedAfter(new TypeError('no such thing'));
  expect(JSON.parse(line!)).toMatchObject({ err: { type: 'TypeError' } });
  expect(line).toContain(__filename);
});
