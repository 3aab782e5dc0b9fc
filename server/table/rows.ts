/** What every reader of tables gives: rows by number from 0, cells as text, what is empty as ''. */
export type Take = (n: number, cells: readonly string[]) => void;
