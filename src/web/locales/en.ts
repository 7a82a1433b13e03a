import rest from './en/rest';
import start from './en/start';

/** Every text in English, by its place. */
export default { ...start, ...rest };
