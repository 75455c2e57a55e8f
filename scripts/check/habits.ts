import { filesUnder } from '../sources.ts';
import { commandsHaveCases } from './habits/commands-have-cases.ts';
import { filesFitTwoScreens } from './habits/files-fit-two-screens.ts';
import type { Habit } from './habits/habit.ts';
import { lockfileNamesNoHost } from './habits/lockfile-names-no-host.ts';
import { noMachinePaths } from './habits/no-machine-paths.ts';
import { noUnfinishedMarks } from './habits/no-unfinished-marks.ts';
import { rulesKnowNoClock } from './habits/rules-know-no-clock.ts';
import { sqlAsksTheDeskForTheTime } from './habits/sql-asks-the-desk-for-the-time.ts';
import { testsDoNotSleep } from './habits/tests-do-not-sleep.ts';
import { testsRunWhole } from './habits/tests-run-whole.ts';
import { wordsThroughT } from './habits/words-through-t.ts';
import type { Part } from './part.ts';

const HABITS: Habit[] = [
  testsRunWhole,
  testsDoNotSleep,
  noUnfinishedMarks,
  noMachinePaths,
  lockfileNamesNoHost,
  filesFitTwoScreens,
  wordsThroughT,
  rulesKnowNoClock,
  sqlAsksTheDeskForTheTime,
  commandsHaveCases,
];

/** House habits worth insisting on. Each says a good and a bad line. */
export const habits: Part = {
  name: 'habits',
  find: async () => {
    const files = filesUnder();
    const found = await Promise.all(HABITS.map(async (habit) => ({ habit, places: await habit.find(files) })));
    return found
      .filter(({ places }) => places.length > 0)
      .flatMap(({ habit, places }) => [habit.says, `  bad:  ${habit.bad}`, `  good: ${habit.good}`, ...places.map((place) => `  ${place}`)]);
  },
};
