import type { ruPage } from '../ru/ui-page';

/** What the content script itself says. */
export const kkPage: typeof ruPage = {
  clip: 'Уәдені жазып алу',
  nothing: 'Беттегі уәде сөздерін белгілеңіз',
  reload: 'Кеңейтім жаңартылды: бетті қайта жүктеңіз',
  privateWindow: 'Құпия терезеде ештеңе жазылмайды',
  failed: 'Сақтау мүмкін болмады. Қайталап көріңіз',
};
