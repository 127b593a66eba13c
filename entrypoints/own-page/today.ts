import { dayOfStamp } from '@/components/data-age';
import type { Day } from '@/lib/ledger/records';

/** Today in Asia/Almaty, by the device's clock. */
export function today(): Day {
  return dayOfStamp(new Date().toISOString());
}
