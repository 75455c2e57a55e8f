import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export type Metrics = {
  registry: Registry;
  commandStarted: (name: string) => (status: number) => void;
  streams: Gauge;
  sealed: Gauge;
};

/** What an administrator watches, in Prometheus' words. */
export const makeMetrics = (): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const asked = new Counter({
    name: 'firstline_commands_total',
    help: 'Commands asked, by name and answer.',
    labelNames: ['command', 'status'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'firstline_command_seconds',
    help: 'Time from asking to answer.',
    labelNames: ['command'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  return {
    registry,
    commandStarted: (command) => {
      const stop = seconds.startTimer({ command });
      return (status) => {
        stop();
        asked.inc({ command, status });
      };
    },
    streams: new Gauge({ name: 'firstline_streams', help: 'Screens connected to this node.', registers: [registry] }),
    sealed: new Gauge({ name: 'firstline_sealed_seq', help: 'Newest journal number this node has read.', registers: [registry] }),
  };
};
