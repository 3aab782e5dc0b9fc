/** The browser keeps a file where it keeps what is downloaded. */
export const save = ({ name, file }: { name: string; file: Blob }): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url));
};
