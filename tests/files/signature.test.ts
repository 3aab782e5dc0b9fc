/** Requests to a bucket are signed as the worked examples of the protocol's own manual are. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { signed } from '../../server/files/signature.ts';

const EXAMPLE = { region: 'us-east-1', keyId: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const AT = new Date('2013-05-24T00:00:00Z');
const EMPTY = createHash('sha256').digest('hex');

test.each([
  ['https://examplebucket.s3.amazonaws.com/?lifecycle', 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
  ['https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J', '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
])('GET %s', (address, signature) => {
  const { authorization, ...headers } = signed(EXAMPLE, { method: 'GET', url: new URL(address), bodyHash: EMPTY, at: AT });
  expect(authorization).toBe(`AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature}`);
  expect(headers).toEqual({ 'x-amz-content-sha256': EMPTY, 'x-amz-date': '20130524T000000Z' });
});
