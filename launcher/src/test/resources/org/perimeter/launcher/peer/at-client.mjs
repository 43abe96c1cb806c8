// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the official AT Protocol client: one JSON command a line in, one JSON answer a line out.
import { createInterface } from 'node:readline';
import { AtpAgent } from '@atproto/api';

const POSTS = 'app.bsky.feed.post';
const agents = new Map();

const record = (text) => ({ $type: POSTS, text, langs: ['en'], createdAt: new Date().toISOString() });

const commands = {
  async join({ handle }) {
    const agent = new AtpAgent({ service: process.env.PDS });
    await agent.createAccount({ handle, email: `${handle}@example.test`, password: 'correct-horse' });
    agents.set(handle, agent);
    return { did: agent.did };
  },
  async post({ handle, text }) {
    return { uri: (await agents.get(handle).post(record(text))).uri };
  },
  async edit({ handle, uri, text }) {
    const agent = agents.get(handle);
    await agent.com.atproto.repo.putRecord({ repo: agent.did, collection: POSTS, rkey: uri.split('/').pop(), record: record(text) });
    return { uri };
  },
  async erase({ handle, uri }) {
    await agents.get(handle).deletePost(uri);
    return { uri };
  },
  async leave({ handle }) {
    await agents.get(handle).com.atproto.server.deactivateAccount({});
    return { handle };
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  const answer = await commands[command.do](command);
  process.stdout.write(JSON.stringify(answer) + '\n');
}
