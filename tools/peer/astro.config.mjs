// The peer of `npm run bench -- --peer`: Starlight as it comes, with its search. tools/bench/peer.ts copies the entries.
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({ site: 'https://trivium.example', integrations: [starlight({ title: 'Peer' })] });
