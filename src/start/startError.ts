/** The program cannot start; `message` is one line that says what to do. */
export class StartError extends Error {}
