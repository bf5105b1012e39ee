import type { words as en } from './en.ts'

export const words = {
  help_title: 'Aide aux délégations',
  help_lead:
    'La plateforme en quelques réponses brèves. Il n’y a rien à apprendre au préalable : « Ce qui vous attend » indique toujours l’étape suivante.',
  help_contents: 'Sur cette page',
  help_first: 'Par où commencer',
  help_first_text:
    'Ouvrez « Ce qui vous attend ». Chaque fiche indique une chose à faire, son délai à New York et à votre heure, et qui, dans votre délégation, en est chargé.\nL’ouverture d’une liste de questions fait savoir au Secrétariat que votre délégation l’a ouverte, et rien d’autre. Avant la première question figurent l’objet de la liste, la suite donnée aux réponses, qui les verra et la possibilité éventuelle de répondre sans attribution.',
  help_writing: 'Rédiger une réponse',
  help_writing_text:
    'Choisissez « Répondre au nom de » votre État. Les questions se traitent dans n’importe quel ordre ; une réponse partielle est la bienvenue, et « Pas de position à ce stade » est une réponse. Vous pouvez écrire dans l’une quelconque des six langues, en précisant laquelle.\nCe que vous écrivez s’enregistre en moins de deux secondes ; la ligne en haut de la page le dit toujours. En cas de coupure, le texte reste sur cet appareil et part dès que la connexion revient. Un texte collé depuis Word conserve paragraphes, gras, italique, listes, citations et liens.\nUne lettre en PDF ou DOCX, seule ou jointe aux réponses, est aussi une réponse.',
  help_together: 'Travailler à plusieurs',
  help_together_text:
    'Vous voyez qui d’autre consulte la réponse, et à quelle question. Si deux personnes modifient la même réponse au même moment, les deux textes s’affichent côte à côte et vous décidez : rien n’est remplacé à l’insu de quiconque. Les rédactions antérieures restent sous « Rédactions antérieures ». Les commentaires sont réservés à votre délégation.',
  help_clearing: 'Approuver et présenter',
  help_clearing_text:
    'Le rédacteur transmet la réponse pour approbation. Le chef de délégation, ou le chef par intérim pour une période, la renvoie avec une note ou l’approuve et la présente. Toute modification ultérieure annule l’approbation : ce qui est présenté est le texte qui a été lu.\nAvant la présentation, une page montre exactement ce qui part, qui le verra et comment chaque réponse est attribuée. Vous obtenez ensuite un accusé de réception pour les dossiers de la mission et pouvez télécharger la réponse telle que présentée. Jusqu’à l’échéance, une version modifiée peut suivre ; toutes les versions présentées sont conservées.',
  help_group: 'Présenter au nom d’un groupe',
  help_group_text:
    'La délégation qui parle au nom d’un groupe trouve « Répondre au nom de » ce groupe sur la page de la liste. La déclaration conserve la liste des États du jour de sa présentation, sans les membres au nom desquels elle n’est pas faite et avec les États qui s’y joignent.\nUne délégation peut s’associer à la déclaration d’un groupe, entièrement, avec des ajouts ou avec des réserves. C’est un acte qui lui est propre, accompli par son chef ; il ne se déduit jamais de l’appartenance au groupe.',
  help_sessions: 'Séances',
  help_sessions_text:
    'L’invitation arrive par courriel avec un fichier d’agenda, et la séance figure sur « Ce qui vous attend » à l’heure du lieu et à la vôtre. La page de la séance indique comment ce qui y est dit est attribué ; lisez-la d’abord.\nDans la salle, votre délégation demande la parole, à titre national ou au nom d’un groupe, voit sa place sur la liste, écrit des idées, attribue ses points, répond à la question ouverte et joint sa déclaration. Qui ne peut être présent remet ses déclarations par écrit sur les mêmes points, au même titre. Ensuite, « Ce que votre délégation a dit » garde le tout pour vos dossiers.',
  help_findings: 'Constatations',
  help_findings_text:
    'Sous « Consultations » se trouve ce que l’Équipe d’examen interne a constaté, une fois publié. Les paragraphes sont numérotés, de la même manière dans toutes les langues, afin que vous puissiez vous y référer. Sous le texte figure ce sur quoi la constatation repose, dans la mesure où votre délégation peut le lire ; ce qui a été dit sans attribution n’est jamais accompagné d’un nom.\nUne version publiée ne change plus. Lorsqu’une nouvelle version la remplace, la page l’indique et dit ce qui a changé ; vous pouvez la comparer à toute version antérieure, paragraphe par paragraphe, et l’imprimer.',
  help_retreat: 'La retraite',
  help_retreat_text:
    'Dès qu’elle est annoncée, la retraite figure sur « Ce qui vous attend », avec ses dates aux deux horloges et ce qui est attendu de votre délégation d’ici là. Sa page contient le programme par jour, les constatations à lire à l’avance et, dès qu’il est communiqué, votre groupe avec ses langues, sa modération et son rapporteur.\nLà où les délégations choisissent, classez les groupes dans votre ordre jusqu’au moment indiqué. Placer en tête un groupe très demandé ne vous coûte jamais votre vœu suivant. Il est possible de renoncer, avec une note, à un groupe qui ne convient pas, jusqu’à sa réunion.\nSur chaque constatation, votre délégation appuie, appuie avec une modification écrite dans le texte même, exprime une préoccupation, demande des informations ou n’a pas de position ; avant la retraite aussi, et jusqu’à un moment fixé après elle. L’avis donné reste lié à la version sur laquelle il a été donné, et le silence n’est jamais compté comme un accord.',
  help_breakout: 'Dans un groupe de discussion',
  help_breakout_text:
    'La salle d’un groupe est une salle comme celles des séances. Au-dessus figurent le temps restant, les messages de la présidence de la retraite et le moyen de l’appeler ; personne n’apprend qui, dans le groupe, a appelé. Si votre délégation reçoit une place dans un autre groupe, la page le dit et y conduit ; ce que vous avez écrit reste là où il a été écrit.\nLe rapporteur rédige jusqu’à cinq points, chacun avec ce sur quoi il repose, et les soumet au groupe. Votre délégation signe qu’ils rapportent fidèlement ce qui a été dit, ce qui n’est pas y adhérer, ou fait consigner un dissentiment dans ses propres mots, qui vont en plénière avec les points. Si un point change, toutes les signatures sont retirées et l’on vous consulte à nouveau. Qui ne dit rien n’est pas compté. Un groupe qui se termine sans points en donne la raison.',
  help_feedback: 'Avis sur les constatations',
  help_feedback_text:
    'Donnez votre avis constatation par constatation : choisissez ce que vous en dites, proposez un autre libellé dans le paragraphe même, ajoutez les raisons. Ce que vous écrivez reste sur cet appareil jusqu’à ce que vous le donniez ; ce qui a été donné peut être modifié jusqu’à la clôture. Si une nouvelle version paraît pendant que vous écrivez, la page montre ce qui a changé et reprend vos propos ; une proposition dont le paragraphe a changé attend que vous l’ayez placée. Si un collègue a donné un avis entre-temps, les deux textes figurent côte à côte. Ce qu’un groupe a dit au nom de votre État figure à côté de vos propres propos ; le chef de la délégation peut y associer l’État ou s’en écarter.\nSous « Points de convergence », vous lisez les chiffres que le Secrétariat a montrés, en graphiques et en tableaux, et où se situe votre position. Les chiffres qui désigneraient un État sont réunis. Le silence n’est pas une position.',
  help_late: 'Après l’échéance',
  help_late_text:
    'La liste indique si une réponse tardive est refusée, ou acceptée et marquée comme reçue tardivement. L’horloge de la plateforme fait foi, et l’heure fixée compte encore. Le Secrétariat peut prolonger le délai pour toutes les délégations ou pour une seule ; vous en êtes informés.',
  help_attribution: 'Attribution',
  help_attribution_text:
    'Une réponse avec attribution s’affiche avec le nom de votre État ou de votre groupe. Une réponse sans attribution s’affiche avec votre nom pour les membres du Secrétariat qui suivent la liste, et pour personne d’autre ; les résumés et les exportations ne la nomment jamais. Une réponse présentée sans attribution ne peut plus être attribuée par la suite.',
  help_privacy: 'Qui voit un projet',
  help_privacy_text:
    'Personne en dehors de votre délégation : ni le Secrétariat, ni une autre délégation ; son existence même n’est pas connue. Le Secrétariat voit que la liste a été ouverte, qu’une réponse est en préparation si vous le dites, et ce que vous présentez.\nSur un ordinateur utilisé par d’autres, activez « Ne rien conserver sur cet appareil » à côté de la ligne d’enregistrement. La déconnexion supprime tout dans tous les cas.',
  help_keyboard: 'Clavier et aides à la lecture',
  help_keyboard_text:
    'Toutes les pages s’utilisent au clavier seul, avec un lecteur d’écran et à 200 %. Dans l’éditeur, Ctrl+B met en gras, Ctrl+I en italique, Ctrl+Z annule, Tab décale un élément de liste ; Maj+Tab mène de l’éditeur à ses outils, où les flèches passent de l’un à l’autre.\nToutes les pages s’impriment ; l’accusé de réception tient sur une page.',
  help_results: 'Ce que sont devenus vos propos',
  help_results_text:
    '« Ce que sont devenus nos propos » énumère tout ce que votre délégation a répondu, déclaré et écrit, avec la suite donnée : rangé sous un thème, repris dans un résumé, une constatation, une mesure ou un paragraphe du rapport, réuni à d’autres propos, ou non retenu, avec le motif. Si rien n’est encore décidé, la liste le dit. Seule votre délégation la lit, y compris pour ce qu’elle a dit sans attribution ; elle s’imprime sur deux pages.\nLe résumé définitif d’une liste de questions ou d’une séance se trouve à côté du rapport, sur la page de la consultation. Depuis le plan d’action et chaque paragraphe d’un résumé ou du rapport, vous remontez à ce sur quoi il repose, dans la mesure où vous pouvez le lire, et revenez par le même chemin. Ce que d’autres ont dit sans être nommés n’y figure pas, ni en quelle quantité.',
} satisfies Record<keyof typeof en, string>
