import type { words as en } from './en.ts'

export const words = {
  sign_in_lead: '贵国代表团就分发给会员国的问题开展的工作。',
  sign_in_title: '登录',
  forgotten_link: '我忘记了密码',
  no_account: '账户凭邀请开立，由贵国代表团团长或秘书处发出邀请。',
  forgotten_title: '重设密码',
  forgotten_lead: '请填写您的电子邮件地址。如该地址属于某一账户，您将收到用于重设密码的链接。',
  send_link: '发送链接',
  link_sent: '如 {email} 属于某一账户，链接即将送达。该链接只能使用一次，且有效时间较短。',
  back_to_sign_in: '返回登录页面',
  reset_title: '设定新密码',
  reset_lead: '此后在每台设备上登录时均须使用新密码。',
  set_password: '设定密码',
  password_is_set: '新密码已设定。您现在可以用它登录。',
  invitation_title: '邀请',
  invited_to_delegation:
    '邀请您加入{delegation}代表团，担任{role, select, head {代表团团长} drafter {起草人} other {查阅人员}}。',
  invited_to_office:
    '邀请您以{role, select, administrator {管理员} irt {内部审查小组成员} other {秘书处工作人员}}身份使用本平台。',
  invitation_until: '此邀请发给 {email}，可在 {when} 之前接受。',
  your_name: '您的姓名',
  your_name_help: '您的同事和秘书处所熟悉的称呼。',
  password_help: '至少 15 个字符。由几个词连成的密码易记而难猜。',
  known_password_help: '此地址已有账户。请输入该账户的密码。',
  choose_password: '选定密码',
  accept_invitation: '接受邀请',
  invitation_gone: '此邀请无法使用',
} satisfies Record<keyof typeof en, string>
