/**
 * Functions a statement may call: those that only compute on what they are given. Nothing that reads the catalogue, files,
 * settings or other tables, takes a lock, waits, writes, or runs SQL that stands in a text.
 */
export const allowedFunctions: ReadonlySet<string> = new Set(
  [
    // aggregates
    'count sum avg min max string_agg array_agg bool_and bool_or every any_value mode percentile_cont percentile_disc',
    'stddev stddev_pop stddev_samp variance var_pop var_samp corr covar_pop covar_samp',
    'regr_slope regr_intercept regr_r2 regr_count regr_avgx regr_avgy regr_sxx regr_sxy regr_syy',
    'json_agg jsonb_agg json_object_agg jsonb_object_agg',
    // windows
    'row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value',
    // numbers
    'abs ceil ceiling floor round trunc mod div power pow sqrt cbrt exp ln log log10 sign pi width_bucket random',
    // text
    'length char_length character_length octet_length bit_length lower upper initcap trim btrim ltrim rtrim left right',
    'substr substring position strpos replace translate concat concat_ws split_part lpad rpad repeat reverse',
    'starts_with ascii chr overlay format md5 quote_literal like_escape similar_to_escape similar_escape',
    'regexp_replace regexp_match regexp_matches regexp_count regexp_like regexp_substr regexp_instr',
    'regexp_split_to_array regexp_split_to_table string_to_array string_to_table array_to_string',
    'to_char to_date to_number to_timestamp',
    // days and times
    'now date date_trunc date_part date_bin extract age make_date make_time make_timestamp make_timestamptz',
    'make_interval timezone justify_days justify_hours justify_interval isfinite overlaps',
    'transaction_timestamp statement_timestamp clock_timestamp',
    // arrays, sets and nulls
    'generate_series unnest array_length cardinality array_position array_positions array_remove array_append',
    'array_prepend array_cat array_upper array_lower num_nulls num_nonnulls',
    // JSON that is put together, never a path that is looked up
    'to_json to_jsonb json_build_object json_build_array jsonb_build_object jsonb_build_array row_to_json array_to_json',
  ].flatMap((line) => line.split(' ')),
);

/** Operators, all of pg_catalog: an operator may not be named with its schema. */
export const allowedOperators: ReadonlySet<string> = new Set([
  ...'+ - * / % ^ || = <> < > <= >= ~~ !~~ ~~* !~~* ~ ~* !~ !~* && @> <@'.split(' '),
  ...['BETWEEN', 'NOT BETWEEN', 'BETWEEN SYMMETRIC', 'NOT BETWEEN SYMMETRIC'],
]);

/** Types a value may be cast to, as the grammar names them. No object identifiers, no bytes, no XML. */
export const allowedTypes: ReadonlySet<string> = new Set(
  (
    'int2 int4 int8 smallint integer bigint int numeric decimal float4 float8 text varchar bpchar ' +
    'bool boolean date time timetz timestamp timestamptz interval json jsonb'
  ).split(' '),
);

/** Values SQL has as words: days and times, not who is signed in or where. */
export const allowedValueFunctions: ReadonlySet<string> = new Set(
  ['DATE', 'TIME', 'TIME_N', 'TIMESTAMP', 'TIMESTAMP_N']
    .flatMap((name) => [`SVFOP_CURRENT_${name}`, `SVFOP_LOCAL${name}`])
    .filter((name) => name !== 'SVFOP_LOCALDATE'),
);

/** What PostgreSQL calls a column that was given no name, beside the name of its function or type. */
export const defaultColumnNames: readonly string[] = [
  'coalesce',
  'greatest',
  'least',
  'nullif',
  'case',
  'array',
  'row',
  'exists',
  'bool',
  'ordinality',
  'grouping',
  'current_date',
  'current_timestamp',
];
