/** What the bots say themselves, beside the answers. Chinese, for chat users. */
export const TEXTS = {
  tooMany: '问得太快了，请稍等一会儿再问。',
  expired: '这条消息的按钮已过期，请重新提问。',
  notYours: '这是别人的提问。想看可以自己问一次。',
  onlyText: '目前只能读文字问题，例如：2022年常德GDP目标',
  failed: '处理这个问题时出了错，已记录。请换个说法再试一次。',
  adminOnly: '这条命令只供管理员使用。',
  disputeTaken: '已记下问题、理解和出处（不含个人信息），管理员会核对。谢谢。',
  disputeTwice: '这条已经记录过了，谢谢。',
  disputeFull: '记录暂时写不进去，请直接联系管理员。',
  noChart: '这个回答画不成图。',
  noSource: '这处原文现在取不到（语料可能已更新），请重新提问。',
  reloaded: '已换上新的语料与配置。',
  reloadFailed: '重新加载失败，原来的语料与配置继续使用。',
  noDisputes: '还没有“这个数不对”的记录。',
  unreadOff: '没有打开这项记录：设 UNREAD_FILE 后才记没有用上的词。',
  noUnread: '还没有没答上的问题。',
} as const;

/** Formats in which a table is offered by a button; a button carries the index of its own. */
export const BUTTON_FORMATS = ['csv', 'xlsx'] as const;

/** Captions of buttons, the same on every platform. */
export const BUTTONS = {
  previous: '‹ 上一页',
  next: '下一页 ›',
  previousQuote: '‹ 上一条',
  nextQuote: '下一条 ›',
  back: '返回回答',
  source: '看原文',
  chart: '图',
  xlsx: 'Excel',
  csv: 'CSV',
  dispute: '这个数不对',
  plain: '文字表格',
} as const;
