import type { words as en } from './en.ts'

export const words = {
  sign_in_lead: 'عمل وفدكم على الأسئلة المعممة على الدول الأعضاء.',
  sign_in_title: 'تسجيل الدخول',
  forgotten_link: 'لا أتذكر كلمة السر',
  no_account: 'تُفتح الحسابات بدعوة من رئيس وفدكم أو من الأمانة العامة.',
  forgotten_title: 'كلمة سر جديدة',
  forgotten_lead: 'أدخلوا عنوان بريدكم الإلكتروني. وإذا كان يخص حسابا، فستصلكم رسالة تتضمن رابطا لوضع كلمة سر جديدة.',
  send_link: 'إرسال الرابط',
  link_sent: 'إذا كان {email} يخص حسابا، فالرابط في طريقه إليكم. ولا يُستعمل إلا مرة واحدة ولفترة قصيرة.',
  back_to_sign_in: 'العودة إلى صفحة تسجيل الدخول',
  reset_title: 'وضع كلمة سر جديدة',
  reset_lead: 'وسيُطلب منكم بعدها تسجيل الدخول بها على كل جهاز.',
  set_password: 'حفظ كلمة السر',
  password_is_set: 'حُفظت كلمة السر الجديدة. ويمكنكم الآن تسجيل الدخول بها.',
  invitation_title: 'دعوة',
  invited_to_delegation:
    'أنتم مدعوون إلى الانضمام إلى وفد {delegation} {role, select, head {رئيسا للوفد} drafter {مسؤولا عن الصياغة} other {قارئا}}.',
  invited_to_office:
    'أنتم مدعوون إلى العمل على هذه المنصة {role, select, administrator {بصفة مدير للمنصة} irt {بصفة عضو في فريق الاستعراض الداخلي} other {بصفة موظف في الأمانة العامة}}.',
  invitation_until: 'هذه الدعوة موجهة إلى {email} ويمكن قبولها حتى {when}.',
  your_name: 'اسمكم',
  your_name_help: 'كما يعرفه زملاؤكم والأمانة العامة.',
  password_help: '15 حرفا على الأقل. وعدة كلمات متتالية يسهل تذكرها ويصعب تخمينها.',
  known_password_help: 'لهذا العنوان حساب بالفعل. يُرجى إدخال كلمة سره.',
  choose_password: 'اختاروا كلمة سر',
  accept_invitation: 'قبول الدعوة',
  invitation_gone: 'يتعذر استعمال هذه الدعوة',
} satisfies Record<keyof typeof en, string>
