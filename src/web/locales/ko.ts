import rest from './ko/rest';
import start from './ko/start';

/** Every text in Korean, by its place. */
export default { ...start, ...rest };
