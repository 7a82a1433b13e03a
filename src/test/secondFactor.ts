import { Secret, TOTP } from 'otpauth';
import type { NewSecondFactorDto, RecoveryCodesDto } from '../shared/signIn';
import { callApi } from './api';
import { testPassword } from './people';

/** What an authenticator app shows. @param moved half minutes from now */
export function codeOf({ secret }: Pick<NewSecondFactorDto, 'secret'>, moved = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: Date.now() + moved * 30_000 });
}

/** Sets a second factor up with the code of the half minute before now: that of now is still to be used. */
export async function setUpSecondFactor(
  url: string,
  token: string,
): Promise<NewSecondFactorDto & RecoveryCodesDto & { used: string }> {
  const path = '/api/auth/second-factor';
  const begun = await callApi<NewSecondFactorDto>(url, 'POST', path, {
    token,
    body: { currentPassword: testPassword },
  });
  if (begun.status !== 201) throw new Error(`beginning a second factor answered ${begun.status}`);
  const used = codeOf(begun.body, -1);
  const confirmed = await callApi<RecoveryCodesDto>(url, 'POST', `${path}/confirm`, {
    token,
    body: { code: used },
  });
  if (confirmed.status !== 200) throw new Error(`confirming it answered ${confirmed.status}`);
  return { ...begun.body, ...confirmed.body, used };
}
