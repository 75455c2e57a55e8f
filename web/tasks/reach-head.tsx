import { detailKey } from '@firstline/domain/customers/customer.ts';
import { useId } from 'react';
import { t } from '../platform/words.ts';
import './reach-head.css';

type ReachHeadProps = { way: 'text' | 'call'; numbers: string[]; address: string; onAddress: (address: string) => void };

/** Which number, and the way to it by the phone of this device. */
export const ReachHead = ({ way, numbers, address, onAddress }: ReachHeadProps) => {
  const id = useId();
  const number = detailKey('phone', address);
  return (
    <span className="reach-head">
      <label htmlFor={id}>{t('Number')}</label>
      <input id={id} type="tel" list={`${id}known`} autoComplete="off" maxLength={40} value={address} onChange={({ target }) => onAddress(target.value)} />
      <datalist id={`${id}known`}>
        {numbers.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      {number.length > 2 && <a href={`${way === 'call' ? 'tel' : 'sms'}:${number}`}>{way === 'call' ? t('Call with this device') : t('Text with this device')}</a>}
    </span>
  );
};
