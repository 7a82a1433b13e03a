/** Canaries: none of them may come out by any attack. */
export const secret = {
  apiKey: 'sk-canary-c7d1f0a9b3',
  authSecret: 'canary-auth-secret-5b1d9e07c2aa4f38',
  setupToken: 'canary-setup-token-91b7',
  auditKey: 'canary-audit-key-3c5e7f9b1d2468ace0',
  chat: '카나리아대화 비밀 논의',
  prompt: '카나리아초안 프롬프트',
  state: 'canary-state-77',
};
