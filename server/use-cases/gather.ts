/** Questions that arrive while one is being answered are asked together, next. */

type Asked<Question, Answer> = { readonly question: Question; readonly resolve: (answer: Answer) => void; readonly reject: (error: unknown) => void };

/** `ask` answers in the order asked. Each question is asked after it came in, never before; at most so many together. */
export const makeGatherer = <Question, Answer>(ask: (questions: readonly Question[]) => Promise<readonly Answer[]>, most: number): ((question: Question) => Promise<Answer>) => {
  const waiting: Asked<Question, Answer>[] = [];
  let asking = false;

  const answerAll = async (batch: readonly Asked<Question, Answer>[]): Promise<void> => {
    try {
      const answers = await ask(batch.map(({ question }) => question));
      for (const [i, { resolve }] of batch.entries()) resolve(answers[i] as Answer);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  const next = (): void => {
    if (asking || waiting.length === 0) return;
    asking = true;
    void answerAll(waiting.splice(0, most)).finally(() => {
      asking = false;
      next();
    });
  };

  return (question) => new Promise<Answer>((resolve, reject) => {
    waiting.push({ question, resolve, reject });
    next();
  });
};
