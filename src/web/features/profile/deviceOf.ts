import Bowser from 'bowser';

export interface Device {
  kind: 'phone' | 'tablet' | 'computer';
  /** `Chrome · Windows`; empty where the browser did not say what it is. */
  name: string;
}

/** What a browser calls itself, as its owner knows the device. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return { kind: 'computer', name: '' };
  const { browser, os, platform } = Bowser.parse(userAgent);
  return {
    kind: platform.type === 'mobile' ? 'phone' : platform.type === 'tablet' ? 'tablet' : 'computer',
    name: [browser.name, os.name].filter(Boolean).join(' · '),
  };
}
