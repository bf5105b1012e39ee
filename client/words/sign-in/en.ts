export const words = {
  sign_in_lead: 'Your delegation’s work on the questions circulated to Member States.',
  sign_in_title: 'Sign in',
  forgotten_link: 'I do not remember my password',
  no_account: 'Accounts are opened by invitation: by the head of your delegation, or by the Secretariat.',
  forgotten_title: 'A new password',
  forgotten_lead:
    'Give your e-mail address. If it belongs to an account, you will receive a link with which to set a new password.',
  send_link: 'Send the link',
  link_sent: 'If {email} belongs to an account, the link is on its way. It can be used once and only for a short time.',
  back_to_sign_in: 'Back to the sign-in page',
  reset_title: 'Set a new password',
  reset_lead: 'You will then be asked to sign in with it, on every device.',
  set_password: 'Set the password',
  password_is_set: 'Your new password is set. You can now sign in with it.',
  invitation_title: 'An invitation',
  invited_to_delegation:
    'You are invited to join the delegation of {delegation} as {role, select, head {head of delegation} drafter {drafter} other {reader}}.',
  invited_to_office:
    'You are invited to work on this platform as {role, select, administrator {administrator} irt {a member of the Internal Review Team} other {a member of the Secretariat}}.',
  invitation_until: 'This invitation is for {email} and can be accepted until {when}.',
  your_name: 'Your name',
  your_name_help: 'As your colleagues and the Secretariat know you.',
  password_help: 'At least 15 characters. Several words in a row are easy to remember and hard to guess.',
  known_password_help: 'This address already has an account. Please give its password.',
  choose_password: 'Choose a password',
  accept_invitation: 'Accept the invitation',
  invitation_gone: 'This invitation cannot be used',
}
