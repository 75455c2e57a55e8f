import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Leads to a task, from wherever one is; the same function at every drawing. */
export const useOpenTask = (): ((taskId: string) => void) => {
  const navigate = useNavigate();
  return useCallback((taskId) => void navigate({ to: '/tasks/$taskId', params: { taskId } }), [navigate]);
};
