import { createWaitingLine } from './waitingLine';

const [ann, bob, cho] = [1, 2, 3];
const lineOf = (...people: number[]) => {
  const line = createWaitingLine<{ employeeId: number; name: string }>();
  const items = people.map((employeeId, at) => ({ employeeId, name: `${employeeId}#${at}` }));
  for (const item of items) line.add(item);
  return { line, items };
};
const takeAll = ({ line }: ReturnType<typeof lineOf>) => {
  const taken: number[] = [];
  for (let item = line.next(); item; item = line.next()) taken.push(item.employeeId);
  return taken;
};

test('many questions of one do not go before those of others', () => {
  expect(takeAll(lineOf(ann, ann, ann, ann, ann, bob, cho, cho))).toEqual([
    ...[ann, bob, cho],
    ...[ann, cho],
    ...[ann, ann, ann],
  ]);
});

test('whoever was served stands behind those who came meanwhile', () => {
  const { line } = lineOf(ann, ann, ann);
  expect(line.next()).toMatchObject({ employeeId: ann });
  line.add({ employeeId: bob, name: 'late' });
  expect(line.next()).toMatchObject({ employeeId: ann });
  expect(line.next()).toMatchObject({ employeeId: bob });
});

test('the order shown is the order taken, also after some have left', () => {
  const made = lineOf(ann, ann, bob, bob, cho, ann);
  const [, , leaving] = made.items;
  made.line.remove(leaving!);
  expect(made.line.inOrder()).not.toContain(leaving);
  made.line.remove(leaving!);
  const shown = made.line.inOrder().map(({ employeeId }) => employeeId);
  expect(made.line.size).toBe(5);
  expect(takeAll(made)).toEqual(shown);
  expect(made.line.size).toBe(0);
});
