/** A namespace `demo` with a dataset `mail`, and somebody to answer. */
import { createPostil, type Postil } from '../../client/src/index.ts';
import type { Server } from '../support/server.ts';

export type Demo = {
  /** Signed in as the owner. */
  owner: Postil;
  /** Signed in as an annotator of the namespace. */
  annotator: Postil;
  annotatorId: string;
};

/** Sets it up through the client itself. */
export async function makeDemo(server: Pick<Server, 'url' | 'ownerKey'>): Promise<Demo> {
  const owner = createPostil({ url: server.url, apiKey: server.ownerKey });
  await owner.rest.from('namespaces').insert({ key: 'demo' }).throwOnError();
  await owner.namespace('demo').datasets.create({
    key: 'mail',
    fields: [{ name: 'text' }],
    questions: [
      {
        name: 'label',
        type: 'label_selection',
        settings: {
          options: [
            { value: 'spam', text: 'Spam' },
            { value: 'ham', text: 'Ham' },
          ],
        },
      },
      { name: 'why', type: 'text', required: false },
    ],
  });
  const { data: user } = await owner.rest
    .from('users')
    .insert({ name: 'ann' })
    .select()
    .single()
    .throwOnError();
  await owner.rest
    .from('members')
    .insert({ namespace: 'demo', user_id: user.id, role: 'annotator' })
    .throwOnError();
  const { data: keys } = await owner.rest
    .rpc('create_api_key', { name: 'test', user_id: user.id })
    .throwOnError();
  const annotator = createPostil({ url: server.url, apiKey: keys[0]?.api_key ?? '' });
  return { owner, annotator, annotatorId: user.id };
}
