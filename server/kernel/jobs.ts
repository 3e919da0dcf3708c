/** Work that goes on after a request was answered, one piece a name. */
export interface Jobs {
  /** Begins a piece of work. What it throws is complained of: it must have told its own failure before. */
  begin(name: string, work: (way: Way) => Promise<void>): void;
  /** How far a piece of work is that goes on here; null when none does, or it has not said. */
  doneOf(name: string): number | null;
  /** Tells a piece of work to give up; it does so the next time it says how far it is. */
  stop(name: string): void;
  /** Waits until a piece of work is over; at once when none goes on. */
  over(name: string): Promise<void>;
  /** Tells all to give up, and waits for them. */
  close(): Promise<void>;
}

/** What a piece of work is given to say how far it is. */
export interface Way {
  /** Throws once the work was told to give up. */
  told(done: number): void;
}

/** Why a piece of work ends before its end. */
export class GivenUp extends Error {}

interface Job {
  done: number | null;
  stopped: boolean;
  over: Promise<void>;
}

/** Work inside this process: nothing is queued, and what a crash interrupts is known by whoever asked for it. */
export function openJobs(complain: (error: unknown) => void): Jobs {
  const going = new Map<string, Job>();
  return {
    begin(name, work) {
      const job: Job = { done: null, stopped: false, over: Promise.resolve() };
      const told = (done: number) => {
        if (job.stopped) throw new GivenUp();
        job.done = done;
      };
      const before = going.get(name)?.over;
      going.set(name, job);
      job.over = Promise.resolve(before)
        .then(() => work({ told }))
        .catch(complain)
        .finally(() => going.get(name) === job && going.delete(name));
    },
    doneOf: (name) => going.get(name)?.done ?? null,
    stop(name) {
      const job = going.get(name);
      if (job) job.stopped = true;
    },
    over: async (name) => going.get(name)?.over,
    async close() {
      for (const job of going.values()) job.stopped = true;
      await Promise.all([...going.values()].map(({ over }) => over));
    },
  };
}
