import {
  formatBytes,
  formatCell,
  formatClock,
  formatDay,
  formatDigits,
  formatMilliseconds,
  formatMoney,
  formatRatio,
  formatRelativeDay,
  formatRelativeTime,
  formatShort,
  formatTime,
} from './format';

describe('times', () => {
  it('shows the Korean day, not that of the browser', () => {
    // 15:30 UTC is half past midnight of the next day in Seoul.
    expect(formatDay('2025-02-28T15:30:00Z', 'ko')).toBe('2025. 3. 1.');
    expect(formatDay('2025-02-28T15:30:00Z', 'en')).toBe('1 Mar 2025');
    expect(formatClock('2025-02-28T15:30:05Z', 'ko')).toBe('2025. 3. 1. 0:30:05 KST');
  });

  it('names the clock to whom it is not their own', () => {
    const offset = jest.spyOn(Date.prototype, 'getTimezoneOffset');
    offset.mockReturnValue(-540);
    expect(formatTime('2025-02-28T15:30:00Z', 'ko')).toBe('2025. 3. 1. 00:30');
    offset.mockReturnValue(0);
    expect(formatTime('2025-02-28T15:30:00Z', 'ko')).toBe('2025. 3. 1. 00:30 KST');
    expect(formatTime('2025-02-28T15:30:00Z', 'en')).toBe('1 Mar 2025, 00:30 KST');
    offset.mockRestore();
  });

  it.each([
    // By the Korean day, not by how many hours ago: half past midnight in Seoul is today at one o'clock.
    ['2026-11-26T15:30:00Z', '오늘 00:30', 'today 00:30'],
    ['2026-11-26T14:30:00Z', '어제 23:30', 'yesterday 23:30'],
    ['2026-11-23T01:05:00Z', '11. 23. (월) 10:05', 'Mon 23 Nov 10:05'],
    ['2025-12-31T01:05:00Z', '2025. 12. 31. 10:05', '31 Dec 2025 10:05'],
    ['2026-11-28T01:05:00Z', '11. 28. (토) 10:05', 'Sat 28 Nov 10:05'],
  ])('says of %s in a list %s', (instant, ko, en) => {
    const now = new Date('2026-11-26T16:00:00Z');
    const offset = jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-540);
    expect(formatRelativeTime(instant, 'ko', now)).toBe(ko);
    expect(formatRelativeTime(instant, 'en', now)).toBe(en);
    expect(ko).toContain(formatRelativeDay(instant, 'ko', now));
    offset.mockRestore();
  });
});

describe('cells', () => {
  it('follow the kind of their column', () => {
    expect(formatCell(0.1234, 'ratio', 'ko')).toBe('12.3%');
    expect(formatCell(-0.05, 'ratio', 'ko')).toBe('-5%');
    expect(formatCell(12_000, 'count', 'ko')).toBe('12,000');
    expect(formatCell(12_000, 'won', 'ko')).toBe('₩12,000');
    expect(formatCell('2025-03', 'month', 'ko')).toBe('2025-03');
    expect(formatCell('2025-03-01T00:00:00+09:00', 'time', 'ko')).toMatch(/^2025\. 3\. 1\. 00:00/);
    expect(formatCell(null, 'won', 'ko')).toBe('–');
    expect(formatCell(0, 'won', 'ko')).toBe('₩0');
  });
});

describe('money', () => {
  it('has all digits in a table and is short on a card', () => {
    expect(formatCell(123_456_789, 'won', 'ko')).toBe('₩123,456,789');
    expect(formatMoney(123_456_789.4, 'ko')).toBe('1억 2,346만 원');
    expect(formatMoney(123_456_789, 'en')).toBe('₩123.5M');
  });
});

describe('figures beside an axis', () => {
  it('are said in 만 and 억, or in K and M', () => {
    expect(formatShort(123_456_789, 'won', 'ko')).toBe('1.23억');
    expect(formatShort(34_000_000, 'won', 'ko')).toBe('3,400만');
    expect(formatShort(34_000_000, 'won', 'en')).toBe('34M');
    expect(formatShort(0.125, 'ratio', 'ko')).toBe('12.5%');
  });
});

describe('sizes and durations', () => {
  it('use the unit that reads best', () => {
    expect(formatBytes(0)).toBe('0 B');
    expect(formatBytes(1_536)).toBe('1.5 KB');
    expect(formatBytes(100 * 1024 * 1024)).toBe('100 MB');
    expect(formatMilliseconds(42.4)).toBe('42 ms');
    expect(formatMilliseconds(1_530)).toBe('1.5 s');
    expect(formatRatio(1)).toBe('100%');
    expect(formatDigits(0.012345, 3)).toBe('0.0123');
  });
});
