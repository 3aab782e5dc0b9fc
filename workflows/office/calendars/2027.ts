/** 2027 by the thirteen statutory days alone (全国年节及纪念日放假办法, 2024); to be replaced by the year's notice. */
import type { CalendarYear } from './year.ts';

export const calendar2027: CalendarYear = {
  year: 2027,
  source: 'placeholder',
  off: [
    ['2027-01-01', '2027-01-01'],
    // The new moon falls at 23:56 on 6 February in Beijing; libraries that miss it by minutes start the year a day late.
    ['2027-02-05', '2027-02-08'],
    ['2027-04-05', '2027-04-05'],
    ['2027-05-01', '2027-05-02'],
    ['2027-06-09', '2027-06-09'],
    ['2027-09-15', '2027-09-15'],
    ['2027-10-01', '2027-10-03'],
  ],
  worked: [],
};
