import { passwordSchema } from '../../../shared/people';
import { newPassword } from './newPassword';

it('makes passwords that are taken, each another', () => {
  const made = Array.from({ length: 200 }, newPassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) {
    expect(passwordSchema.safeParse(password).success).toBe(true);
    expect(password).toMatch(/^[a-km-np-z2-9]{16}$/);
  }
});
