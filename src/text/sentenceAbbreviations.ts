/**
 * Abbreviations whose full stop does not end a sentence, without that stop, in lower case. Those with inner stops
 * (`e.g.`, `b.i.d.`, `U.S.`) are recognised by their shape and need no entry; units and words that often do end a
 * sentence (`min.`, `etc.`) are left out on purpose.
 */
export const abbreviations = new Set([
  ...[
    'al',
    'vs',
    'cf',
    'ca',
    'approx',
    'dr',
    'mr',
    'mrs',
    'ms',
    'prof',
    'st',
    'spp',
    'subsp',
    'var',
    'suppl',
  ],
]);

/** The same, of words that only abbreviate in front of a number: `No. 3`, `Fig. 2`, `Mar. 15`. */
export const abbreviationsBeforeNumbers = new Set([
  ...[
    'no',
    'nos',
    'fig',
    'figs',
    'tab',
    'eq',
    'ref',
    'refs',
    'vol',
    'ch',
    'sec',
    'sect',
    'p',
    'pp',
    'art',
    'ver',
    'rev',
  ],
  ...['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'],
]);
