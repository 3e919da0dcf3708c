interface WatchOptions {
  /** What is looked at. One look at a time: the next one waits for the end of the one before. */
  readonly look: () => Promise<unknown>;
  readonly complain: (error: unknown) => void;
  /** How often, in milliseconds. */
  readonly every: number;
}

/** Something the server looks at of its own accord. */
export interface Watch {
  /** Looks no more, and waits for the look under way. */
  stop(): Promise<void>;
}

/** Looks at once, then again and again: a start after days of absence catches up. */
export function keepWatch({ look, complain, every }: WatchOptions): Watch {
  let looking: Promise<unknown> | null = null;
  const turn = () => {
    looking ??= look()
      .catch(complain)
      .finally(() => {
        looking = null;
      });
  };
  turn();
  const timer = setInterval(turn, every).unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
