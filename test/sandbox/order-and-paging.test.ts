import { describe, expect, test } from '@jest/globals';
import { at, distributionBody, withSandbox, type SandboxClient, type WireError } from './sandbox-client.ts';

interface PaymentPage {
  data: { id: string; amount: number }[];
  has_more: boolean;
}

async function stage(client: SandboxClient, paymentCount: number) {
  return at((await client.create(distributionBody(paymentCount))).body.data, 0);
}

const ids = (page: PaymentPage) => page.data.map((payment) => payment.id);

describe('payments', () => {
  test.each([2, 3, 48])('%i of them never come back in the order sent', async (count) => {
    await withSandbox({}, async (client) => {
      for (let round = 0; round < 5; round += 1) {
        const { payments } = await stage(client, count);
        const sent = at(await client.records(), round).paymentIdsInSentOrder;
        expect(ids(payments)).not.toEqual(sent);
        expect(ids(payments).toSorted()).toEqual(sent.toSorted());
      }
    });
  });

  test('keep their order from one answer to the next', async () => {
    await withSandbox({}, async (client) => {
      const created = await stage(client, 20);
      const again = await client.get(`/v1/distributions/${created.id}`);
      expect(again.body.payments).toEqual(created.payments);
    });
  });

  test('beyond a page are announced by has_more, and follow page by page', async () => {
    await withSandbox({ pageSize: 10 }, async (client) => {
      const created = await stage(client, 25);
      const all = ids(created.payments);
      let page: PaymentPage = created.payments;
      const sizes = [page.data.length];
      while (page.has_more) {
        const after = at(all, all.length - 1);
        page = (await client.get<PaymentPage>(`${created.payments.url}?limit=100&starting_after=${after}`))
          .body;
        sizes.push(page.data.length);
        all.push(...ids(page));
      }
      expect(sizes).toEqual([10, 10, 5]);
      const sent = at(await client.records(), 0).paymentIdsInSentOrder;
      expect(all.toSorted()).toEqual(sent.toSorted());
    });
  });

  test('fill a page of exactly the page size without a further one', async () => {
    await withSandbox({ pageSize: 10 }, async (client) => {
      expect((await stage(client, 10)).payments).toMatchObject({ has_more: false });
    });
  });

  test('come 100 to a page unless told otherwise', async () => {
    await withSandbox({}, async (client) => {
      const { payments } = await stage(client, 101);
      expect([payments.data.length, payments.has_more]).toEqual([100, true]);
    });
  });

  test('come in smaller pages by limit', async () => {
    await withSandbox({}, async (client) => {
      const { payments } = await stage(client, 5);
      const page = await client.get<PaymentPage>(`${payments.url}?limit=2`);
      expect(page.body).toMatchObject({ has_more: true, data: payments.data.slice(0, 2) });
    });
  });

  test.each(['limit=0', 'limit=101', 'limit=ten', 'starting_after=dpmt_Unknown'])(
    'are refused for %s',
    async (query) => {
      await withSandbox({}, async (client) => {
        const { payments } = await stage(client, 2);
        const reply = await client.get<WireError>(`${payments.url}?${query}`);
        expect([reply.status, reply.body.param]).toEqual([400, query.split('=')[0]]);
      });
    },
  );
});
