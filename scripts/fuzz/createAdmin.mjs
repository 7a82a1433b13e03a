const admin = { name: '관리자', email: 'admin@fuzz.example', password: 'a password of the fuzzing admin' };

/** Makes the first admin of a started program. @returns how to sign in. */
export async function createAdmin({ url, setupToken }) {
  const response = await fetch(`${url}/init-admin`, {
    method: 'POST',
    headers: { authorization: `Bearer ${setupToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(admin),
  });
  if (!response.ok) throw new Error(`init-admin answered ${response.status}: ${await response.text()}`);
  return admin;
}
