import { customers } from '@firstline/contract/customers.ts';
import { id } from '@firstline/contract/spec.ts';
import { calledName } from '@firstline/domain/customers/customer.ts';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { currentCustomer, takeTrail } from '../../customers/index.ts';
import type { Desk } from '../../platform/desk.ts';
import { isForeign, whoEnters, type WhoIs } from '../../platform/http.ts';
import { sendProblem } from '../../platform/problem.ts';
import { readerOf } from '../../platform/reader.ts';
import { trailOf } from './trail-of.ts';
import { trailCsv, trailHtml } from './trail-pages.ts';

const input = z.strictObject({ customerId: id, as: z.enum(['html', 'csv']).default('html') });

/** `GET /api/customers.trail?customerId=…&as=html|csv`: one customer's whole story, to print or to keep. Taking it is written down first. */
export const openTrailDoor = (http: FastifyInstance, desk: Desk, whoIs: WhoIs): void => {
  http.get('/api/customers.trail', async (request, reply) => {
    if (isForeign(request)) return sendProblem(reply, 'foreign-origin');
    const by = await whoEnters(whoIs, customers.takeTrail, request, reply);
    if (!by) return reply;
    const asked = input.safeParse(request.query ?? {});
    if (!asked.success) return sendProblem(reply, 'bad-input');

    const { reader } = readerOf(desk.pool);
    const customer = await currentCustomer(reader, asked.data.customerId);
    if (!customer) return sendProblem(reply, 'not-there');
    const taken = await desk.run(takeTrail, { customerId: customer.id, as: asked.data.as }, by, { commandId: `${by.id}/trail-${randomUUID()}` });
    if (taken.status !== 200) return sendProblem(reply, taken.status === 409 ? 'busy' : 'not-there');

    const lines = await trailOf(desk, customer);
    if (asked.data.as === 'csv')
      return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="contact-trail.csv"').send(trailCsv(lines));
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
      .send(trailHtml(lines, { customer: calledName(customer), by: by.name, now: await reader.now() }));
  });
};
