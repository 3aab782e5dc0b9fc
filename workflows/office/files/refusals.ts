/** Why a file is not taken, with the remedy. */
import type { Text } from '../../kit/words.ts';

const say = (zh: string, en: string): Text => ({ zh, en });

export const fileRefusals = {
  'empty': say('文件是空的，请重新选择', 'The file is empty: please choose it again'),
  'too-large': say('文件太大，请压缩或拆分后再上传', 'The file is too large: please compress or split it'),
  'kind': say('只能上传 JPEG、PNG、WebP 图片或 PDF；文件内容不是这些格式', 'Only JPEG, PNG and WebP pictures or PDF: the content is none of these'),
  'too-many-pixels': say('图片像素过高（最多约5000万），请用较低分辨率重拍', 'The picture has too many pixels (50 million at most): take it again at a lower resolution'),
  'broken': say('文件已损坏或不完整，请重新拍摄或导出', 'The file is damaged or incomplete: take or export it again'),
  'active': say('PDF 中含有脚本、附件或自动动作，已拒绝；请打印为新的 PDF 后上传', 'The PDF carries scripts, attachments or actions and was refused: print it to a new PDF'),
} as const satisfies Readonly<Record<string, Text>>;
export type FileRefusal = keyof typeof fileRefusals;
