import { sample } from './prose.ts'

/** Composed for demonstration; no position of any State. Each paragraph stands alone, so that variants can be combined. */
export const ENGLISH_SAMPLES = [
  sample(
    1,
    `In the experience of our delegation, three procedures account for most of the delay: the filling of posts, the approval of travel, and the purchase of ordinary goods and services for field offices. In each of them the same facts are entered and reviewed several times, by offices that do not see one another’s work.
    We would begin with recruitment. A vacancy that stays open for months weakens the mandate for which the post was approved, and it does so quietly, without any decision to that effect having been taken.
    - Steps that are carried out one after the other could run side by side.
    - Each step should have a time limit and a named office that answers for it.
    - What has been verified once should not be verified again unless the facts have changed.
    Simplification need not mean fewer safeguards. A shorter procedure that everybody understands is also easier to audit.`,
  ),
  sample(
    1,
    `Our delegation has no complete view of the internal procedures of the Secretariat and would welcome a short map of them: who decides, on the advice of whom, and within how many days. Such a map would allow Member States to comment with more precision.
    From what is visible to us, delay arises less from the rules themselves than from the number of instructions issued to explain them. Over the years these have come to overlap, and staff far from Headquarters find it difficult to know which one is in force.
    We therefore suggest that administrative instructions be brought together in **one current manual**, in plain language, and that superseded texts be withdrawn formally. Procedures of low value and high frequency should be reviewed first, since small savings of time are multiplied there.`,
  ),
  sample(
    1,
    `The procedures that most delay delivery are, in our view, those in which responsibility is divided. Where one department sets the policy, a second carries it out and a third controls it, a question from the field may travel for weeks before it meets somebody entitled to answer.
    We would single out the following for early simplification:
    1. the extension of short-term appointments, which recurs every few months for the same functions;
    2. the acceptance of small voluntary contributions, where the cost of processing can exceed the sum received;
    3. the replacement of equipment that has reached the end of its service life.
    Each simplification should be tried in a small number of offices, measured, and reported to Member States before it is extended to all. This would build confidence at little cost.`,
  ),
  sample(
    2,
    `Much can be done at once and without new resources. Our delegation attaches particular value to measures that people in the field would notice within a few months:
    - the publication, each quarter, of the average time taken to fill a post, by department;
    - authority for heads of mission to approve travel and purchases of low value, with a report after the fact;
    - one point of contact for each field office in all administrative matters.
    These measures should be announced together, with dates, so that their effect can be observed. Where one of them proves unsuitable it should be withdrawn without hesitation, and the reasons given.`,
  ),
  sample(
    2,
    `The measures that make the greatest difference are often the least conspicuous. A form that is abolished, a signature that is no longer required, a question that is answered within two days: for a small office these weigh more than a new structure at Headquarters.
    We encourage the Secretary-General to ask the staff themselves which requirements could be dropped, and to reply publicly to each suggestion received. Experience in national administrations shows that a good part of the proposals made in this way can be adopted with little risk.
    Our delegation would also welcome an early review of the time limits that apply to internal consultations, so that silence after a given period may be taken as agreement in routine matters.`,
  ),
  sample(
    2,
    `Within the existing authority of the Secretary-General, our delegation sees room for action in three areas.
    **Clarity.** A single public table showing who may decide what would cost little and would resolve many doubts.
    **Speed.** Standard contracts and standing rosters, prepared in advance, would allow offices to respond to a new mandate within weeks.
    **Information.** A monthly note to Member States, of no more than two pages and with a small number of comparable figures, would let delegations follow progress without additional meetings.
    We do not consider that these measures require a decision of the General Assembly, but we would appreciate being informed before they take effect.`,
  ),
  sample(
    3,
    `The planning and budget process serves two purposes: it lets the Secretariat prepare its work, and it lets Member States decide on it. Both suffer when documents are long, arrive late and describe activities more than results.
    Our delegation would favour a single document per programme, which shows on a few pages what was intended, what was achieved, what is proposed, and what it would cost. Details could be given in annexes, available in all official languages at the same time.
    The role of the competent intergovernmental and expert bodies should be preserved in full. Shortening the process should come from **better preparation and earlier documents**, not from fewer opportunities to examine them.`,
  ),
  sample(
    3,
    `A shorter cycle is desirable, for at present several years may lie between the first outline of a programme and its evaluation. Lessons learned then come too late to influence what is planned next.
    We suggest the following adjustments, which may be considered separately:
    - the budget outline could be brought closer in time to the budget itself;
    - performance information for the last completed year should stand beside each request;
    - terminology should be kept constant from one period to the next, so that changes of substance are not hidden by changes of wording.
    For small missions the number of documents matters as much as their length. A common index, with a one-page summary of each document, would be of real help.`,
  ),
  sample(
    3,
    `Our delegation understands the wish for a simpler process and shares it. At the same time, each of its stages exists because Member States asked for it. Before any of them is merged or removed, it would be useful to state what it was meant to achieve and how that purpose will be served in future.
    Clarity of presentation is the first need. Budgets should allow a reader who is not a specialist to see what has changed since the last period and why. A short table of changes at the beginning of each section would go a long way.
    > The measure of a good budget document is whether a delegate can explain it to the capital on one page.
    We would welcome a mock-up, for one programme only, before any general decision is taken.`,
  ),
  sample(
    4,
    `An annual budget would bring planning closer to implementation. Estimates made one year ahead are more reliable than those made three years ahead, and fewer adjustments would be needed in the course of the period.
    The risks lie mainly in the workload, for the Secretariat, for the expert bodies and above all for smaller delegations, which would have to examine a full budget every year. This risk can be contained if documents become shorter and are issued in good time.
    Our delegation could support the change, preferably **on a trial basis**, with a review after a fixed number of cycles and on the understanding that the calendar of the competent committees is respected.`,
    'favour-conditions',
  ),
  sample(
    4,
    `We see more advantages than risks. A one-year period makes it possible to take account of new mandates without lengthy revised estimates, to compare results with resources while memories are fresh, and to correct course in time.
    Among the risks, our delegation would mention a narrower view of the longer term. This could be met by keeping a multi-year plan beside the annual budget, so that the direction of a programme remains visible.
    The change would also be an occasion to make the presentation more uniform across programmes.`,
    'favour',
  ),
  sample(
    4,
    `Our delegation has not yet reached a position on this matter, which requires consultation in the capital and within the groups to which we belong.
    In forming our view we shall consider the following questions:
    1. How many documents would be examined each year, by which bodies, and at what time?
    2. What effect would the change have on the predictability of assessments?
    3. How would multi-year projects, such as construction, be presented?
    4. What savings of time and work does the Secretariat expect, and on what evidence?
    Written replies to these questions, in advance of the formal discussion, would be appreciated.`,
    'no-position',
  ),
  sample(
    5,
    `Needs change in the course of a budget period, and some room for adjustment is part of sound management. Our delegation considers that transfers within a section should be possible without prior approval, within a ceiling expressed as a percentage and known to all.
    Transfers between sections touch the balance agreed among Member States. They should remain limited and should be subject to the existing rules, including the advice of the competent expert body.
    Whatever the extent of the discretion, it should be matched by reporting. A simple quarterly table would suffice, listing each transfer, its reason and its effect on the results expected.`,
  ),
  sample(
    5,
    `The Secretary-General should have enough room to respond to the unforeseen, but not so much that the approved budget loses its meaning. Between these two limits the precise figure is a matter for discussion, and our delegation is flexible.
    We attach importance to three safeguards:
    - resources approved for development activities should not be reduced in order to finance other purposes;
    - transfers should not create obligations that continue beyond the period;
    - Member States should learn of a significant transfer **when it is made**, not at the end of the cycle.
    An independent review of how the discretion has been used, after two or three years, would help to decide whether the ceiling is rightly set.`,
  ),
  sample(
    5,
    `Flexibility has so far been discussed mostly as a question of percentages. In our view the more useful question concerns the conditions under which it is exercised: who proposes a transfer, who approves it, what is recorded, and who can see the record.
    If these conditions are clear, a moderate degree of flexibility should cause no concern. If they are not, even a small one may give rise to misunderstanding.
    Our delegation would therefore suggest that the Secretariat first set out the procedure in writing, apply it for one year under the existing limits, and report on the experience gained. Any change of the limits could then be considered on the basis of facts.`,
  ),
  sample(
    6,
    `The time needed to recruit could be reduced considerably if preparatory work began before a post fell vacant. Retirements are known years in advance, rotations several months in advance; yet the vacancy notice often follows the departure.
    Our delegation would support rosters of pre-assessed candidates, provided that they are renewed regularly and that care is taken to **include candidates from unrepresented and underrepresented Member States** and to achieve gender parity at every stage, from the list of applicants to the final selection.
    Competence and integrity remain the paramount consideration, as the [Charter](https://www.un.org/en/about-us/un-charter) provides. Speed and standards do not contradict one another: the best candidates are also those who accept another offer first.`,
  ),
  sample(
    6,
    `Three causes of delay deserve attention: the number of persons who must comment on a selection, the difficulty of convening panels, and the time taken by medical, security and travel formalities once a candidate has been selected.
    The following could be examined:
    1. panels of fixed membership, meeting on fixed days;
    2. written tests held at the same time for similar posts;
    3. formalities started for the first two candidates together, so that a refusal costs no time.
    Geographical representation should be shown at each stage of the process, not only in the result. Where a department regularly receives few applications from a region, outreach there should come before the next vacancy.`,
  ),
  sample(
    6,
    `For our delegation the fairness of the process is as important as its speed. Applicants should know within a reasonable time where they stand, and those who were not selected should receive a brief answer. At present many learn nothing for months.
    We would encourage simpler vacancy notices, with requirements limited to what the function truly needs. Excessive requirements narrow the field and put at a disadvantage candidates who have made their career in national services or in languages other than English.
    Deployment at short notice in a crisis calls for a separate procedure, used only for a limited time and followed by regular recruitment.`,
  ),
  sample(
    7,
    `Performance management works when it is simple, regular and taken seriously by those at the top. A short conversation four times a year is worth more than a long form once a year.
    Good performance should lead to visible opportunities: more responsibility, training, or a duty station of the person’s choice. Insufficient performance should be addressed early and fairly, with support first and consequences afterwards.
    As to hardship duty stations, service there ought to count as an advantage in later selections. Those who have spent years in difficult conditions should not find, on their return, that careers were made elsewhere. Locally recruited staff, who carry much of the work in such places, deserve the same attention.`,
  ),
  sample(
    7,
    `Our delegation supports mobility as a means of bringing field experience to Headquarters and the reverse. It should follow a few clear rules, known in advance, and leave room for family circumstances and for functions that require long specialization.
    To strengthen the recognition of service in hardship duty stations, the following might be considered:
    - a minimum of field service before appointment to certain senior posts;
    - a definite term in the most difficult locations, with assured consideration for another post afterwards;
    - improvement of living and working conditions, including medical care and communications.
    We note that incentives need not be financial. Predictability is often valued more than money.`,
  ),
  sample(
    7,
    `A culture of performance cannot be decreed; it grows from example. We would welcome it if senior managers’ compacts, with their objectives and the results achieved, were presented in a form that is brief and comparable.
    Supervisors need time and training for this task, which is among the most demanding they have. The number of staff reporting to one supervisor should be kept at a level that makes serious appraisal possible.
    Finally, a fair and swift means of settling disagreements about appraisals would encourage supervisors to be frank. Where frankness leads only to lengthy proceedings, ratings tend to become uniform and lose their value.`,
  ),
  sample(
    8,
    `Procurement can become faster if planning begins earlier. Annual procurement plans, published and updated, would give vendors everywhere the same notice and would allow small and medium-sized enterprises to prepare an offer.
    To widen opportunities for vendors from developing countries and countries with economies in transition, our delegation suggests:
    - business seminars in all regions, and online in all six official languages;
    - a simpler registration, with fewer documents at the lowest level;
    - division of large contracts into lots where this does not raise the cost unreasonably;
    - feedback to unsuccessful vendors on request.
    Contracts awarded should be published with country, value and subject. Transparency of this kind is the best answer to doubts.`,
  ),
  sample(
    8,
    `The supply chain should be seen as a whole, from the definition of a need to its delivery at the place of use. At present each part is measured separately, and a contract concluded in good time may still result in goods that arrive late.
    Our delegation would welcome a single indicator, the time from request to delivery, published for the main categories of goods.
    Best value for money remains the guiding principle. In applying it, account should be taken of the full cost, including transport, maintenance and disposal, which often speaks in favour of _suppliers closer to the field_. Local purchase also supports the economies of host countries, provided that competition is genuine.`,
  ),
  sample(
    8,
    `Delays in procurement arise in our experience from unclear specifications more than from the solicitation itself. Requisitioners in the field would benefit from standard specifications for common items and from advice at an early stage.
    System contracts are useful, but they should be opened at regular intervals so that new vendors, including those from regions with few contracts so far, have a real opportunity.
    We would also encourage cooperation with other organizations of the system in joint purchasing where needs are similar, taking care that the conditions of participation remain within the reach of smaller enterprises. A short yearly report on the geographical origin of vendors would enable Member States to follow the trend.`,
  ),
  sample(
    9,
    `Decisions should be taken by those who know the circumstances and answer for the consequences. This speaks for leaving to heads of mission and of field offices the selection of most staff, purchases up to an appropriate threshold, and the use of vehicles, premises and equipment.
    Three safeguards seem essential to our delegation:
    1. the delegation is made in writing, to a named function, and can be read by all;
    2. the person concerned has the training and the support required to exercise it;
    3. its exercise is monitored by means of a few indicators, and it can be withdrawn.
    Delegation of authority does not remove the accountability of the one who delegates.`,
  ),
  sample(
    9,
    `Our delegation supports the principle of bringing decisions closer to the point of delivery. The pace should depend on the capacity of each office. A large mission with an established administration is in a different situation from an office of twelve persons, for which new authority may at first mean new burdens.
    It would therefore be prudent to proceed by stages, beginning with decisions that recur often and carry little risk, and to keep a service at Headquarters, or in a regional centre, on which smaller offices can rely.
    Sub-delegation should be limited and recorded. Where several persons share in a decision, it must remain clear **who took it**.`,
  ),
  sample(
    9,
    `Before further authority is delegated, the existing delegations should be set out in one place. Our delegation understands that they have accumulated over time and that some overlap. An orderly table would be the foundation for everything else.
    As regards safeguards, we would prefer a small number that are applied without exception to a large number that are applied unevenly. Controls carried out after the fact, on samples chosen according to risk, are usually more effective than prior approval of each transaction.
    The results of these controls should be brought to the attention of Member States in aggregate form, together with the corrective action taken.`,
  ),
  sample(
    10,
    `A clearer separation between those who set policy and those who provide operational support has merit. It would make it easier for missions to know whom to turn to, and it would avoid that the same office makes a rule, applies it and judges the result.
    At the same time, policy made without knowledge of operations tends to be unworkable. Regular exchange between the two sides, including the rotation of staff, should be part of any arrangement.
    Our delegation does not have a preference as to names or numbers of departments. We would judge a proposal by whether a field office could obtain an answer **from one place and within a known time**.`,
  ),
  sample(
    10,
    `In principle, yes; much depends on how the line is drawn. Some functions, such as the interpretation of rules in a particular case, belong to both sides, and they are the ones about which disagreements arise.
    We would suggest that any new arrangement be described by means of examples:
    - who decides when a mission asks for an exception;
    - who is informed;
    - who settles a difference between two departments, and by when.
    A change of structure has a cost in time and attention. It should therefore be undertaken once, prepared carefully with those concerned, and then given the time to settle.`,
  ),
  sample(
    10,
    `Our delegation would approach this question from the point of view of the recipients of support. If missions and field offices were asked today which department is responsible for a given matter, the answers would probably differ. A structure that produces one answer would be an improvement.
    Whatever the structure chosen, duplication should be avoided, and the change should be neutral in terms of posts unless a need is demonstrated. The grading of senior posts should not be affected by it.
    We would welcome a comparison of two or three options, with the advantages and drawbacks of each, before a proposal is formally submitted to the General Assembly.`,
  ),
  sample(
    11,
    `What our delegation needs is not more information but information that can be used. Reports run to many thousands of pages a year; the few figures that would allow a judgement are difficult to find in them.
    We would propose one public page, updated each quarter, with the same figures for every programme:
    - mandates in force and their status;
    - resources approved, committed and spent;
    - posts approved, filled and vacant for more than six months;
    - recommendations of oversight bodies outstanding, by age.
    The page should exist in all official languages and allow the figures to be downloaded. In return, reports whose content it covers could be discontinued.`,
  ),
  sample(
    11,
    `Small missions cannot follow every report. For us the most valuable form is a short written briefing, at regular intervals, with a person to whom questions may be addressed.
    Frequency should be determined by the subject: figures each quarter, results once a year, and matters of urgency when they arise. Information on results should state candidly **what was not achieved** and for what reason. A report in which every objective has been met is seldom read with confidence.
    Consistency over time is essential. If the presentation changes every period, no trend can be seen.`,
  ),
  sample(
    11,
    `The link between mandates and resources should be made visible. For each mandate it ought to be possible to see when it was given, by which body, what it costs, and when it was last reviewed. Our delegation is aware that costs cannot always be attributed exactly; a reasonable estimate, marked as such, is preferable to none.
    An online register with a search function would serve this purpose better than printed documents. Printed summaries should remain available to delegations that prefer them or whose connections are slow.
    We suggest that delegations be invited to try a first version before it is completed, so that their remarks can still be taken into account.`,
  ),
  sample(
    12,
    `Accountability begins with clear expectations. Managers should know at the outset what results are expected of them, with what resources, and what authority they hold. Only then can they fairly be held to account.
    The assessment should look at three matters together: results, the use of resources, and conduct. Success in one should not excuse failure in another.
    As regards those who report misconduct, protection is credible only if it works quickly. Our delegation would support:
    - interim measures while a complaint is under review;
    - time limits for each stage;
    - protection also for consultants and individual contractors;
    - annual publication of the number of cases and their outcome, without names.`,
  ),
  sample(
    12,
    `Oversight bodies have made many recommendations on this subject over the years. Before new instruments are created, it would be useful to see which of these recommendations have been carried out and what has prevented the others.
    We believe that accountability should have consequences in both directions. Managers who act responsibly, and who admit an error in time, should have the support of the Organization. Those who neglect their duties should not be moved quietly to another function.
    Confidence in the system of reporting depends on independence. Channels should be accessible in the languages of the staff and in the places where they work.`,
  ),
  sample(
    12,
    `Our delegation considers that the existing framework is broadly adequate on paper and that attention should turn to its application. Three points deserve to be mentioned.
    First, delegations of authority and performance agreements should refer to one another, so that each power corresponds to a responsibility.
    Second, the time taken by investigations should be shortened, in the interest of those who report and of those who are the subject of a report alike. _Due process_ and speed are compatible.
    Third, lessons of general interest should be shared. A short annual note describing typical situations, without any indication of persons or places, would help managers to act correctly.`,
  ),
  sample(
    13,
    `Consultation is most useful when it comes early, while options are still open. Questions should be circulated at least three weeks in advance, in all official languages, and a calendar of the further steps should be given at the beginning.
    Delegations should be told what has become of their contributions: which were taken up, which were not, and for what reasons. Nothing encourages participation more.
    From earlier reforms our delegation draws the following lessons:
    1. measures were announced in greater number than they were completed;
    2. savings were reported without an indication of how they had been used;
    3. evaluation began too late to be of influence.
    A modest programme that is carried through will serve the Organization better than an ambitious one that is not.`,
  ),
  sample(
    13,
    `Our delegation appreciates the informal character of these consultations and would like it to be preserved. Frank exchange requires that views may be expressed without being recorded against those who express them.
    Beside the meetings in New York, written channels should remain open, since small missions cannot attend every session and capitals in distant time zones need time to react. Deadlines that fall on weekends or during the main part of the session should be avoided.
    We suggest a short stocktaking at the end of each year, with the same indicators every time. The decisions themselves remain a matter for the General Assembly and its competent committees.`,
  ),
  sample(
    13,
    `Member States are not only consulted about the reform; in due course they will decide on parts of it. It is therefore important to distinguish clearly between measures that lie within the authority of the Secretary-General and proposals that need approval, and to say at each stage which is which.
    Earlier reforms suffered, in our view, from being presented as complete. A reform that leaves room for adjustment, and whose authors say openly what they do not yet know, will find support more easily.
    Groups of States should be given the time they need to arrive at a common position. We would regard **two weeks** between the circulation of a text and its discussion as a minimum.`,
  ),
]
