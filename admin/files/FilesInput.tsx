/** A field for files: chosen or photographed, each on its way with its progress, tried again, taken out before the form is sent. */
import PhotoCameraIcon from '@mui/icons-material/PhotoCameraOutlined';
import UploadFileIcon from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import List from '@mui/material/List';
import Stack from '@mui/material/Stack';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useRef, useState, type ChangeEvent } from 'react';
import type { FilesWanted } from '../../workflows/kit/form.ts';
import { fileKinds } from '../../workflows/office/files/kinds.ts';
import { Helper } from '../case/fields/Helper.tsx';
import { useFieldWords, type FieldProps } from '../case/fields/use-field.ts';
import { useText } from '../i18n/text.ts';
import { ChosenFile } from './ChosenFile.tsx';
import { Preview } from './Preview.tsx';
import { useBringing } from './use-bringing.ts';
import { useFileWords, type Shown } from './use-files.ts';

type Chooser = { readonly id?: string; readonly words: string; readonly name: string; readonly accept: string; readonly many: boolean; readonly camera?: true; readonly describedBy: string; readonly choose: (files: readonly File[]) => void };

const Chooser = ({ id, words, name, accept, many, camera, describedBy, choose }: Chooser) => {
  const input = useRef<HTMLInputElement>(null);
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    choose([...(target.files ?? [])]);
    target.value = '';
  };
  return (
    <>
      <input ref={input} type="file" hidden accept={accept} multiple={many} aria-label={name} onChange={chosen} {...(camera && { capture: 'environment' })} />
      <Button {...(id && { id })} variant="outlined" startIcon={camera ? <PhotoCameraIcon /> : <UploadFileIcon />} aria-label={name} aria-describedby={describedBy} onClick={() => input.current?.click()} sx={{ minHeight: 40, scrollMarginBottom: 160 }}>{words}</Button>
    </>
  );
};

const kindsOf = ({ types }: FilesWanted) => Object.values(fileKinds).filter(({ type }) => types.includes(type));

export const FilesInput = ({ wanted, ...props }: FieldProps & { wanted: FilesWanted }) => {
  const { id, label, help, error } = useFieldWords(props);
  const say = useFileWords();
  const text = useText();
  const onPhone = useMediaQuery('(pointer: coarse)');
  const { chosen, ways, bring, again, remove } = useBringing(props.path);
  const [beyond, setBeyond] = useState(false);
  const [viewed, setViewed] = useState<Shown | null>(null);
  const kinds = kindsOf(wanted);
  const room = wanted.most - chosen.length;
  const choose = (files: readonly File[]) => {
    setBeyond(files.length > room);
    bring(files.slice(0, room));
  };
  const limits = say('limits', { most: wanted.most, mb: Math.floor(wanted.bytes / 1_000_000), kinds: kinds.map((kind) => text(kind.label)).join(text({ zh: '、', en: ', ' })) });
  const chooser = { many: wanted.most > 1, describedBy: `${id}-help`, choose };
  const takesPictures = kinds.some(({ type }) => type === fileKinds.picture.type);
  return (
    <FormControl component="fieldset" {...(room <= 0 && { id, tabIndex: -1 })} error={error !== null} required={props.info.required} fullWidth>
      <FormLabel component="legend" id={`${id}-legend`} sx={{ mb: 0.5 }}>{label}</FormLabel>
      {chosen.length > 0 && (
        <List disablePadding aria-labelledby={`${id}-legend`} sx={{ mb: 1 }}>
          {chosen.map((one) => <ChosenFile key={one.key} one={one} way={ways.get(one.key)} again={() => again(one.key)} remove={() => remove(one)} view={setViewed} />)}
        </List>
      )}
      {room > 0 && (
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
          {onPhone && takesPictures && <Chooser {...chooser} words={say('photo')} name={say('photoFor', { label })} accept="image/jpeg" many={false} camera />}
          <Chooser {...chooser} id={id} words={say('choose')} name={say('chooseFor', { label })} accept={kinds.flatMap(({ accept }) => accept).join(',')} />
        </Stack>
      )}
      <FormHelperText id={`${id}-help`} component="div" sx={{ mx: 0 }}><Helper error={error ?? (beyond ? say('tooMany', { most: wanted.most }) : null)} help={help}>{room > 0 ? limits : say('full', { most: wanted.most })}</Helper></FormHelperText>
      {viewed && <Preview files={[viewed]} at={0} go={() => undefined} close={() => setViewed(null)} />}
    </FormControl>
  );
};
