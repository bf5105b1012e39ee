import type { words as en } from './en.ts'

export const words = {
  staff_help_title: 'Aide au Secrétariat',
  staff_help_lead: 'Du premier projet d’une liste de questions à la compilation exportée.',
  staff_help_contents: 'Sur cette page',
  staff_help_prepare: 'Préparer une liste',
  staff_help_prepare_text:
    'Ouvrez la consultation, commencez une liste de questions et rédigez-la dans une langue après l’autre. « Afficher à côté » place une deuxième langue à côté de celle dans laquelle vous écrivez, pour traduire ou comparer ; sous chaque langue figure le nombre de textes encore manquants.\nLa liste s’enregistre d’elle-même au fil de la saisie ; l’état de l’enregistrement figure toujours en haut de la page. Si un collègue modifie la liste en même temps, les deux séries de modifications sont réunies. Là où vous avez modifié le même texte, les deux rédactions s’affichent côte à côte et vous choisissez ; rien n’est perdu.\nIndiquez sous « Suite donnée aux réponses » à quoi elles serviront : les délégations lisent ce texte avant de commencer.',
  staff_help_deadline: 'Fixer le délai',
  staff_help_deadline_text:
    'Un délai est un jour, une heure et un fuseau horaire ; New York est proposé. Un avertissement signale une fin de semaine, un jour férié officiel au Siège, le débat général ou moins de dix jours ouvrés. Un avertissement n’interdit rien ; seul un moment passé est refusé.\nDécidez en même temps de ce qu’il advient des réponses ultérieures : elles sont refusées, ou reçues et marquées comme reçues tardivement jusqu’à ce que vous closiez la liste. Les délégations voient leur propre heure à côté de celle de New York.',
  staff_help_circulate: 'Vérifier et distribuer',
  staff_help_circulate_text:
    'Avant de distribuer, lisez la liste telle que la verra un délégué, dans chaque langue. Le dernier récapitulatif indique à combien de délégations elle est adressée, qui est omis, pour quand, et ce qui ne pourra plus être modifié. Si une langue est incomplète, vous pouvez l’omettre ; cela est consigné.\nAprès la distribution, le texte est arrêté. Vous pouvez prolonger le délai, pour toutes les délégations ou pour une seule, envoyer des rappels et clore la liste.',
  staff_help_follow: 'Suivre une liste',
  staff_help_follow_text:
    'Chaque délégation a sa place dans la grille, par groupe régional et dans l’ordre protocolaire ; le tableau dit la même chose ligne par ligne. Les filtres figurent dans l’adresse, de sorte qu’une vue peut être partagée.\nLa page suit d’elle-même ce qui se passe et laisse à sa place ce que vous lisez. Les déclarations et les États distincts sont comptés côte à côte : une déclaration de groupe couvre ses membres de ce jour, et chaque État compte une fois, par sa propre réponse, par son association ou par le groupe.\nSélectionnez les délégations qui n’ont pas présenté de réponse et envoyez-leur un rappel. Il est adressé aux chefs et aux rédacteurs.',
  staff_help_read: 'Lire les réponses',
  staff_help_read_text:
    'Lisez par question ou par délégation, et filtrez par groupe régional, groupe, langue et mots. Le filtre en vigueur figure toujours sous forme de phrase au-dessus des réponses. Les réponses sont affichées dans la langue dans laquelle elles ont été données.\nLes réponses présentées pendant votre lecture sont annoncées, et affichées quand vous le demandez. Un numéro de version supérieur à 1 signifie que la délégation a modifié sa réponse ; ouvrez la réponse présentée pour voir ce qui a changé.',
  staff_help_clarify: 'Demander une précision',
  staff_help_clarify_text:
    'Choisissez une réponse et écrivez à côté. La délégation en est informée et répond au même endroit ; personne d’autre ne voit l’échange. Marquez-le comme réglé quand la question est tranchée ; un nouveau message le rouvre.\nUne précision ne modifie pas une réponse : pour cela, la délégation présente une version modifiée.',
  staff_help_sessions: 'Séances',
  staff_help_sessions_text:
    'Programmez une séance sur la page de sa consultation. Le type de séance détermine l’attribution, le temps de parole et les points ; tout peut être modifié. L’attribution lie dès la première contribution et ne peut ensuite que devenir plus stricte. Personne n’est informé avant l’annonce ; ensuite, tout changement d’horaire, de lieu ou de lien met à jour les invitations dans les agendas.\nSur la page de la séance, vous attribuez la présidence, la modération, les fonctions de rapporteur et la prise de notes, et créez des adresses pour les écrans de la salle. Une adresse n’est affichée qu’une fois et peut être retirée.\nLe compte rendu du rapporteur se construit pendant la séance : des points, chacun avec ce sur quoi il repose. Il peut être exporté à tout moment et porte la mention provisoire jusqu’à la clôture ; ses points sont alors transmis.',
  staff_help_findings: 'Thèmes et constatations',
  staff_help_findings_text:
    'Sous « Thèmes », vous classez des passages de ce qui a été dit : sélectionnez des mots, ou prenez un paragraphe ou le tout. Sur la page d’une constatation, vous la rédigez dans une langue après l’autre ; chacune a le même nombre de paragraphes. À côté, vous cherchez ce qui a été dit d’après ses mots et citez le passage. Ce que vous tapez est conservé sur cet appareil jusqu’à l’enregistrement ; si quelqu’un d’autre a enregistré entre-temps, vous voyez la différence et choisissez.\nL’Équipe d’examen interne rédige ; le Secrétariat publie. La publication fige une version que toutes les délégations lisent ; à partir de la deuxième, il est dit ce qui a changé. Une constatation retirée reste lisible et le signale. L’Équipe d’examen interne ne voit jamais l’auteur de ce qui n’est pas attribué.',
  staff_help_export: 'Exporter',
  staff_help_export_text:
    'Une exportation reprend le filtre en vigueur. Elle est établie en arrière-plan ; vous pouvez continuer à travailler, et l’annuler. Le fichier est conservé brièvement, pour vous seul et pour la même session uniquement. Le dossier garde la trace de l’établissement et du téléchargement du fichier.',
  staff_help_unseen: 'Ce que le Secrétariat ne voit pas',
  staff_help_unseen_text:
    'D’un projet, vous n’apprenez rien : ni son existence, ni sa longueur, ni son heure. Vous voyez qu’une délégation a ouvert la liste (elle sait que vous le voyez), qu’elle a signalé une réponse en préparation, et ce qu’elle a présenté. Les commentaires internes à une délégation ne sont montrés à personne d’autre.\nLes administrateurs s’occupent des personnes et des accès et ne lisent aucune réponse.',
  staff_help_unnamed: 'Réponses sans attribution',
  staff_help_unnamed_text:
    'Vous voyez l’auteur d’une telle réponse, signalée par une marque ; l’auteur la voit aussi, et personne d’autre. Veuillez ne pas reporter le nom dans des notes ou des messages.\nDans les fichiers et pour les autres délégations, ces réponses apparaissent sans nom une fois la liste close, dans un ordre tiré au sort, et seulement lorsque cinq délégations au moins ont pu les rédiger. Un filtre qui pourrait en révéler l’auteur les exclut.',
  staff_help_people: 'Personnes et groupes',
  staff_help_people_text:
    'Invitez par courrier électronique le chef de chaque délégation. Le chef invite ses collègues, désigne un chef par intérim et retire des membres ; cela relève de la mission. Un administrateur peut aider une mission dont le chef est parti.\nSous « Groupes d’États », vous voyez qui appartenait à un groupe un jour donné et qui s’exprimait en son nom. Le droit de s’exprimer au nom d’un groupe est daté, car les présidences tournent.',
  staff_help_keys: 'Clavier et aides à la lecture',
  staff_help_keys_text:
    'Toutes les pages s’utilisent au clavier seul. Pendant la lecture, j et k mènent à la réponse suivante et à la précédente, / à la recherche, et « ? » affiche les touches. Dans la grille, les flèches permettent de se déplacer, Entrée affiche une délégation et la barre d’espace la sélectionne.\nLes changements sont annoncés aux lecteurs d’écran avec mesure et ensemble. Les pages peuvent être agrandies à 200 % et imprimées.',
  staff_help_retreat: 'Préparer et conduire une retraite',
  staff_help_retreat_text:
    'Préparez une retraite sur la page de sa consultation : lieu, fuseau horaire, participants, constatations soumises, et jusqu’à quand et comment les délégations réagissent. Composez le programme de parties, plénières et groupes de discussion ; l’horaire les met en ordre. Personne n’est informé avant que vous n’annonciez la retraite.\nLes groupes se composent d’après les choix des délégations, en mêlant les groupes régionaux, comme dans une partie antérieure, ou à la main. Regardez l’équilibre avant de retenir un tirage ; la graine du tirage est conservée, de sorte que chacun peut refaire le même. Une fois les groupes annoncés, une délégation peut y renoncer avec un mot ; vous le voyez auprès de la partie et pouvez lui donner une autre place. Toute délégation déplacée en est informée aussitôt.\nLe jour venu, « Suivre et conduire » montre tous les groupes côte à côte : qui est venu, le temps restant, le tableau, les points, et qui appelle la présidence. Le temps s’accorde à tous les groupes à la fois ; si une partie suit directement, il vous est demandé si elle commence plus tard. La clôture ne perd rien.\nLe rapporteur d’un groupe rédige jusqu’à cinq points, chacun avec ce sur quoi il repose, et les soumet au groupe. Les délégations signent, ou font consigner un dissentiment dans leurs mots. Les points signés sont portés en plénière avec une place sur la liste des orateurs. La retraite peut être close dès que chaque groupe qui s’est réuni a des points signés ou a dit pourquoi il n’en a pas.',
} satisfies Record<keyof typeof en, string>
