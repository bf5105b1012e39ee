import type { LetterWords } from '../letters.ts'

export const words: LetterWords = {
  letters: {
    invitation: {
      subject: '会员国协商邀请',
      opening: '邀请您使用联合国与会员国协商的平台开展工作。',
      action: '请在七天内打开此链接接受邀请。链接只能使用一次，仅供您本人使用：',
    },
    password_reset: {
      subject: '新密码',
      opening: '有人用此地址申请新密码。如非您本人所为，则无须处理，您的密码不会改变。',
      action: '请在一小时内打开此链接设置新密码。链接只能使用一次：',
    },
    list_circulated: {
      subject: '问题单：{title}',
      opening: '秘书处已向贵代表团分发一份问题单。',
      action: '阅读问题并作答：',
    },
    list_extended: {
      subject: '新的截止时间：{title}',
      opening: '该问题单的截止时间已经延长。',
      action: '阅读问题并作答：',
    },
    reminder: {
      subject: '提醒：{title}',
      opening: '秘书处尚未收到贵代表团对该问题单的答复。',
      action: '阅读问题并作答：',
    },
    for_clearance: {
      subject: '待核准：{title}',
      opening: '贵代表团的一份答复已提请您核准。',
      action: '阅读并核准或退回：',
    },
    returned: {
      subject: '已退回：{title}',
      opening: '贵代表团的一份答复已退回作进一步修改。所附说明可在平台上查阅。',
      action: '继续工作：',
    },
    submitted: {
      subject: '已提交：{title}',
      opening: '贵代表团的一份答复已经提交。回执供代表团存档。',
      action: '查看回执：',
    },
    amendment_begun: {
      subject: '修订：{title}',
      opening: '贵代表团已开始编写答复的修订本。在修订本提交之前，原有版本继续有效。',
      action: '继续工作：',
    },
    clarification_asked: {
      subject: '请予澄清：{title}',
      opening: '秘书处对贵代表团的一项答复有一个问题。',
      action: '阅读并答复：',
    },
    clarification_answered: {
      subject: '收到澄清：{title}',
      opening: '一项澄清请求已得到答复。',
      action: '阅读答复：',
    },
    session_announced: {
      subject: '会议：{title}',
      opening: '办公厅主任办公室邀请贵代表团参加一次会议。附件可将会议记入您的日历。',
      action: '查看议程，并在会场开放后进入：',
    },
    session_changed: {
      subject: '会议变更：{title}',
      opening: '贵代表团受邀参加的一次会议有变更。附件可更新您的日历。',
      action: '查看会议：',
    },
    session_cancelled: {
      subject: '会议取消：{title}',
      opening: '贵代表团受邀参加的一次会议将不举行。附件可将其从您的日历中删除。',
      action: '在平台上查看：',
    },
    session_uninvited: {
      subject: '邀请撤回：{title}',
      opening: '贵代表团不再列入这次会议的受邀名单。附件可将会议从您的日历中删除。',
      action: '查看贵代表团的其他待办事项：',
    },
    session_group: {
      subject: '贵代表团所在小组：{title}',
      opening:
        '办公厅主任办公室将贵代表团分在务虚会的这一小组。所附文件会将会议记入日历。会议开始前，贵代表团可以不参加该小组。',
      action: '查看小组，如有需要可表示不参加：',
    },
    retreat_announced: {
      subject: '务虚会：{title}',
      opening: '办公厅主任办公室邀请贵代表团参加务虚会。将要讨论的结论可事先阅读。',
      action: '阅读结论和日程：',
    },
    group_declined: {
      subject: '不参加小组：{title}',
      opening: '一个代表团将不参加所分小组，其席位已空出。',
      action: '查看各小组：',
    },
  },
  facts: {
    list: '问题单：',
    reference: '编号：',
    deadline: '截止时间：',
    by: '来自：',
    note: '说明：',
    delegation: '代表团：',
    role: '身份：',
    session: '会议：',
    begins: '开始时间：',
    ends: '结束时间：',
    place: '地点：',
    retreat: '务虚会：',
    feedback_until: '反馈截止：',
  },
  roles: {
    head: '代表团团长',
    drafter: '起草人',
    reader: '查阅人员',
    administrator: '管理员',
    staff: '秘书处工作人员',
    irt: '内部审查小组成员',
  },
  closing: '此信息由平台发送，对此信息的回复无人阅看。',
}
