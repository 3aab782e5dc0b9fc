/** Puts the panel on the page. */
import './before.ts';
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { prefixer } from 'stylis';
import { App } from './App.tsx';
import { withoutOldRules } from './theme/old-rules.ts';

/** The page's policy lets in only styles that carry the nonce the server gave it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const styles = createCache({ key: 'tc', prepend: true, stylisPlugins: [prefixer, withoutOldRules], ...(nonce && { nonce }) });

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(<StrictMode><CacheProvider value={styles}><App /></CacheProvider></StrictMode>);
