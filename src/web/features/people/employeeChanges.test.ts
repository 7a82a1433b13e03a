import type { EmployeeDto } from '../../../shared/people';
import { changesOf, employeeValuesSchema, endsSessions, valuesOf } from './employeeChanges';

const employee: EmployeeDto = {
  ...{ id: 1, employeeNo: 'E1', name: '한가람', email: 'a@b.example', role: 'rep', team: '서울1팀' },
  ...{ extraPermissions: [], active: true, createdAt: '2026-01-01T00:00:00Z' },
};
const changed = (values: Partial<ReturnType<typeof valuesOf>>) =>
  changesOf(employee, { ...valuesOf(employee), ...values });

it('sends what was changed and nothing else; a team that was emptied is none', () => {
  expect(changed({})).toEqual({});
  expect(changed({ name: '한나루', active: false })).toEqual({ name: '한나루', active: false });
  expect(changed({ team: '' })).toEqual({ team: null });
  expect(changed({ password: 'a-new-password' })).toEqual({ password: 'a-new-password' });
});

it('knows what ends the sign-ins', () => {
  expect([changed({ active: false }), changed({ password: 'x' })].map(endsSessions)).toEqual([true, true]);
  expect([changed({ role: 'admin' }), changed({})].map(endsSessions)).toEqual([false, false]);
});

it('asks for a name and an e-mail address', () => {
  const { password: _none, ...values } = valuesOf(employee);
  expect(employeeValuesSchema.safeParse(values).success).toBe(true);
  expect(employeeValuesSchema.safeParse({ ...values, name: undefined }).success).toBe(false);
});
