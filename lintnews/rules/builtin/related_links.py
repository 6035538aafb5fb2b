"""Blocks and lines that lead to other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..define import marked, rule
from ..match import folded_text, plain_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said

# Headings that stand over a list of other articles; each is a whole block.
_THINGS = r"(?:articles?|posts?|stor(?:y|ies)|news|headlines?|reads|topics?|videos?|content|coverage|links?|updates?|entries|items|reports?|blogs?)"
_LABELS = (
    rf"(?:related|similar|recommended|suggested|more|more related) {_THINGS}(?: (?:from|in|on|by|for|about|like|now|today|this|you|to|of|with|around)\b.{{0,40}})?|related reading|further (?:stories|articles|news|coverage)|(?:trending|popular|featured|recent|more recent|latest|other|top|must[- ]?read|hot|you may like|sponsored) {_THINGS}(?: (?:for you|like this|now|today|right now|this week|you (?:may|might|will).{{2,30}}|by (?:this|the same) author|(?:on|in|from) (?:this|our|the) (?:site|website|blog|network|section|topic|web|archives?|category|author)|from around the web))?|"
    r"(?:you|readers|people|others|users) (?:may|might|could|will)(?: also)? (?:like|enjoy|love|be interested in|want to read|have missed|find (?:this )?interesting)(?: (?:these|this|to read|reading|our|more|too).{0,40})?|you'll (?:also )?(?:like|love|enjoy)|"
    r"(?:recommended|suggested|chosen|picked|selected|just|curated|tailored) for you|we (?:recommend|suggest|think you'll (?:like|love))|(?:today's|this week's|our|the|see our|all) (?:top|latest|most popular|most read|recent|other|best) (?:stories|articles|news|headlines|posts|reads)|more in (?:world|news|politics|business|sports?|health|science|tech(?:nology)?|culture|entertainment|opinion|travel|lifestyle|local|national|this section)(?: news)?|recommended viewing|trending(?: now| today| on .{2,40}| in .{2,40}| this week)|most (?:read|popular|viewed|shared|commented|recent|watched|discussed)(?: (?:stor|article|post|new|in|on|now|today|this|from|right|video|read).{0,40})?|popular (?:on|in|now|this week|right now|today|from).{0,40}|"
    r"(?:read|watch|see|listen|what to (?:read|watch)|read (?:this|it)|watch this|worth reading|keep reading|explore|discover) next|up next|next (?:up|article|story|read)|more (?:on|in|about) (?:this|these|our|the (?:topic|story|subject|author))(?: .{0,30})?|more like this(?: .{0,20})?|more to (?:read|explore|love)|"
    r"don't miss(?: (?:these|this|it|out|our).{0,40})?|in case you missed it|icymi|(?:from|stories from|more from) (?:around the web|our (?:network|partners|archives?|sponsors|advertisers|blog|sister sites?)|the (?:web|archives?))|(?:around|across) the web|you may have missed|promoted stories|paid stories|(?:explore|discover) more(?: (?:on|from|in|about|stories|topics).{0,40})?|"
    r"stories (?:for you|you (?:may|might|should).{0,30}|we recommend)|(?:what|people|others|readers|users) (?:others|people|readers|are|is|also|who|like)+ (?:are |have |also |you )*(?:reading|read|viewed|liked|ask|watching|enjoyed|trending).{0,40}|what's (?:trending|hot|popular)(?: .{0,20})?|editors?'?s?'? (?:picks?|choices?|recommendations?)|staff picks|(?:hand-?picked|selected) (?:for you|related.{0,20})|browse (?:more|all|related) .{2,40}|(?:see|view|show|read|browse) (?:all|more) (?:news|articles|posts|stories|related|from|in|on|by|of) ?.{0,40}|all (?:articles|posts|stories|news) (?:from|by|in|on) .{2,40}|"
    # German
    r"(?:ähnliche|verwandte|weitere|passende|aktuelle|neueste|beliebte|empfohlene|letzte|mehr|meistgelesene|andere|top|auch interessante|themenverwandte) (?:beiträge|artikel|themen|nachrichten|meldungen|news|videos|inhalte|berichte|texte|storys|stories|einträge|gastkommentare)(?: (?:zum|aus|zu|von|auf|der|des|im|in|dieser|für|rund)\b.{2,40})?|mehr zu(?:m thema| diesem thema| diesen themen|m artikel|r serie)(?: .{2,40})?|mehr aus (?:dieser|diesem|dem ressort|der rubrik|der serie|der region).{0,30}|mehr (?:lesen über|dazu|davon|für dich|für sie)|(?:lesen sie|lies|lest) (?:auch|mehr|weiter|dazu|ebenfalls|jetzt)(?: (?:zum|zu|über|dazu|auch|auf).{0,40})?|das (?:könnte|dürfte) (?:sie|dich|ihnen|dir|euch) (?:auch |ebenfalls )?(?:noch )?(?:interessieren|gefallen)|auch interessant|(?:am )?meist(?:en)? ?gelesen(?:e.{0,15})?|am beliebtesten|passend (?:zum artikel|zum thema|dazu)|(?:die |unsere )?redaktion empfiehlt(?: .{0,20})?|unsere (?:lese)?empfehlung(?:en)?(?: .{0,20})?|(?:lese)?empfehlungen (?:der|für|aus) .{2,30}|themen (?:in|zu) diesem (?:artikel|beitrag)|zum weiterlesen|empfohlene artikel|auch auf .{2,25}|"
    # French, Spanish
    r"(?:à |a )?lire (?:aussi|également|ensuite|sur le même sujet)|(?:articles|sujets|contenus|vidéos|actualités|billets) (?:similaires|associés|liés|connexes|recommandés|récents|populaires|les plus lus|suggérés|relatifs)|sur le même (?:sujet|thème)|(?:vous aimerez|vous pourriez|cela peut|cela pourrait|ceci peut|ça peut|ça pourrait)(?: aussi| également| vous)* (?:aimer|intéresser|aussi|plaire).{0,20}|vous aimerez aussi|dans la même (?:rubrique|catégorie)|les (?:plus|\+) (?:lus|populaires|consultés|partagés)|nos recommandations|à voir (?:aussi|également)|dernières (?:actualités|infos|nouvelles)|plus d'(?:articles|actualités|infos)(?: .{2,30})?|la rédaction vous (?:conseille|recommande)|"
    r"(?:lea|lee|leer|ver|vea|mira|mire) (?:también|además)|(?:también )?(?:te|le|os|les) (?:puede|podría|pueden|podrían) (?:también )?(?:interesar|gustar)(?: también| leer.{0,10})?|(?:notas|noticias|artículos|contenidos?|entradas|temas|publicaciones|posts|historias|videos) (?:relacionad[oa]s?|similares|recomendad[oa]s?|destacad[oa]s|populares|recientes|sugerid[oa]s)|(?:lo |las |los )?más (?:leíd|vist|popular|compartid|comentad)[oa]?e?s?(?: .{0,25})?|no te (?:lo )?pierdas|te (?:recomendamos|sugerimos)|(?:seguir|sigue|continuar|continúa) leyendo|más (?:noticias|artículos|notas|historias)(?: (?:de|sobre|en) .{2,30})?|recomendad[oa]s? (?:para|por) .{2,25}|recomendaciones (?:para|de|del) .{2,25}|últimas noticias|"
    # Italian, Portuguese, Dutch
    r"leggi anche|(?:ti |vi )?potrebbe(?:ro)? (?:anche )?(?:interessar(?:e|ti|vi)|piacer(?:e|ti))(?: anche)?|(?:articoli|notizie|contenuti|post) (?:correlat|simil|recent|consigliat|suggerit|collegat|più lett)[ie]|(?:i |le )?più (?:letti|lette|visti|popolari)(?: .{0,20})?|(?:le )?ultime notizie|continua a leggere|altri articoli(?: .{2,30})?|altre notizie(?: .{2,30})?|(?:scelti|consigliati) per (?:te|voi)|"
    r"(?:leia|veja|confira|assista|ouça) (?:também|mais|ainda)|(?:artigos|notícias|posts|matérias|conteúdos?|publicações|leituras?|textos) (?:relacionad|recent|similar|recomendad|mais lid)[oae]?e?s?|(?:as |os )?mais (?:lidas|lidos|vistas|vistos|populares)(?: .{0,20})?|(?:você |também )?(?:pode|poderá|vai) (?:também )?(?:gostar|se interessar|interessar)(?: .{0,20})?|últimas notícias|mais (?:notícias|artigos)(?: (?:de|sobre|em) .{2,30})?|"
    r"lees (?:ook|verder|meer)(?: over.{0,30})?|gerelateerde? (?:artikelen|berichten|nieuws|artikels|onderwerpen|content)|(?:misschien |dit )?(?:vind je|vindt u|ook|is ook)(?: dit)? (?:ook )?interessant|meest gelezen(?: .{0,20})?|meer (?:nieuws|artikelen|verhalen)(?: (?:over|uit|van) .{2,30})?|aanbevolen (?:voor jou|artikelen|door .{2,20})|laatste nieuws|bekijk ook|"
    # Polish, Russian, Nordic, others
    r"(?:czytaj|przeczytaj|zobacz|sprawdź|obejrzyj|zobaczcie) (?:także|też|również|więcej)|(?:powiązane|podobne|polecane|najnowsze|najpopularniejsze|inne|ostatnie) (?:artykuły|wpisy|tematy|treści|posty|newsy|teksty|wiadomości)|(?:najczęściej|najchętniej) czytane|(?:może|mogą) (?:cię |ci )?(?:również |też )?(?:zainteresować|spodobać).{0,15}|polecamy (?:także|też|również)|zainteresuje cię.{0,15}|więcej na ten temat|"
    r"читайте (?:также|ещё|еще|далее)(?: .{0,20})?|смотрите также|(?:похожие|связанные|другие|последние|рекомендуемые|популярные|главные|свежие|ещё|еще) (?:записи|статьи|новости|материалы|публикации)|материалы по теме|(?:ещё |еще |новости )?по теме|(?:вам|вас) (?:может|могут)(?: также)? (?:быть интересно|понравиться|заинтересовать|это понравится).{0,10}|самое (?:читаемое|популярное|интересное)|рекомендуем (?:также|прочитать|почитать)|"
    r"(?:läs|les|læs) (?:också|även|mer|mere|vidare|også|videre)(?: (?:om|på|her|här).{0,30})?|lue (?:myös|seuraavaksi|lisää)|mest (?:läst|lest|læst|populär)[ae]?|relatera[dt]e? (?:artiklar|inlägg|nyheter)|relaterte (?:saker|artikler|innlegg)|relaterede artikler|luetuimmat|související(?: články)?|ilgili (?:haberler|yazılar|konular)|benzer (?:haberler|yazılar)|kapcsolódó (?:cikkek|anyagok)|baca juga|artikel terkait|(?:σχετικά|πρόσφατα|δημοφιλή) (?:άρθρα|θέματα|νέα)|διαβάστε (?:επίσης|ακόμη|περισσότερα)|関連(?:記事|ニュース|リンク)|おすすめ記事|人気記事|관련 ?(?:기사|뉴스)|相关(?:文章|新闻|阅读|推荐)|相關(?:文章|新聞)|推荐阅读|延伸閱讀|اقرأ أيضا|موضوعات ذات صلة"
)
# Headings put together from a few words: more, from or about, this and that.
_MADE = (
    r"(?:see |read |view |find |get |explore |discover )?more (?:from|in|on|about|by|like|of) (?:this|these|our|the|that) (?:section|topic|subject|story|series|author|writer|reporter|category|category|issue|collection|region|area|newsroom|desk|team|edition|week|site|paper|station|article)s?|"
    r"(?:other|more|further|similar|related|recent|latest|new|popular|top) (?:things|pieces|reading|reads|reports|features|items|material|articles?|stories|posts|news|coverage) (?:to read|worth reading|you (?:may|might|could|will|should).{2,30}|on this|by (?:this|the same) .{3,20}|from (?:this|our|the) .{3,25}|in (?:this|our|the) .{3,25}|readers (?:like|love|liked))|"
    r"(?:here(?:'s| is| are)) (?:another one|more|something|some more|what else)(?: (?:stories|articles|reads))? (?:you(?:'ll| will| may| might).{2,20}|to read(?: next)?|on this(?: .{3,10})?)|(?:also|more) (?:in|from|on|at) (?:this|our|the) (?:section|issue|edition|series|site|paper|week|topic)|(?:what|where) to read (?:next|now|after this)|(?:our|more) (?:reads|suggestions|recommendations)(?: for (?:you|today|the week(?:end)?))?|(?:you|readers) (?:might|may|could|will|should|would) (?:also |want to |like to )*(?:like|enjoy|read|see|check out|find (?:this )?(?:useful|interesting))(?: (?:these|this|our).{0,30})?|"
    r"mehr (?:zum|zu|über|aus|von|vom|zur|rund um)(?: (?:dem|der|den|diesem|dieser|diesen|das|die))? ?(?:thema|themen|ressort|rubrik|serie|region|autor|autorin|redaktion|sache|hintergrund|artikel|dossier)|(?:weitere|andere|neue|weiterführende|ähnliche|mehr)(?: spannende| interessante| aktuelle)? (?:artikel|beiträge|themen|texte|geschichten|meldungen|nachrichten|berichte|links|lesetipps|informationen) (?:zum thema|aus (?:dem|der|diesem|dieser) .{3,25}|von .{3,30}|für sie)|(?:lesetipps?|leseempfehlung(?:en)?|auch lesenswert|das lesen andere|andere lasen auch|das könnte .{2,10} interessieren|(?:mehr|weiteres) dazu|dazu passend|weiterführende links)|(?:unsere|die) (?:leseempfehlung|lesetipps)(?:en)?.{0,20}|"
    r"(?:plus|davantage|autres) (?:d'articles|d'infos|d'actualités|d'informations|articles|sujets|actualités|contenus)(?: (?:sur|de|dans|du|à) .{3,30})?|sur le même (?:sujet|thème|dossier)|(?:ces|d'autres) (?:articles|sujets|contenus) (?:peuvent|pourraient|susceptibles) .{3,30}|(?:vous|cela|ça|ceci|ces articles) (?:aimerez|pourriez|pourrait|pourraient|devriez|peut|peuvent)(?: aussi| également| vous)* (?:aimer|intéresser|apprécier|plaire|lire)(?: aussi| également)?|(?:à|a) (?:lire|voir|découvrir|écouter) (?:aussi|également|ensuite|sur ce sujet)|dans la même (?:rubrique|catégorie|série)|pour aller plus loin|"
    r"(?:más|otras|otros|además)(?: (?:sobre|de|en|del))? (?:este tema|esta sección|este asunto|esta serie|este autor|esta autora|noticias|artículos|notas|historias|contenidos)(?: (?:de|sobre|en|del|relacionad[oa]s|que) .{3,40})?|(?:también |además )?(?:te|le|os|les) (?:puede|podría|pueden|podrían) (?:también )?(?:interesar|gustar)(?: también)?|(?:sobre este|en este|del mismo) (?:tema|asunto|autor)|(?:lecturas|contenidos) (?:recomendad[oa]s|relacionad[oa]s|sugerid[oa]s)|qué leer (?:ahora|después|a continuación)|"
    r"(?:altri|altre|più|ulteriori)(?: (?:articoli|notizie|contenuti|approfondimenti|storie))? (?:su questo (?:argomento|tema)|di questa (?:sezione|serie)|in questa sezione|dello stesso autore|sull'argomento|sul tema|da leggere)|(?:ti|vi|forse ti|potrebbe) (?:potrebbe(?:ro)?|può|interessa)(?: anche)? (?:interessare|interessarti|piacere|anche)(?: anche)?|(?:sullo|dello) stesso (?:argomento|tema|autore)|(?:da leggere anche|per approfondire|letture consigliate|articoli suggeriti)|"
    r"(?:mais|outras|outros)(?: (?:sobre|de|em|desta|deste|nesta|neste))? (?:este tema|este assunto|esta secção|esta seção|tema|assunto|secção|seção|notícias|artigos|matérias)(?: (?:sobre|de|desta|deste|do|da|que) .{3,40})?|(?:também |talvez )?(?:lhe |te |você |poderá |pode )+(?:também )?(?:pode |poderá )?(?:interessar|gostar|interessar-lhe)(?:-lhe)?(?: também| de.{0,20})?|(?:sobre o mesmo|do mesmo) (?:tema|assunto|autor)|leituras? (?:recomendadas?|sugeridas?)|"
    r"(?:meer|ander|andere|verder)(?: (?:nieuws|artikelen|verhalen|lezen))?(?: (?:over|uit|van|in|bij))(?: (?:dit|deze|dezelfde|het|de))? (?:onderwerp|thema|rubriek|serie|sectie|auteur|dossier|regio|zelfde onderwerp)|(?:misschien|wellicht|dit) (?:vind je|vindt u|is|ook)(?: dit)?(?: ook)? (?:interessant|leuk|iets voor (?:jou|u))|lees (?:ook|verder|hierover ook)|(?:leestips?|aanraders|ook interessant|meer lezen|(?:dit|deze) (?:artikelen|verhalen) (?:zijn|vind je).{3,30})|"
    r"(?:więcej|inne|pozostałe|podobne)(?: (?:artykuły|teksty|materiały|wiadomości))? (?:na ten temat|w tej sprawie|z tej kategorii|z tego działu|z tej serii|tego autora|tej autorki|o tym|z działu .{3,20})|(?:to )?(?:może|mogą) (?:cię|ci|państwa|was)(?: też| również| także)? (?:zainteresować|zaciekawić|spodobać).{0,10}|(?:warto|polecamy) (?:przeczytać|też przeczytać|także|też)|(?:przeczytaj|czytaj|zobacz) (?:również|też|także|jeszcze|inne)(?: (?:artykuły|teksty).{0,20})?|w temacie|w tym temacie|"
    r"(?:ещё|еще|больше|другие|другое)(?: (?:статьи|новости|материалы|публикации))? (?:по теме|на эту тему|по этой теме|из (?:этого раздела|рубрики).{0,20}|в рубрике.{0,20}|этого автора|об этом|в разделе.{0,20})|(?:вам|вас) (?:также |ещё |еще )?(?:может|могут|будет|должно)(?: также)? (?:быть )?(?:интересно|интересны|понравиться|заинтересовать|понравится).{0,10}|(?:что|советуем|рекомендуем|стоит) (?:ещё |еще |также |также )?(?:почитать|прочитать|посмотреть)(?: (?:по теме|ещё|еще|дальше))?|(?:на|по) (?:эту|этой|ту же) (?:тему|теме)|(?:читайте|смотрите) (?:также|ещё|еще|по теме|далее|на эту тему)(?: .{0,20})?"
)
# Words that announce one article and are followed by its headline.
_LEADS = (
    r"here(?:'s| is) (?:another(?: one| story)?|one more|something)(?: (?:you'll|you will|you may|you might)(?: also)? (?:like|enjoy|love)| to read(?: next)?)?|(?:read|see|watch) (?:this|these|our)(?: (?:story|article|report|piece|other story|earlier story))?(?: (?:next|too|as well|also))?|also of interest|(?:from|in) the same series|on the same (?:topic|subject)|another (?:story|read|one) (?:you(?:'ll| may| might).{2,15}|for you|to read)|"
    r"auch spannend|lesetipp|zum weiterlesen|mehr (?:darüber|zu diesem thema|lesen)|pour aller plus loin|dans le même dossier|lisez aussi|sobre este tema|en este tema|del mismo tema|per approfondire|sullo stesso (?:tema|argomento)|sobre o mesmo (?:tema|assunto)|meer (?:hierover|over dit onderwerp)|leestip|więcej na ten temat|w tym temacie|polecamy|ещё по теме|еще по теме|на эту тему|материал по теме|"
    r"read (?:more|also|next|now|this|it|further)(?: (?:on|at|from|in) [^:|]{2,25}| here| about this)?|(?:also|must|now|you must)[- ]read|also (?:see|watch|on [^:|]{2,25})|see (?:also|more)|related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|reading|topics?|links?|videos?))?|don't miss(?: (?:this|it|out|our))?|more(?: (?:news|on this|on that|stories|reading|coverage))?|recommended(?: (?:reading|for you|stor(?:y|ies)|read|articles?|video))?|trending(?: now)?|up next|next up|(?:read|story) next|in other news|previously(?: on [^:|]{2,25})?|you may have missed|also in (?:the )?news|(?:our|the) (?:latest|previous) (?:story|coverage|article)|more (?:from|in|on) [^:|.]{2,30}|for more|explore(?: more)?|dig deeper|go deeper|in case you missed it|icymi|you (?:may|might)(?: also)? (?:like|enjoy|be interested in|want to read)(?: to read)?|watch(?: (?:also|more|now|this|next|video|it|live|below))?|learn more|find out more|suggested(?: reading| read)?|further (?:reading|coverage)|from (?:the|our) archives?|check (?:also|this out|it out)|keep reading|continue reading|top stor(?:y|ies)|popular(?: now)?|most read|editor'?s'? picks?|full story|must[- ]see|exclusive video|"
    r"(?:lesen sie|lies|lest) (?:auch|mehr|dazu|hier|weiter|hierzu)(?: dazu| hier)?|auch interessant|mehr zum thema|mehr dazu|passend dazu|siehe auch|das könnte (?:sie|dich)(?: auch)? interessieren|zum thema|weiterlesen|auch lesenswert|(?:à |a )?lire (?:aussi|également|plus)|à voir (?:aussi|également)|voir aussi|sur le même sujet|lire l'article|"
    r"(?:lea|lee|leer|vea|ve|ver|mira|mire|le|te) (?:también|además|más|puede interesar|podría interesar|recomendamos)|(?:también )?(?:te|le) puede interesar|(?:también )?puedes (?:ver|leer)|te recomendamos|mira|más información|nota relacionada|no te pierdas|seguir leyendo|leggi (?:anche|di più|qui|pure)(?: su)?|guarda anche|(?:ti )?potrebbe interessarti(?: anche)?|approfondisci|(?:leia|veja|confira|assista) (?:também|mais|ainda)|saiba mais|lees (?:ook|meer|verder)|bekijk ook|(?:czytaj|przeczytaj|zobacz|sprawdź) (?:także|też|również|więcej)|dowiedz się więcej|(?:czytaj|zobacz) (?:więcej )?na [^:|]{2,20}|polecane|polecamy(?: także| też)?|warto przeczytać|читайте (?:также|ещё|еще|подробнее)|смотрите также|подробнее|по теме|(?:läs|les|læs) (?:också|även|mer|mere|også)|lue (?:myös|lisää)|baca juga|čtěte (?:také|též)|přečtěte si(?: také)?|oku|ayrıca oku|διαβάστε (?:επίσης|ακόμη)|también lee|funda olunye udaba lapha"
)
# Leads that no sentence begins with: the headline may follow without a mark.
_BARE_LEADS = r"also read|read also|(?:à )?lire aussi|à lire également|leggi anche|leia também|veja também|lees ook|lesen sie auch|lea también|lee también|vea también|czytaj (?:też|także|również)|zobacz (?:też|także|również)|читайте также|läs (?:också|även)|les også|læs også|baca juga|lue myös"
_BRACKET = r"\] ?[:|>›→▶►•-]* ?"
_SEPARATOR = r" ?(?:[:|>›→▶►•]+| - ) ?"
# How lines begin that stand under such a heading and are no headlines.
_NO_HEADLINE = (
    r"(?:click|tap|share|tweet|listen|skip|subscribe|sign (?:up|in)|log ?in|follow us|like this|leave a|post a|your (?:email|e-mail)|you (?:have|must|need|can)|save my|notify|filed|posted|"
    r"tags?:|tagged|topics:|copyright|©|\(c\)|advertis|was this|photo(?:s|graph)? by|photo:|image(?:s)?:|image credit|source:|please|this (?:article|video|content|story|site|post|page|website)|accept|manage|we use|we and|by (?:clicking|using|continuing|signing)|"
    r"join|sponsored|get (?:the|our|your|a)|enter your|\d+ comments?|be the first|comments|related|more from|back to|read more|klick|teilen|anmelden|jetzt |newsletter|foto:|bild:|quelle:|wir verwenden|diese website|cliquez|partage|abonnez|compart|haz clic|suscr|condividi|fai clic|abbonati|clique|assine|delen|klik|udostępnij|kliknij|поделиться|подпис)"
)
# Labels of the links to the posts before and after; the rule about pagers reports them without a headline.
_PAGER = (
    r"(?:previous|prev|next|older|newer) (?:article|post|story|entry|news)|(?:vorheriger|voriger|nächster) (?:artikel|beitrag|eintrag)|(?:article|billet) (?:précédent|suivant)|"
    r"(?:artículo|entrada|noticia|nota) (?:anterior|siguiente)|(?:anterior|siguiente|próxima|próximo) (?:artículo|entrada|noticia|nota)|(?:articolo|post|notizia) (?:precedente|successiv[oa])|"
    r"(?:artigo|notícia|matéria|post) (?:anterior|seguinte)|(?:próxima|próximo) (?:artigo|notícia|matéria|post)|(?:vorig|volgend) (?:bericht|artikel)|(?:poprzedni|następny) (?:wpis|artykuł)|(?:предыдущая|следующая) (?:запись|статья|новость)"
)
_LONGEST = 220
_MORE_FROM = r"(?:More|MORE) (?:from|by|From|By|FROM|BY) (?:our |the |this |THE |OUR )?[A-Z0-9][^.!?]{1,45}"
# Single words that are such a heading only when headlines stand under them.
_SOFT = r"related|read more|more|trending|popular|recommended|latest|read also|also read|weitere informationen|mehr|empfehlungen|relacionad[oa]s?|correlati|gerelateerd|relaterat|relatert|похожее|関連|관련"
# Ordinary words that announce only in capitals, and not at the head of the article.
_SHOUTS = r"(?:READ|WATCH|LISTEN|SEE|EXPLAINER|EXPLAINED|QUIZ|PODCAST|PHOTOS|GALLERY|IN PICTURES|IN PHOTOS|LIVE UPDATES)(?: (?:ALSO|MORE|NOW|HERE))? ?[:|] ?(?=\S+ \S+ \S+)[^.:|]{12,160}"
_MOST_FOLLOWERS = 15
_BREAK = r"[.!?]['\")]? (?=[A-ZÄÖÜÀ-ÞА-Я])"


@rule(
    "furniture/related-links",
    summary="Headings, lists and lines that lead to other articles",
    message="Pointer to other articles left in the text",
    severity="warning",
    since="0.1.0",
    delete=True,
    where=Selector(blocks=("paragraph", "heading", "list-item", "caption", "control", "quote"), longest=_LONGEST),
    wordings=(
        Wording("labels", _LABELS),
        Wording("made", _MADE),
        Wording("more from", _MORE_FROM),
        Wording("soft labels", _SOFT),
        Wording("pager", _PAGER),
        Wording("leads", _LEADS, whole=False),
        Wording("bare leads", _BARE_LEADS, whole=False),
        Wording("shouts", _SHOUTS),
    ),
    tags=("boilerplate", "links"),
    why="""
Sites set boxes between the paragraphs and lists under the text that lead to other
articles. Copied without their links they point nowhere, and headlines of other stories
read as part of this one.

A heading of such a box counts as a whole block, and the headlines under it when they are
at least two, or links. A single line counts when it is nothing but “Read more:” or the
like and a headline without a full stop. “See also” and “Further reading” over references,
sentences that begin with “Read more”, and quoted words stay clean.
""",
    examples=(
        marked(
            "lines with a headline",
            "The ferry was late.\n\n⟦Read more: Old Dairy Sold to Brass Band⟧\n\nIt rained.\n\n⟦RELATED: Ferry Late Again⟧\n",
            fixed="The ferry was late.\n\nIt rained.\n",
        ),
        marked(
            "headings that a site put together itself",
            "The ferry was late.\n\n⟦More from this series⟧\n\nIt rained.\n\n⟦What to read next⟧\n\nIt rained again.\n\n⟦[RELATED] Old Dairy Sold to Brass Band⟧\n\nIt stopped.\n\n"
            "⟦Another story you may like: The Goats of Skerry Moor⟧\n\nThe sun came out.\n\n⟦Mehr aus der Rubrik⟧\n\nEs regnete.\n\n⟦Otras noticias sobre este tema⟧\n\nLlueve.\n\n⟦Outros artigos deste autor⟧\n\nChove.\n\n"
            "⟦Meer uit deze rubriek⟧\n\nHet regent.\n\n⟦Inne teksty tego autora⟧\n\nPada.\n\n⟦Ещё на эту тему⟧\n\nИдёт дождь.",
        ),
        marked(
            "the articles before and after, when both have a label",
            "The ferry was late.\n\n⟦Previous article\n\nOld Dairy Sold to Brass Band⟧\n\n⟦Next article\n\nIsland Votes on a Bridge for Goats⟧\n",
        ),
        marked(
            "a heading with headlines under it",
            "The ferry was late again.\n\n⟦You may also like\n\nOld Dairy Sold to Brass Band\n\nIsland Votes on a Bridge for Goats⟧\n\n"
            "The next ferry came at nine, and nobody knew why.\n",
            fixed="The ferry was late again.\n\nThe next ferry came at nine, and nobody knew why.\n",
        ),
        marked(
            "headings in other languages",
            "⟦Mehr zum Thema⟧\n\nDie Fähre kam zu spät.\n\n⟦Lesen Sie auch: Alte Molkerei verkauft⟧\n\nDer Regen hielt an.\n\n"
            "⟦À lire aussi : La laiterie vendue à la fanfare⟧\n\nIl pleut.\n\n⟦Notas relacionadas⟧\n\nLlueve.\n\n"
            "⟦Leggi anche⟧\n\nPiove.\n\n⟦Leia também: Laticínio vendido à banda⟧\n\nChove.\n\n⟦Lees ook: Melkerij verkocht aan fanfare⟧\n\n"
            "Het regent.\n\n⟦Czytaj też: Mleczarnia sprzedana orkiestrze⟧\n\nPada.\n\n⟦Материалы по теме⟧\n\nИдёт дождь.",
        ),
        marked(
            "a list of links in HTML",
            '<p>It rained.</p>⟦<h3>Related Articles</h3><ul><li><a href="/a">Old Dairy Sold to Band</a></li></ul>⟧<p>It stopped.</p>',
            format="html",
        ),
        marked(
            "prose, references and quotations",
            "Read more closely, the result is less alarming.\n\nRelated: this is what the two sisters never were.\n\n"
            "“Read more: Old Dairy Sold”\n\nSee also\n\nFarr, U. (2019). Songs of the Ferry. Skerry Press.\n\n"
            "Next: the harbour wall\n\nMore: she wanted more.\n\nMore from Tidewire's report:\n\nThe ferry will not sail before May, two captains say.\n\nMore from this region is better than more from that one.\n\nThe most read book of the year is a cookbook.",
        ),
    ),
)
def related_links(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find them."""
    body = document.body
    places = {block.index: place for place, block in enumerate(body)}
    skip = 0
    for block in said.blocks:
        place = places[block.index]
        if place < skip or block.role in ("code", "term", "cell"):
            continue
        text = plain_text(document)[block.start : block.end].strip(" .:;|>›→▶►•*#[](){}=~_-–…+↓↗⟶&")
        if not text or text[0] in "\"'":
            continue
        folded = _folded(document, block)
        if said.whole("pager", block, _bare(folded)) and _is_paged(document, body, place, said):
            skip = place + 2
            yield Hit(Span(block.start, body[place + 1].end))
        elif _is_label(said, block, folded, text) or (
            _is_more_from(said, block, text) and not _introduces(document, body, place)
        ):
            followers = _followers(document, body[place + 1 : place + 1 + _MOST_FOLLOWERS], said)
            skip = place + 1 + followers
            yield Hit(Span(block.start, body[place + followers].end))
        elif said.whole("soft labels", block, _bare(folded)) and (
            followers := _followers(document, body[place + 1 : place + 1 + _MOST_FOLLOWERS], said)
        ):
            skip = place + 1 + followers
            yield Hit(Span(block.start, body[place + followers].end))
        elif _is_pointer(said, block, folded, text) or (
            place > 1 and said.whole("shouts", block, text) and re.fullmatch(_SHOUTS, text)
        ):
            yield Hit(block.span)


def _is_label(said: Said, block: Block, folded: str, text: str) -> bool:
    """Whether a block is the heading of a box."""
    bare = _bare(folded)
    return bool(said.whole("labels", block, bare) or said.whole("made", block, bare))


def _is_more_from(said: Said, block: Block, text: str) -> bool:
    """Whether a block is "More from" and a name."""
    return bool(said.whole("more from", block, text) and re.fullmatch(_MORE_FROM, text))


def _introduces(document: Document, body: Sequence[Block], place: int) -> bool:
    """Whether a block ends in a colon and prose follows, as before a quotation: "More from Tidewire:"."""
    after = document.block_text(body[place + 1]).rstrip() if place + 1 < len(body) else ""
    return document.block_text(body[place]).rstrip().endswith(":") and after.endswith((".", ".”", '."', "!", "?"))


def _is_paged(document: Document, body: Sequence[Block], place: int, said: Said) -> bool:
    """Whether a headline follows a pager's label, and another label stands before or behind the two."""
    if place + 1 >= len(body) or not _is_headline(document, body[place + 1], said):
        return False
    around = [body[other] for other in (place - 2, place + 2) if 0 <= other < len(body)]
    return any(said.whole("pager", block, _bare(_folded(document, block))) for block in around)


def _folded(document: Document, block: Block) -> str:
    """The folded text, but with the quotation marks that are arrows here told apart."""
    folded = folded_text(document)[block.start : block.end]
    text = document.block_text(block)
    return (
        folded
        if "»" not in text or "«" in text
        else "".join(">" if t == "»" else f for t, f in zip(text, folded, strict=True))
    )


def _bare(folded: str) -> str:
    return folded.strip(" .:;|>›→▶►•*#[](){}=~_-…+↓↗⟶&!?")


def _is_pointer(said: Said, block: Block, folded: str, text: str) -> bool:
    """Whether a block is a lead and a headline, and nothing else."""
    bare = _bare(folded)
    found = said.begins("leads", block, bare, _SEPARATOR if folded[:1] != "[" else _BRACKET) or said.begins(
        "bare leads", block, bare, r" (?!(?:the|and|or|in|on|a)\b)"
    )
    if found is None:
        return False
    rest = bare[found.end() :]
    tail = folded.rstrip(" )]}'>›→\"")
    return (
        rest.count(" ") >= 2
        and 10 <= len(rest) <= 190
        and (not tail.endswith((".", ";", ",", ":")) or tail.endswith("..."))
        and re.search(_BREAK, text) is None
    )


def _followers(document: Document, blocks: Sequence[Block], said: Said) -> int:
    """How many blocks under a heading are headlines of other articles."""
    count = 0
    linked = 0
    for block in blocks:
        if block.role != blocks[0].role or not _is_headline(document, block, said):
            break
        count += 1
        linked += block.link_density >= 0.8
    return count if count >= 2 or linked == count else 0


def _is_headline(document: Document, block: Block, said: Said) -> bool:
    """Whether a block reads like the headline of another article."""
    text = document.block_text(block).strip()
    if (
        block.role in ("code", "cell", "term", "quote")
        or not 15 <= len(text) <= 170
        or not 3 <= text.count(" ") <= 25
        or text[-1] in ".:;,"
        or text[0] in "-–—•(*"
        or text[0].islower()
        or re.search(_BREAK, text)
        or re.match(_NO_HEADLINE, text.lower())
    ):
        return False
    folded = _folded(document, block)
    return not (said.whole("labels", block, _bare(folded)) or _is_pointer(said, block, folded, text))
