import type { ReactNode } from 'react';
import './task-preview.css';

/** One calm sentence across the top of a task: who has it, where it went. */
export const TaskNotice = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <div className="task-notice" role="status">
    <p>{children}</p>
    {action}
  </div>
);
