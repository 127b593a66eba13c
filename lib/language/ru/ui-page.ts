/** What the content script itself says. */
export const ruPage = {
  clip: 'Записать обещание',
  nothing: 'Выделите на странице слова обещания',
  reload: 'Расширение обновилось: перезагрузите страницу',
  privateWindow: 'В приватном окне ничего не записывается',
  failed: 'Не получилось сохранить. Попробуйте ещё раз',
};
