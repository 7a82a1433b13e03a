/** Rows a model is shown: the table the person sees has all. */
export const rowsForModel = 50;
