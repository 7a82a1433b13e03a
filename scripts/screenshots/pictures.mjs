/**
 * The pictures of `docs/screens.md`: whose page it is, where it stands, and what to do on it before the picture is taken.
 * `phone` and `dark` take it once more so.
 */
export const pictures = [
  { name: 'chat', role: 'rep', address: '/c/figures', phone: true, dark: true, before: showTable },
  { name: 'citation', role: 'rep', address: '/c/document', phone: true, before: openCitation },
  { name: 'start', role: 'rep', address: '/', phone: true },
  { name: 'customer', role: 'rep', address: '/customers/first', phone: true },
  { name: 'performance', role: 'rep', address: '/performance', phone: true },
  { name: 'documents', role: 'admin', address: '/documents', phone: true },
  { name: 'retrieval-test', role: 'admin', address: '/documents/search-test', before: searchAsTest },
  { name: 'people', role: 'admin', address: '/people', phone: true },
  { name: 'permissions', role: 'admin', address: '/people/permissions' },
  { name: 'assignments', role: 'admin', address: '/assignments' },
  { name: 'aliases', role: 'admin', address: '/aliases' },
  { name: 'imports', role: 'admin', address: '/imports' },
  { name: 'prompts', role: 'admin', address: '/prompts' },
  { name: 'migrations', role: 'admin', address: '/system/migrations' },
  { name: 'system', role: 'admin', address: '/system', phone: true, dark: true },
  { name: 'audit-search', role: 'analyst', address: '/audit', phone: true },
  { name: 'waterfall', role: 'analyst', address: '/audit/turns/first', before: openTrace },
  { name: 'replay', role: 'analyst', address: '/audit/conversations/first' },
  { name: 'review', role: 'analyst', address: '/audit/review', phone: true },
  { name: 'numbers', role: 'analyst', address: '/audit/numbers', phone: true, dark: true, before: showToday },
  { name: 'exports', role: 'analyst', address: '/audit/exports' },
  { name: 'profile', role: 'analyst', address: '/profile' },
];

/** What is asked before, so that there is something to see: by the conversation it stands in. */
export const questions = {
  document: ['나루아픽정 심포지엄 날짜가 언제야?', '이상사례 보고 기한은?'],
  figures: ['이번 분기 내 실적을 거래처별로 보여줘'],
  other: ['지난달 내 실적을 제품별로 보여줘', '우주정거장 도킹 절차 알려줘'],
};

async function showTable(page) {
  await page.getByTestId('result-table').waitFor();
}

async function openCitation(page) {
  await page.getByTestId('citation-chip').first().click();
  await page.getByTestId('passage-quote').first().waitFor();
}

async function searchAsTest(page) {
  await page.getByTestId('test-question').fill('나루아픽정 복용을 잊었으면?');
  await page.getByTestId('test-submit').click();
  await page.getByTestId('explanation').waitFor();
}

async function openTrace(page) {
  await page.getByTestId('turn-view-trace').click();
  await page.getByTestId('waterfall').waitFor();
}

async function showToday(page) {
  await page.getByTestId('numbers-preset').getByText('오늘').click();
  await page.getByTestId('result-chart').first().waitFor();
}
