/** What the panel says of files: chosen, on their way, refused, shown. */
import type { MessageTree } from '../i18n/tree.ts';

export const fileMessages = {
  files: {
    choose: { zh: '选择文件', en: 'Choose files' },
    chooseFor: { zh: '%{label}：选择文件', en: '%{label}: choose files' },
    photo: { zh: '拍照', en: 'Take a photo' },
    photoFor: { zh: '%{label}：拍照', en: '%{label}: take a photo' },
    limits: { zh: '最多 %{most} 个，每个不超过 %{mb} MB；%{kinds}。', en: 'At most %{most}, each up to %{mb} MB: %{kinds}.' },
    full: { zh: '已选满 %{most} 个；要换，请先移除。', en: 'All %{most} are chosen: remove one to choose another.' },
    tooMany: { zh: '最多 %{most} 个文件，多选的没有上传。', en: 'At most %{most} files: those beyond were not uploaded.' },
    sending: { zh: '正在上传 %{percent}%', en: 'Uploading: %{percent}%' },
    looking: { zh: '正在检查文件…', en: 'Looking at the file…' },
    progress: { zh: '%{name} 的上传进度', en: 'Progress of %{name}' },
    arrived: { zh: '已上传 · %{size}', en: 'Uploaded · %{size}' },
    arrivedName: { zh: '%{name} 已上传', en: '%{name} was uploaded' },
    cut: { zh: '没有传完，请移除后重新选择', en: 'It did not arrive: remove it and choose it again' },
    expired: { zh: '文件已过期（上传后一天内未提交），请移除后重新选择', en: 'It has expired (not sent within a day of uploading): remove it and choose it again' },
    again: { zh: '重试', en: 'Try again' },
    againName: { zh: '重新上传 %{name}', en: 'Upload %{name} again' },
    remove: { zh: '移除', en: 'Remove' },
    removeName: { zh: '移除 %{name}', en: 'Remove %{name}' },
    open: { zh: '查看 %{name}', en: 'View %{name}' },
    close: { zh: '关闭', en: 'Close' },
    previous: { zh: '上一个', en: 'Previous' },
    next: { zh: '下一个', en: 'Next' },
    nth: { zh: '第 %{n} 个，共 %{all} 个', en: '%{n} of %{all}' },
    download: { zh: '下载', en: 'Download' },
    loading: { zh: '正在打开…', en: 'Opening…' },
    noViewer: { zh: '这台设备不能直接显示 PDF，请下载查看。', en: 'This device cannot show a PDF by itself: please download it.' },
    notShown: { zh: '文件没有打开', en: 'The file could not be opened' },
    logged: { zh: '查看会记入查阅日志。', en: 'Viewing is logged.' },
    erased: { zh: '有 %{smart_count} 个文件已依法删除。', en: 'One file was erased by law. |||| %{smart_count} files were erased by law.' },
    notListed: { zh: '没有读到文件', en: 'The files could not be read' },
  },
} satisfies MessageTree;
export type FileWord = keyof typeof fileMessages.files;
