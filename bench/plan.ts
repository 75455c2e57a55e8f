import pg, { type Pool } from 'pg';

type Node = { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Shared Hit Blocks'?: number; 'Shared Read Blocks'?: number; Plans?: Node[] };

export type Planned = {
  /** Pages of 8 kB that were touched. */
  buffers: number;
  /** How the tasks were come by, each way once. */
  ways: string[];
};

/** What PostgreSQL did to answer, by the plan for these values or by the one for any values, which it keeps after some askings. */
export const planOf = async (pool: Pool, { text, values }: { text: string; values: unknown[] }, kind: 'custom' | 'generic'): Promise<Planned> => {
  const client = await pool.connect();
  try {
    await client.query(`set plan_cache_mode = force_${kind}_plan`);
    await client.query(`prepare planned as ${text}`);
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `explain (analyze, buffers, format json) execute planned (${values.map(literal).join(', ')})`,
    );
    const top = rows[0]?.['QUERY PLAN'][0]?.Plan as Node;
    const nodes = [...everyNode(top)].filter((node) => node['Relation Name'] === 'tasks' || node['Node Type'].includes('Bitmap'));
    return {
      buffers: (top['Shared Hit Blocks'] ?? 0) + (top['Shared Read Blocks'] ?? 0),
      ways: [...new Set(nodes.map((node) => node['Node Type']))],
    };
  } finally {
    await client.query('deallocate planned; reset plan_cache_mode').catch(() => undefined);
    client.release();
  }
};

const literal = (value: unknown): string =>
  Array.isArray(value) ? `array[${value.map(literal).join(', ')}]::text[]` : typeof value === 'number' ? String(value) : pg.escapeLiteral(String(value));

const everyNode = function* (node: Node): Generator<Node> {
  yield node;
  for (const child of node.Plans ?? []) yield* everyNode(child);
};
