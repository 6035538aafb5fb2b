"""How a box about the author reads: its labels, contacts, credits and biographies."""

from __future__ import annotations

PART = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w.'-]*|de|da|do|dos|di|van|von|der|den|la|le|al|bin|del|y|e)"
NAME = rf"(?P<name>(?-i:(?!The |Our |This |In |For )(?:Dr\.? |Prof\.? )?[A-ZÀ-ÖØ-ÞĀ-ŽА-Я][\w.'-]+(?: {PART}){{1,4}}))"
ROLE = (
    r"(?:reporter|journalist|writer|editor|correspondent|columnist|contributor|producer|photographer|photojournalist|critic|blogger|"
    r"author|intern (?:at|for|with|in|on)|journalism (?:student|fellow|graduate)|student journalist|bureau chief|anchor|newscaster|freelancer|copywriter|staffer|editor-in-chief|researcher|fellow)"
)
BEAT = (
    r"(?:at|for|with|of|in|on|based|who (?:covers?|writes?|reports?|speciali[sz]es|focuses|lives|works|has|is|holds|teaches|enjoys|loves)|"
    r"whose|covering|specializing|specialising|reporting|writing|focusing|focused|and|from|where|since)"
)
MAIL = r"[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+"
NET = r"(?:twitter|x\b|facebook|instagram|linkedin|bluesky|mastodon|threads|youtube|tiktok|substack|medium|social media|muck rack)"
# Labels and links of the box, as whole blocks.
LABELS = (
    r"(?:about|meet) (?:the|our|this) (?:author|writer|reporter|contributor|journalist|columnist|editor|correspondent)s?",
    r"(?:author|writer|reporter|contributor)(?:'s)? (?:bio|biography|profile|details|info|information|archive)",
    r"(?:view|see|read|show|browse|find|all|more|explore|check out)(?: all)?(?: (?:of|the|my|his|her|their))?(?: (?:posts|articles|stories|entries|work|content|columns|more|other|latest|recent))+ (?:by|from|of) (?:this author|the author|the same author|.{3,50})",
    rf"(?:(?:more|other|latest|recent|all|previous) )?(?:posts|articles|stories|columns|more) (?:by|from) (?![\w.]+'s ){NAME}",
    r"(?:more |also )?by the same (?:author|writer)",
    r"(?:read )?more (?:from|by) (?:this|the same|the) (?:author|writer|reporter)",
    rf"(?:written |words |story |text )?(?:by|author|writer|reporter)(?: ?:|,)? {NAME}, .{{0,40}}\b{ROLE}\b.{{0,60}}",
    rf"(?:author|writer|reporter|about the author) ?: {NAME}",
    r"(?:full bio|read full bio|view (?:full )?(?:bio|profile|archive)|(?:view |see )?author (?:archive|page|posts|profile))",
    r"contact (?:the )?(?:author|reporter|writer|editor)s?",
    r"(?:(?:written|posted|reported|published|words|story|article|text|contributed|created|reviewed) )by|(?:short |author |author's )?bio(?:graphy)?(?: note)?|the author|our (?:author|contributor|columnist)s?|guest (?:author|columnist|contributor|post|writer)|contributors?(?: to this (?:story|issue|article))?",
    rf"(?:staff|senior|contributing|chief|deputy|managing|freelance|features?|sports?|news|lead|guest|associate|junior|political|business|science|health|technology|tech|crime|city|web|online|digital|multimedia|investigative) (?:{ROLE}|(?:{ROLE})s)(?:[,|/-] ?.{{2,40}}| (?:at|for|of) .{{2,40}})?",
    rf"(?:author|author's|writer|biography|bio|about the author|about the writer|about|posted by|published by|written by|reviewed by) ?[:|] ?{NAME}(?:[,|(].{{0,60}})?",
    rf"view {NAME}'s? (?:full )?(?:profile|bio|posts|articles|page)|(?:see|view|visit) (?:full |author )?(?:profile|biography)|author website",
    r"über (?:den autor|die autorin|die autoren|die autor:in|den verfasser|die verfasserin|den redakteur)",
    r"(?:zum|zur) (?:autor|autorin|person)|(?:der|die) autor(?:in)?",
    r"(?:zeige |zeigt |alle |weitere |mehr |sämtliche )+(?:beiträge|artikel|texte) (?:von|anzeigen von|des autors) .{3,50}",
    r"(?:à propos de|sur) l'aut(?:eur|eure|rice)s?|(?:voir|lire) (?:tous )?les articles (?:de|par) .{3,50}",
    r"(?:sobre|acerca de|acerca del|sobre el|sobre la|sobre o|sobre a) ?(?:el |la |o |a )?autora?",
    r"ver (?:todas las entradas|todos los artículos|todos los posts|todos os posts|todos os artigos|todas as publicações|más artículos) (?:de|por|del) .{3,50}",
    r"(?:sull'autore|l'autore|informazioni sull'autore|dettagli sull'autore)|(?:vedi|visualizza|leggi) tutti gli articoli di .{3,50}",
    r"over de auteur|(?:bekijk )?alle (?:berichten|artikelen) (?:van|door) .{3,50}",
    r"o (?:autorze|autorce)|(?:zobacz|pokaż|wyświetl) wszystkie (?:wpisy|artykuły) (?:autora )?.{3,50}",
    r"об авторе|(?:посмотреть|просмотреть|показать)? ?все (?:записи|статьи|материалы) (?:автора )?.{3,50}",
    r"(?:この)?(?:筆者|著者|記者|執筆者)について|この記事を書いた人|(?:关于|關於)作者|作者(?:简介|簡介)",
)
# Sentences that give a contact or ask for tips.
CONTACTS = (
    r"(?:(?:you can|and|please|or) )*(?:follow|find|tweet(?: at)?|tag|message|dm|connect with|friend) (?:him|her|them|the (?:author|reporter|writer))\b.{0,40}?"
    rf"(?:\b(?:on|at|via|by|through)\b.{{0,60}}?(?:{NET}|@\w)|@\w).{{0,160}}",
    rf"(?:(?:you can|and|please|to|or) )*(?:reach|contact|e-?mail|write to|message|call|send)(?: (?:an? )?(?:e-?mail|tips?|note)s? to)? (?:him|her|them|me|us|the (?:author|reporter|writer)s?|{NAME}|(?-i:[A-Z]\w+))\b.{{0,60}}(?:{MAIL}|\bon (?:signal|whatsapp|{NET})).{{0,160}}",
    rf"(?:{NAME}|he|she|they|the (?:author|reporter|writer)s?|.{{2,40}} is a .{{4,60}},? who) (?:can|may) be (?:reached|contacted|followed|e-?mailed|found) (?:at|on|by|via|through)\b.{{0,60}}(?:{MAIL}|@\w|\d{{3}}|\b{NET}|e-?mail|http).{{0,120}}",
    r"(?:to )?(?:reach|contact|e-?mail|call|write to) (?:the|our) (?:reporter|author|writer|editor|newsroom|journalist|team|news desk|desk)s?\b.{0,160}",
    r"(?:do you |have you )?(?:have|got) (?:a |an |any |some |more )?(?:\w+ )?(?:news |story |confidential )?(?:tips?|story to (?:share|tell)|story idea|information about this story)\b.{0,120}",
    rf"(?:(?:you can|please|and|or) )*(?:send|submit|e-?mail|share) (?:us |your |him |her |any |a )*(?:news |story |confidential |anonymous )*tips?\b.{{0,40}}(?:\bto\b|\bat\b|\bvia\b|here|{MAIL}).{{0,120}}",
    r"(?:got|have|any) (?:news|feedback|comments|questions|thoughts|a question|a comment|a correction|more information) (?:for us|for the author|about this (?:story|article)|on this story|to share)",
    r"(?:do you )?know (?:something|anything|more) about this (?:story|subject|topic|issue)\b.{0,80}",
    r"(?:get|be|stay) in touch with (?:our|the) (?:reporters?|newsroom|team|news desk|editors?|journalists?)\b.{0,100}",
    r"(?:you can )?(?:read|see|find) (?:more|all) of (?:her|his|their) (?:work|stories|articles|reporting|writing)\b.{0,60}",
    r"(?:twitter|follow|x|instagram)\s?: ?@[\w.]{2,30}.{0,60}",
    rf"{NAME} (?:is|tweets) (?:on (?:twitter|x|bluesky|mastodon) )?(?:at|as) @?\w{{2,30}}",
    r"(?:tip|contact|message|reach|ping|dm|e-?mail|write to|follow|find|text|signal) (?:the )?(?:author|reporter|writer|editor|columnist|me|this (?:author|reporter|writer)) ?(?::|on|at|via|securely|by|confidentially)\b?.{2,90}",
    rf"(?:reach|contact|call|e-?mail|follow|message) (?:staff |senior |the )?(?:reporter|writer|editor|columnist|correspondent) {NAME},? (?:at|on|via|by)\b.{{3,100}}",
    rf"(?:have|got) (?:a |any |some )?(?:story|news|tip|lead|idea|view|opinion|comment|question)s?(?: for us| idea| for me| to share| for {NAME}| about this)?",
    r"(?:his|her|their|my) (?:e-?mail(?: address)?|address|twitter(?: handle)?|handle|blog|website|column|book|latest book|new book|podcast|newsletter|number) (?:is|appears|runs|comes out|can be)\b.{3,120}",
)
# Sentences that go on where a contact stands.
COMPANIONS = (
    r"(?-i:He|She|They|His|Her|Their)(?:'s|'re)?\b[^\"]{3,300}",
    r"(?:you can |please )?(?:write to|reach|e-?mail|contact|call|follow|find|visit|message) (?:him|her|them|me)\b.{2,140}",
    r"we(?:'d| would|'re| are)? (?:want|like|love|keen|eager|happy)(?: \w+)? to hear from you\b.{0,60}",
    r"let us know\b.{0,100}",
    rf"(?:(?:or|and|please|you can) )*(?:e-?mail|contact|write to|call|reach)(?: (?:us|him|her|them|me))?(?: at| on)?\s?:?\s?{MAIL}.{{0,80}}",
    r"(?:his|her|their) (?:work|writing|stories|reporting|bylines?|articles) (?:has|have|can|appears?|is|focus\w*)\b.{3,200}",
    r"(?:he|she|they|[A-Z]\w+) (?:previously|formerly|also|has been|has written|has worked|has covered|covers|writes|lives|joined|graduated|holds|started|studied|reports|tweets)\b.{3,260}",
)
CREDITS = (
    r".{3,240}\b(?:contributed|also contributed) (?:to (?:this|the) (?:report|story|article|piece|post)|reporting|additional reporting|research)\b.{0,100}",
)
# Who the author is; the name decides whether the article is about him.
BIOS = (
    rf",? (?:an?|the) [^\"]{{0,60}}\b{ROLE},? (?:at|for|with|of|covers|writes|reports|is|has|lives)\b[^\"]{{3,260}}",
    rf" (?:is|was) [^\"]{{2,40}}'s? [^\"]{{0,40}}\b{ROLE}\b[^\"]{{0,200}}",
    r" has been (?:covering|writing|reporting|with|an?)\b[^\"]{3,260}",
    rf"(?:,? [^.]{{2,40}},)? (?:is|was|are|works as|serves as|has been)\b(?: (?:an?|the|our|currently|also|one of|now))*\b[^\"]{{0,110}}?\b{ROLE}s?\b(?:[,.]? (?:and )?{BEAT}\b[^\"]{{0,400}}|, [^\"]{{3,300}})?",
    r" (?:covers|(?:regularly |often |usually )?writes(?: \w+ly)? (?:about|on|for)|reports on|reports for|edits|has (?:covered|written|reported|worked)|joined|blogs about|lives in|lives with|is based in|can be found|teaches|studied)\b[^\"]{3,300}",
    r" (?:ist|arbeitet|schreibt)\b[^\"]{0,110}?(?:redakteur|journalist|autor|reporter|korrespondent|volontär|kolumnist|freie[rn]? mitarbeiter)\w*\b[^\"]{0,300}",
    r" (?:est|écrit|travaille)\b[^\"]{0,90}?\b(?:journaliste|rédact\w+|correspondant\w*|reporter|chroniqueu\w+|pigiste)\b[^\"]{0,300}",
    r" (?:es|escribe)\b[^\"]{0,90}?\b(?:periodista|redactora?|columnista|editora?|corresponsal|reporter[oa]|politólog[oa]|colaboradora?)\b[^\"]{0,300}",
    r" (?:è|scrive)\b[^\"]{0,90}?\b(?:giornalista|redattore|redattrice|corrispondente|editorialista|cronista)\b[^\"]{0,300}",
    r" (?:é|escreve)\b[^\"]{0,90}?\b(?:jornalista|repórter|editora?|colunista|correspondente|redatora?)\b[^\"]{0,300}",
    r" (?:is|schrijft|werkt)\b[^\"]{0,90}?\b(?:journaliste?|redacteur|verslaggever|correspondent|columnist)\b[^\"]{0,300}",
)
# The same with a first name or none at all: only in the last blocks.
SHORT = (
    rf"(?P<short>(?-i:(?:The (?:author|writer|columnist|reviewer|reporter))|[A-Z]\w+)) (?:is|was) (?:(?:an?|the|our|also|now|currently) [^\"]{{0,60}}?"
    rf"\b(?:(?:{ROLE}|editor) (?:{BEAT})|former|retired|professor|lecturer|fellow|director)\b[^\"]{{3,200}})"
)
