// What the simulation replies; crates/page/src is where each of these is made.

export type Place = {
  lesson: string;
  lang: string;
  step: number;
  workers?: number;
  seed?: number;
  events?: number;
};

export type Lesson = {
  name: string;
  key: string;
  title: string;
  minutes: number | null;
  steps: { id: string; title: string | null; asks: boolean }[];
};

export type Term = { name: string; english: string; html: string };

export type Words = {
  [name: string]: string;
} & { key_list: [string, string][] };

export type Course = {
  lessons: Lesson[];
  terms: Record<string, Term>;
  words: Words;
  inspectors: string[];
  languages: string[];
  /** The most bytes of a text of the reader's own. */
  most_bytes: number;
};

export type Step = {
  lesson: string;
  step: number;
  steps: number;
  id: string;
  title: string;
  lead: string;
  shows: string;
  question: string;
  text: string;
  note: string;
  untranslated: string | null;
  form: "one" | "many" | "order" | "typed" | "machine" | "build" | null;
  hints: number;
  live_workers: boolean;
  workers: number;
  moment: { build: number; events: number; commands: number };
  events: number;
  share: number;
  away: boolean;
  status: string[];
  points_at: number | null;
  command: number | null;
  build: string;
  terms: string[];
};

export type Log = { html: string; from: number; to: number; all: number };
export type Inspected = { html: string; package: number | null };
/** What is kept of the learner; `file` already has it, if it is there. */
export type Kept = { text: string; file: string | null; seed: number; problems: string[] };
export type Progress = { html: string; next: { lesson: string; step: number; begun: boolean; title: string } | null };
export type Task = { lesson: string; step: number };
export type Practice = { tasks: Task[]; nothing: string };
export type Own = { heading: string; good: boolean | null; html: string; lesson: string | null; keeps: boolean; text: string | null };
/** `goal` has the conditions of a task as they are now. */
export type Told = { right: boolean | null; heading: string; html: string; goal?: string | null };

export type ChangePart = { name: string; before: string; optional: boolean };
export type ChangeKind = { name: string; help: string; parts: ChangePart[] };
export type Flag = {
  name: string;
  flag: string;
  help: string;
  field: { kind: "switch" } | { kind: "number" } | { kind: "text" } | { kind: "choice"; of: string[] };
};
export type WhatIfProgram = { lesson: string | null; brought: boolean; name: string; title: string };
export type WhatIfChoices = {
  programs: WhatIfProgram[];
  groups: { title: string; kinds: ChangeKind[] }[];
  flags: Flag[];
  words: { [name: string]: string };
};
export type Offered = { values: string[]; free: boolean };
export type WhatIfArm = {
  error: string | null;
  judged: Told | null;
  report: string;
  transcript: string;
  commands: [number, number];
  lanes: string | null;
  command: string;
  note: string | null;
};
export type WhatIf = { arms: WhatIfArm[]; differences: string | null };
