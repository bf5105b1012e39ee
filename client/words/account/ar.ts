import type { words as en } from './en.ts'

export const words = {
  account_title: 'إعدادات الحساب',
  you: 'بياناتكم',
  name: 'الاسم',
  language: 'اللغة',
  language_help: 'لهذه الصفحات وللرسائل الموجهة إليكم.',
  zone_help: 'تُعرض المهل بتوقيت نيويورك وبتوقيت هذه المنطقة.',
  save: 'حفظ',
  saved: 'حُفظت إعداداتكم.',
  change_password: 'تغيير كلمة السر',
  current_password: 'كلمة السر الحالية',
  new_password: 'كلمة السر الجديدة',
  new_password_help: '15 حرفا على الأقل. وستبقى جلستكم مفتوحة هنا وتُغلق في كل مكان آخر.',
  password_changed: 'تغيّرت كلمة السر. وأُغلقت جلساتكم على جميع الأجهزة الأخرى.',
  where_signed_in: 'أماكن تسجيل دخولكم',
  devices_lead: 'إذا لم تتعرفوا على جهاز ما، فأغلقوا جلسته وغيّروا كلمة السر.',
  device: 'الجهاز',
  since: 'منذ',
  last_seen: 'آخر نشاط',
  this_device: 'هذا الجهاز',
  end_sign_in: 'إغلاق هذه الجلسة',
  action: 'الإجراء',
  sign_in_ended: 'أُغلقت جلسة الجهاز.',
  sign_out_everywhere: 'تسجيل الخروج من جميع الأجهزة',
  sign_out_everywhere_text:
    'ستُغلق الجلسة على هذا الجهاز أيضا. وستفقد الصفحات المفتوحة في أماكن أخرى اتصالها فورا؛ أما المسودات المحفوظة فتبقى لدى وفدكم.',
} satisfies Record<keyof typeof en, string>
