/** AWS Signature Version 4 for requests to a bucket, as every S3-compatible store reads it. */
import { createHash, createHmac } from 'node:crypto';

export type Signer = { readonly region: string; readonly keyId: string; readonly secret: string };
export type ToSign = { readonly method: string; readonly url: URL; /** Hex SHA-256 of the body. */ readonly bodyHash: string; readonly at: Date };

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** RFC 3986, stricter than the language's own. */
const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (url: URL): string => [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join('&');

/** The headers to send beside the request. */
export const signed = ({ region, keyId, secret }: Signer, { method, url, bodyHash, at }: ToSign): Record<string, string> => {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const own = { 'host': url.host, 'x-amz-content-sha256': bodyHash, 'x-amz-date': time };
  const names = Object.keys(own).join(';');
  const request = [method, url.pathname, canonicalQuery(url), ...Object.entries(own).map(([name, value]) => `${name}:${value}`), '', names, bodyHash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n')).toString('hex');
  const { host: _host, ...sent } = own;
  return { ...sent, authorization: `AWS4-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}` };
};
