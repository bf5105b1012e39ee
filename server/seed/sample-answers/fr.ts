import { sample } from './prose.ts'

/** Textes composés pour la démonstration ; aucun ne représente la position d’un État. Chaque paragraphe se suffit à lui-même. */
export const FRENCH_SAMPLES = [
  sample(
    1,
    `De l’avis de notre délégation, les retards tiennent surtout à trois procédures : le pourvoi des postes, l’autorisation des voyages et l’achat de biens et services courants pour les bureaux extérieurs. Dans chacune d’elles, les mêmes éléments sont saisis et vérifiés plusieurs fois, par des services qui ne voient pas le travail des autres.
    Nous commencerions par le recrutement. Un poste qui reste vacant pendant des mois affaiblit le mandat pour lequel il a été approuvé, sans qu’aucune décision ait été prise en ce sens.
    - Les étapes successives pourraient être menées de front.
    - Chaque étape devrait être assortie d’un délai et relever d’un service nommément désigné.
    - Ce qui a été vérifié une fois ne devrait pas l’être de nouveau, sauf fait nouveau.
    Simplifier ne signifie pas renoncer aux garanties : une procédure plus courte, comprise de tous, est aussi plus facile à contrôler.`,
  ),
  sample(
    1,
    `Notre délégation n’a qu’une connaissance partielle des procédures internes du Secrétariat et souhaiterait disposer d’un tableau succinct indiquant qui décide, sur l’avis de qui et dans quel délai. Les États Membres pourraient alors s’exprimer avec davantage de précision.
    D’après ce que nous pouvons observer, les retards proviennent moins des règles elles-mêmes que du nombre d’instructions publiées pour les expliquer. Celles-ci se recoupent, et le personnel en poste loin du Siège ne sait pas toujours laquelle est en vigueur.
    Nous proposons donc de réunir les instructions administratives dans **un recueil unique et à jour**, rédigé dans une langue claire et disponible dans les deux langues de travail, et d’abroger expressément les textes périmés.`,
  ),
  sample(
    1,
    `Les procédures les plus lentes sont, à notre sens, celles où la responsabilité est partagée. Lorsqu’un département fixe la règle, qu’un deuxième l’applique et qu’un troisième la contrôle, une question posée par un bureau extérieur peut circuler plusieurs semaines avant de parvenir à qui peut y répondre.
    Trois cas nous paraissent se prêter à une simplification rapide :
    1. la prolongation des engagements de courte durée ;
    2. l’acceptation des contributions volontaires de faible montant ;
    3. le remplacement du matériel arrivé en fin de vie.
    Chaque simplification devrait être mise à l’essai dans quelques bureaux, mesurée, puis portée à la connaissance des États Membres avant d’être généralisée.`,
  ),
  sample(
    2,
    `Beaucoup peut être fait sans attendre et sans ressources nouvelles. Notre délégation attache une importance particulière aux mesures dont les effets seraient perceptibles sur le terrain en quelques mois :
    - la publication, chaque trimestre, du délai moyen de pourvoi des postes, par département ;
    - la faculté, pour les chefs de mission, d’autoriser les voyages et les achats de faible montant, à charge d’en rendre compte ensuite ;
    - un interlocuteur unique pour chaque bureau extérieur dans toutes les affaires administratives.
    Ces mesures gagneraient à être annoncées ensemble, avec un échéancier, afin que leurs effets puissent être observés. Celles qui se révéleraient inadaptées devraient être rapportées sans hésitation.`,
  ),
  sample(
    2,
    `Les mesures les plus utiles sont souvent les plus discrètes. Un formulaire supprimé, une signature qui n’est plus exigée, une réponse donnée en deux jours : pour un petit bureau, cela compte davantage qu’une nouvelle structure au Siège.
    Nous encourageons le Secrétaire général à demander au personnel lui-même quelles exigences pourraient disparaître, et à répondre publiquement à chaque suggestion. L’expérience des administrations nationales montre qu’une bonne part des propositions ainsi recueillies peuvent être retenues sans grand risque.
    Nous verrions également avec intérêt que, pour les affaires courantes, l’absence de réponse au terme d’un délai fixé vaille accord.`,
  ),
  sample(
    3,
    `Le processus de planification et de budgétisation répond à deux fins : permettre au Secrétariat de préparer son action et aux États Membres d’en décider. L’une et l’autre pâtissent de documents longs, tardifs et plus soucieux de décrire les activités que les résultats.
    Notre délégation serait favorable à un document unique par programme, exposant en quelques pages ce qui était prévu, ce qui a été accompli, ce qui est proposé et ce qu’il en coûterait. Les précisions figureraient en annexe, et le tout paraîtrait **simultanément dans toutes les langues officielles**.
    Le rôle des organes intergouvernementaux et des organes d’experts compétents doit être intégralement préservé. Le gain de temps doit venir d’une meilleure préparation, et non d’un examen réduit.`,
  ),
  sample(
    3,
    `Un cycle plus court est souhaitable, car plusieurs années s’écoulent actuellement entre l’esquisse d’un programme et son évaluation. Les enseignements arrivent alors trop tard pour éclairer la planification suivante.
    Nous suggérons les aménagements suivants, qui peuvent être examinés séparément :
    - rapprocher l’esquisse budgétaire du projet de budget ;
    - faire figurer, en regard de chaque demande, les résultats de la dernière année achevée ;
    - conserver la même terminologie d’un exercice à l’autre, afin que les changements de fond ne soient pas masqués par des changements de mots.
    Pour les petites missions, le nombre des documents importe autant que leur longueur : un index commun, assorti d’un résumé d’une page par document, rendrait de grands services.`,
  ),
  sample(
    4,
    `Un budget annuel rapprocherait la planification de l’exécution. Des prévisions établies un an à l’avance sont plus fiables que celles qui l’ont été trois ans plus tôt, et les ajustements en cours d’exercice seraient moins nombreux.
    Les risques tiennent principalement à la charge de travail, pour le Secrétariat, pour les organes d’experts et surtout pour les petites délégations, qui auraient à examiner chaque année un budget complet. Ils peuvent être limités si les documents sont plus courts et paraissent à temps.
    Notre délégation pourrait appuyer ce changement, de préférence **à titre expérimental** et sous réserve d’un examen après un nombre déterminé d’exercices.`,
    'favour-conditions',
  ),
  sample(
    4,
    `Notre délégation n’a pas encore arrêté de position sur cette question, qui appelle des consultations avec la capitale et au sein des groupes dont nous faisons partie.
    Pour nous prononcer, nous souhaiterions connaître la réponse aux questions suivantes :
    1. Combien de documents seraient examinés chaque année, par quels organes et à quel moment ?
    2. Quel serait l’effet du changement sur la prévisibilité des contributions ?
    3. Comment les projets pluriannuels, tels que les travaux de construction, seraient-ils présentés ?
    Des réponses écrites, communiquées avant l’examen formel, seraient appréciées.`,
    'no-position',
  ),
  sample(
    5,
    `Les besoins évoluent au cours de l’exercice, et une certaine latitude fait partie de toute bonne gestion. Notre délégation estime que les virements à l’intérieur d’un chapitre devraient être possibles sans autorisation préalable, dans la limite d’un pourcentage connu de tous.
    Les virements entre chapitres touchent à l’équilibre convenu entre les États Membres. Ils devraient demeurer limités et rester soumis aux règles en vigueur, y compris l’avis de l’organe d’experts compétent.
    Quelle que soit l’étendue de la latitude accordée, elle doit s’accompagner d’une information régulière. Un simple tableau trimestriel suffirait, indiquant chaque virement, son motif et son incidence sur les résultats attendus.`,
  ),
  sample(
    5,
    `Le Secrétaire général doit pouvoir faire face à l’imprévu sans que le budget approuvé perde sa signification. Entre ces deux bornes, le chiffre exact peut être discuté, et notre délégation se montrera souple.
    Trois garanties nous importent :
    - les ressources approuvées pour les activités de développement ne devraient pas être réduites pour financer d’autres fins ;
    - les virements ne devraient pas créer d’obligations au-delà de l’exercice ;
    - les États Membres devraient être informés d’un virement important **au moment où il est effectué**, et non en fin de cycle.
    Un examen indépendant, au bout de deux ou trois ans, permettrait d’apprécier si le plafond est bien fixé.`,
  ),
  sample(
    6,
    `Les délais de recrutement pourraient être sensiblement réduits si les travaux préparatoires commençaient avant la vacance du poste. Les départs à la retraite sont connus des années à l’avance ; or l’avis de vacance paraît souvent après le départ du titulaire.
    Notre délégation est favorable à des listes de candidats présélectionnés, pourvu qu’elles soient régulièrement renouvelées et que l’on veille à **y inclure des candidats d’États Membres non représentés ou sous-représentés** et à tendre vers la parité à chaque étape.
    La compétence et l’intégrité demeurent la considération dominante, comme le prévoit la [Charte](https://www.un.org/fr/about-us/un-charter). La connaissance de plusieurs langues officielles devrait être dûment prise en compte.`,
  ),
  sample(
    6,
    `Trois causes de retard méritent l’attention : le nombre de personnes appelées à se prononcer sur une sélection, la difficulté de réunir les jurys et la durée des formalités médicales, de sécurité et de voyage une fois le candidat retenu.
    Les pistes suivantes pourraient être étudiées :
    1. des jurys à composition fixe, siégeant à jours fixes ;
    2. des épreuves écrites communes pour les postes comparables ;
    3. des formalités engagées pour les deux premiers candidats, afin qu’un désistement ne fasse pas perdre de temps.
    La représentation géographique devrait être indiquée à chaque étape, et non seulement dans le résultat final.`,
  ),
  sample(
    7,
    `La gestion de la performance donne des résultats lorsqu’elle est simple, régulière et prise au sérieux par la hiérarchie. Un bref entretien quatre fois par an vaut mieux qu’un long formulaire annuel.
    Une bonne prestation devrait ouvrir des perspectives visibles : davantage de responsabilités, une formation, le choix d’un lieu d’affectation. L’insuffisance professionnelle devrait être traitée tôt et avec équité, l’appui précédant la sanction.
    Quant aux lieux d’affectation difficiles, le service qui y est accompli devrait constituer un avantage lors des sélections ultérieures. Le personnel recruté localement, qui y assure une grande partie du travail, mérite la même attention.`,
  ),
  sample(
    7,
    `Notre délégation est favorable à la mobilité, qui fait bénéficier le Siège de l’expérience du terrain et réciproquement. Elle devrait obéir à quelques règles claires, connues à l’avance, et tenir compte des situations familiales ainsi que des fonctions qui exigent une longue spécialisation.
    Pour mieux reconnaître le service dans les lieux d’affectation difficiles, on pourrait envisager :
    - une durée minimale de service sur le terrain avant l’accès à certaines fonctions supérieures ;
    - une durée d’affectation déterminée dans les lieux les plus éprouvants ;
    - l’amélioration des conditions de vie et de travail, notamment des soins médicaux et des communications.
    Les incitations ne sont pas nécessairement financières : la prévisibilité est souvent plus appréciée que l’argent.`,
  ),
  sample(
    8,
    `Les achats peuvent gagner en rapidité si la planification commence plus tôt. Des plans d’achat annuels, publiés et tenus à jour, donneraient partout aux fournisseurs le même préavis et permettraient aux petites et moyennes entreprises de préparer une offre.
    Pour élargir les possibilités des fournisseurs des pays en développement et des pays en transition, nous suggérons :
    - des séminaires dans toutes les régions, et en ligne dans les six langues officielles ;
    - une inscription simplifiée au premier niveau ;
    - la division des grands marchés en lots, lorsque le coût n’en est pas accru de façon déraisonnable ;
    - des explications aux soumissionnaires non retenus qui en font la demande.
    La publication des marchés attribués, avec pays, montant et objet, serait la meilleure réponse aux doutes.`,
  ),
  sample(
    8,
    `La chaîne d’approvisionnement devrait être considérée comme un tout, de la définition du besoin jusqu’à la livraison sur le lieu d’utilisation. Chaque maillon est aujourd’hui mesuré isolément, et un marché conclu à temps peut aboutir à une livraison tardive.
    Notre délégation souhaiterait un indicateur unique, à savoir le délai entre la demande et la livraison, publié pour les principales catégories de biens.
    Le meilleur rapport qualité-prix demeure le principe directeur. Il convient de l’apprécier au regard du coût complet, transport, entretien et élimination compris, ce qui plaide souvent en faveur de _fournisseurs plus proches du terrain_.`,
  ),
  sample(
    9,
    `Les décisions devraient être prises par ceux qui connaissent les circonstances et répondent des conséquences. Cela conduit à laisser aux chefs de mission et de bureau extérieur le choix de la plupart des collaborateurs, les achats jusqu’à un seuil approprié et l’emploi des véhicules, des locaux et du matériel.
    Trois garanties nous paraissent essentielles :
    1. la délégation est donnée par écrit, à une fonction désignée, et chacun peut en prendre connaissance ;
    2. le délégataire dispose de la formation et de l’appui nécessaires ;
    3. l’exercice en est suivi au moyen de quelques indicateurs, et la délégation peut être retirée.
    La délégation de pouvoirs ne dégage pas de sa responsabilité celui qui délègue.`,
  ),
  sample(
    9,
    `Notre délégation souscrit au principe consistant à rapprocher la décision du lieu d’exécution. Le rythme devrait dépendre des capacités de chaque bureau : une grande mission dotée d’une administration solide n’est pas dans la situation d’un bureau de douze personnes, pour lequel un pouvoir nouveau peut d’abord être une charge nouvelle.
    Il serait donc prudent de procéder par étapes, en commençant par les décisions fréquentes et peu risquées, et de maintenir au Siège ou dans un centre régional un service sur lequel les petits bureaux puissent s’appuyer.
    Les subdélégations devraient être limitées et consignées. Il doit toujours être possible de savoir **qui a pris la décision**.`,
  ),
  sample(
    10,
    `Une séparation plus nette entre l’élaboration des politiques et l’appui opérationnel présente des avantages. Les missions sauraient mieux à qui s’adresser, et l’on éviterait qu’un même service établisse la règle, l’applique et juge du résultat.
    En même temps, des politiques conçues sans connaissance des opérations se révèlent souvent impraticables. Des échanges réguliers entre les deux domaines, y compris par la rotation du personnel, devraient faire partie de toute formule retenue.
    Notre délégation n’a pas de préférence quant au nom ou au nombre des départements. Nous apprécierions toute proposition à une aune simple : un bureau extérieur obtient-il une réponse **d’un seul service et dans un délai connu** ?`,
  ),
  sample(
    10,
    `En principe, oui ; tout dépend de la façon dont la ligne est tracée. Certaines fonctions, comme l’interprétation d’une règle dans un cas particulier, relèvent des deux domaines, et c’est à leur sujet que naissent les désaccords.
    Nous suggérons de décrire toute nouvelle organisation au moyen d’exemples :
    - qui décide lorsqu’une mission demande une dérogation ;
    - qui en est informé ;
    - qui tranche un différend entre deux départements, et dans quel délai.
    Tout changement de structure a un coût en temps et en attention. Il convient donc de ne l’opérer qu’une fois, de le préparer avec les intéressés, puis de lui laisser le temps de produire ses effets.`,
  ),
  sample(
    11,
    `Notre délégation n’a pas besoin de plus d’informations, mais d’informations utilisables. Les rapports comptent chaque année des milliers de pages, et les quelques chiffres qui permettraient de se former un jugement y sont difficiles à trouver.
    Nous proposons une page publique, mise à jour chaque trimestre, présentant les mêmes données pour tous les programmes :
    - les mandats en vigueur et leur état d’avancement ;
    - les ressources approuvées, engagées et dépensées ;
    - les postes approuvés, pourvus et vacants depuis plus de six mois ;
    - les recommandations des organes de contrôle non encore appliquées.
    Cette page devrait exister dans toutes les langues officielles. En contrepartie, les rapports devenus superflus pourraient être supprimés.`,
  ),
  sample(
    11,
    `Les petites missions ne peuvent suivre tous les rapports. La forme la plus précieuse est pour nous une brève information écrite, à intervalles réguliers, assortie du nom d’un service auquel poser des questions.
    La fréquence devrait dépendre du sujet : les chiffres chaque trimestre, les résultats chaque année, les affaires urgentes lorsqu’elles se présentent. L’information sur les résultats devrait dire sans détour **ce qui n’a pas été accompli** et pour quelle raison.
    La constance de la présentation est essentielle. Si elle change à chaque exercice, aucune tendance ne peut être dégagée.`,
  ),
  sample(
    12,
    `La responsabilité suppose d’abord des attentes claires. Les responsables doivent savoir dès le départ quels résultats sont attendus d’eux, avec quels moyens et en vertu de quels pouvoirs. C’est à cette condition qu’ils peuvent équitablement en répondre.
    L’appréciation devrait porter à la fois sur les résultats, l’emploi des ressources et la conduite. La réussite dans un domaine ne devrait pas excuser une défaillance dans un autre.
    Quant aux personnes qui dénoncent des manquements, leur protection n’est crédible que si elle intervient rapidement. Nous serions favorables à des mesures conservatoires pendant l’examen de la plainte, à des délais pour chaque étape, et à l’extension de la protection aux consultants et vacataires.`,
  ),
  sample(
    12,
    `Les organes de contrôle ont formulé au fil des ans de nombreuses recommandations à ce sujet. Avant de créer de nouveaux instruments, il serait utile de savoir lesquelles ont été appliquées et ce qui a fait obstacle aux autres.
    La responsabilité devrait, selon nous, avoir des conséquences dans les deux sens. Ceux qui agissent de manière responsable et reconnaissent une erreur à temps devraient être soutenus par l’Organisation. Ceux qui négligent leurs devoirs ne devraient pas être simplement mutés.
    La confiance dans les dispositifs de signalement repose sur leur indépendance. Ils devraient être accessibles dans les langues du personnel et sur les lieux où il travaille.`,
  ),
  sample(
    13,
    `La consultation est la plus utile lorsqu’elle intervient tôt, tant que les options restent ouvertes. Les questions devraient être distribuées au moins trois semaines à l’avance, dans toutes les langues officielles, et un calendrier des étapes suivantes communiqué d’emblée.
    Les délégations devraient savoir ce qu’il est advenu de leurs contributions : lesquelles ont été retenues, lesquelles ne l’ont pas été et pourquoi. Rien n’encourage davantage la participation.
    Des réformes antérieures, notre délégation retient les enseignements suivants :
    1. les mesures annoncées furent plus nombreuses que les mesures achevées ;
    2. les économies furent annoncées sans indication de leur emploi ;
    3. l’évaluation commença trop tard pour être utile.`,
  ),
  sample(
    13,
    `Notre délégation apprécie le caractère informel de ces consultations et souhaite qu’il soit préservé. Des échanges francs supposent que les points de vue puissent être exprimés sans être opposés plus tard à leurs auteurs.
    Parallèlement aux réunions tenues à New York, les voies écrites devraient rester ouvertes, car les petites missions ne peuvent assister à toutes les séances et les capitales situées dans d’autres fuseaux horaires ont besoin de temps. Les échéances tombant en fin de semaine ou pendant la partie principale de la session devraient être évitées.
    Nous suggérons un bref bilan à la fin de chaque année, sur la base d’indicateurs constants. Les décisions elles-mêmes demeurent du ressort de l’Assemblée générale et de ses commissions compétentes.`,
  ),
]
