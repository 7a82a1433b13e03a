import {
  formatBytes,
  formatCell,
  formatDay,
  formatMilliseconds,
  formatRatio,
  formatShort,
  formatTime,
} from './format';

describe('times', () => {
  it('shows the Korean day, not that of the browser', () => {
    // 15:30 UTC is half past midnight of the next day in Seoul.
    expect(formatDay('2025-02-28T15:30:00Z', 'ko')).toBe('2025. 3. 1.');
    expect(formatDay('2025-02-28T15:30:00Z', 'en')).toBe('1 Mar 2025');
    expect(formatTime('2025-02-28T15:30:00Z', 'ko')).toBe('2025. 3. 1. 00:30');
  });
});

describe('cells', () => {
  it('follow the kind of their column', () => {
    expect(formatCell(0.1234, 'ratio', 'ko')).toBe('12.3%');
    expect(formatCell(-0.05, 'ratio', 'ko')).toBe('-5%');
    expect(formatCell(12_000, 'count', 'ko')).toBe('12,000');
    expect(formatCell(12_000, 'won', 'ko')).toBe('₩12,000');
    expect(formatCell('2025-03', 'month', 'ko')).toBe('2025-03');
    expect(formatCell('2025-03-01T00:00:00+09:00', 'time', 'ko')).toBe('2025. 3. 1. 00:00');
    expect(formatCell(null, 'won', 'ko')).toBe('–');
    expect(formatCell(0, 'won', 'ko')).toBe('₩0');
  });
});

describe('figures beside an axis', () => {
  it('are said in 만 and 억, or in K and M', () => {
    expect(formatShort(123_456_789, 'won', 'ko')).toBe('1.23억');
    expect(formatShort(34_000_000, 'won', 'ko')).toBe('3400만');
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
  });
});
