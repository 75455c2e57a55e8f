import { useState } from 'react';
import type { PaneScreen } from '../platform/panes.ts';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { Panes } from '../ui/panes.tsx';
import { after } from './day.ts';
import { ExampleFrame } from './example-frame.tsx';
import { ExampleList } from './example-list.tsx';
import { ExampleSide } from './example-side.tsx';
import { ExampleWork } from './example-work.tsx';
import './stories.css';

/** A task at work, all of it made of the pieces, with a morning's example facts. */
export const WorkspaceStory = ({ ask, start }: { ask: boolean; start: string | null }) => {
  const [screen, setScreen] = useState<PaneScreen>(start === 'list' || start === 'side' ? start : 'work');
  const [asking, setAsking] = useState(ask);
  const answer = () => setAsking(false);

  return (
    <ExampleFrame current="My work">
      <Panes name="story" screen={screen} onScreen={setScreen} listName="My work and queue" list={<ExampleList onOpen={() => setScreen('work')} />} work={<ExampleWork />} sideName="About this task" side={<ExampleSide />} />
      <AskDialog
        open={asking}
        title="Are you still working on this task?"
        until={after(0, 19)}
        seconds={30}
        answers={
          <>
            <Button onClick={answer}>Close Task</Button>
            <Button kind="primary" keys="enter" onClick={answer}>
              Continue Working
            </Button>
          </>
        }
      >
        Nothing has happened for two minutes. Without an answer it goes back to the queue, with your notes and drafts kept.
      </AskDialog>
    </ExampleFrame>
  );
};
