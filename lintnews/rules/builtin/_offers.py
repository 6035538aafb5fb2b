"""How an advertisement of one or two sentences speaks in nine languages: offer, call, claim, and what it never says."""

from __future__ import annotations

# What is given for nothing or for less.
OFFERS = {
    "en": (
        r"free (?:[\w-]+ ){0,2}(?:quotes?|consultations?|estimates?|inspections?|trials?|lessons?|samples?|shipping|delivery|demos?|kits?|guides?|spins?|"
        r"valuations?|assessments?|returns|installation|brochures?|gifts?|credits|appraisals?|evaluations?|audits?|e-?books?|session|class|account)|"
        r"(?:\d+ ?(?:%|percent)|[$£€] ?\d+) (?:off|discount|cashback|bonus)|(?:save|discount of) (?:up to )?(?:[$£€] ?\d+|\d+ ?(?:%|percent))|"
        r"(?:promo|discount|coupon|voucher|referral) code|(?:with|use|using|enter|quote) (?:the |our )?code \w{3,}|(?:welcome|deposit|sign-up) (?:bonus|offer)|"
        r"no (?:credit check|deposit|obligation|commitment|hidden fees|contract)|instant approval|low(?:est)? (?:rates|prices)|money-back|guaranteed (?:results|approval)|"
        r"in (?:just |under |less than |as little as )?(?:\w+ )?(?:minutes|seconds)|this week only|today only|limited[- ]time|while stocks? lasts?|first order|half price|buy one"
    ),
    "de": r"kostenlos\w*|kostenfrei\w*|gratis|unverbindlich\w*|\w*rabatt\w*|\w*gutschein\w*|versandkostenfrei\w*|\w*bonus|sonderangebot\w*|bestpreis\w*|geld-zurück\w*|nachlass|sparen|spare|code \w+|freispiele|prozent günstiger",
    "fr": r"gratuite?s?|gratuitement|sans engagement|réductions?|remises?|rabais|promotion|code \w+|code promo|livraison offerte|offerte?s?|bon d'achat|bonus|satisfait ou remboursé|devis|tours gratuits",
    "es": r"gratis|gratuit[oa]s?|descuentos?|código \w+|código|sin compromiso|ofertas?|bono|promoción|regalo|presupuesto|al mejor precio|tiradas gratis",
    "it": r"gratuit[oaie]|gratis|sconto|sconti|codice|coupon|preventivo|senza impegno|omaggio|bonus|offerta|offerte|miglior prezzo|giri gratis",
    "pt": r"grátis|gratuit[oa]s?|descontos?|código|cupom|cupão|orçamento|sem compromisso|ofertas?|bónus|bônus|promoção|brinde|melhor preço|rodadas grátis",
    "nl": r"gratis|\w*korting\w*|\w*code|vrijblijvend\w*|offerte|\w*bonus|aanbieding\w*|cadeau|zonder verplichting|laagste prijs|proefperiode",
    "pl": r"bezpłatn\w+|darmow\w+|gratis|zniżk\w+|rabat\w*|kod(?:em|u)?|promocj\w+|wycen\w+|bez zobowiązań|bonus\w*|najniższ\w+ cen\w+|taniej",
    "ru": r"бесплатн\w+|скидк\w+|промокод\w*|подарок|подарки|в подарок|бонус\w*|расч[её]т|без предоплаты|по акции|консультаци\w+|выгодн\w+|фриспин\w+",
}  # fmt: skip
# What the reader is asked to do, or asked.
CALLS = {
    "en": (
        r"(?:^|(?:[.!?,:;]|\band) )(?:book|order|call|shop|buy|visit|claim|grab|get|request|try|play|apply|sign up|join|start|schedule|reserve|contact|download|"
        r"register|build|discover|enroll?|invest|switch|upgrade|save|ask|see why|find out|enjoy|earn)\b|\btoday[.!]?$|\bnow[.!]?$|"
        r"^(?:need|looking for|tired of|want|struggling|ready to|thinking of|searching for|worried about|planning)\b[^?]*\?|\byour? (?:child|home|business|family|store|savings|skin|smile|"
        r"dream|car|garden|health|next|perfect|first)|readers (?:get|save|enjoy|receive)|\bwe (?:help|offer|make|provide|give) you\b"
    ),
    "de": (
        r"(?:^|[.!?,] )(?:jetzt|sichern|sichere|bestellen|bestell|buchen|buche|fordern|holen|hol|entdecken|entdecke|testen|teste|probieren|probier|vertrauen|besuchen|"
        r"besuch|rufen|kaufen|vereinbaren|erleben|profitieren|starten|spielen|suchen sie|nutzen|nutze|spar(?:e|en)|lassen sie|brauchen sie|gönn\w*)\b|jetzt bei|auf der suche nach|noch heute"
    ),
    "fr": (
        r"(?:^|[.!?,:] )(?:profitez|demandez|découvrez|commandez|réservez|appelez|contactez|essayez|obtenez|achetez|choisissez|faites|bénéficiez|visitez|rendez-vous|jouez|"
        r"inscrivez-vous|économisez|offrez|optez|recevez|vous cherchez|besoin|envie|marre|à la recherche)\b|dès (?:maintenant|aujourd'hui)|votre (?:devis|première commande|premier)"
    ),
    "es": (
        r"(?:^|[.!?,:¿¡] ?)(?:aprovecha|aproveche|solicita|solicite|pide|pida|descubre|descubra|compra|compre|reserva|reserve|llama|llame|prueba|pruebe|consigue|obtén|obtenga|"
        r"visita|visite|contrata|juega|confía|confíe|ahorra|ahorre|elige|disfruta|buscas|busca|necesitas|necesita)\b|hoy mismo|tu primer|tu presupuesto"
    ),
    "it": (
        r"(?:^|[.!?,:] )(?:richiedi|richiedete|scopri|scoprite|ottieni|ottenete|prenota|prenotate|acquista|compra|chiama|chiamate|prova|provate|approfitta|approfittate|ordina|visita|"
        r"affidati|scegli|gioca|cerchi|cercate|hai bisogno|stanco|risparmia|regalati|ricevi)\b|oggi stesso|subito un|sul primo ordine|sul tuo"
    ),
    "pt": (
        r"(?:^|[.!?,:] )(?:aproveite|peça|solicite|descubra|compre|reserve|ligue|experimente|obtenha|visite|encomende|garanta|confie|jogue|procura|precisa|cansado|poupe|economize|"
        r"ganhe|escolha|receba|marque)\b|hoje mesmo|(?:sua|na) primeira (?:compra|encomenda)"
    ),
    "nl": (
        r"(?:^|[.!?,:] )(?:vraag|bestel|boek|ontdek|profiteer|koop|bel|probeer|bezoek|kies|ontvang|krijg|speel|shop|pak|op zoek|zoek je|zoekt u|nodig|bespaar|plan|geniet|stap over|"
        r"vertrouw)\b|vandaag nog|je eerste|uw eerste"
    ),
    "pl": (
        r"(?:^|[.!?,:] )(?:zamów|sprawdź|skorzystaj|odbierz|odkryj|kup|zadzwoń|wypróbuj|odwiedź|zarezerwuj|postaw|wybierz|zagraj|zyskaj|szukasz|potrzebujesz|masz dość|zaufaj|umów|poznaj|"
        r"oszczędź|oszczędzaj|zapytaj|poproś)\b|już dziś|pierwsze zamówienie"
    ),
    "ru": (
        r"(?:^|[.!?,:] )(?:закажите|закажи|получите|получи|оформите|узнайте|позвоните|попробуйте|откройте|купите|выбирайте|выберите|посетите|воспользуйтесь|забронируйте|доверьте|"
        r"играйте|ищете|нужен|нужна|нужно|устали|успейте|сэкономьте|экономьте|приходите|запишитесь|вызовите)\b|прямо сейчас|уже сегодня|первый заказ"
    ),
}  # fmt: skip
# Rank and praise, said of a firm.
CLAIMS = {
    "en": r"\b(?:premier|leading|#1|number[- ]one|trusted|top-rated|best-selling|award-winning|go-to|first choice|top choice|finest|unbeatable|unrivalled|world-class|best|expert|certified|easy)\b",
    "de": r"\b(?:führende[rnms]?|marktführer\w*|nummer eins|nr\. ?1|(?:erste|beste|ideale|richtige) (?:wahl|adresse|partner)|spitzenreiter|bestbewertet\w*|preisgekrönt\w*|unschlagbar\w*|höchste[rn]? qualität|premium\S*|bekannt für|steht für|spezialist\w*|maßgeschneidert\w*|zuverlässigst\w*|ihr partner|testsieger|meistverkauft\w*|beliebtest\w*|von profis (?:empfohlen|geschätzt)|einzigartig\w*|hochwertigst\w*|renommiert\w*)\b",
    "fr": r"\b(?:leader|numéro un|n° ?1|(?:premier|meilleur) choix|choix (?:numéro|préféré)|la référence|le meilleur|la meilleure|les meilleure?s|incontournable|inégalée?s?|réputée?s? pour|reconnue?s? pour|haut de gamme|sur mesure|spécialistes?|primée?s?|préférée?s? d\w+|plébiscitée?s?|partenaire de confiance|qualité exceptionnelle|recommandée?s? par)\b",
    "es": r"\b(?:líder(?:es)?|número uno|n\.?º ?1|(?:opción|elección|marca) (?:número|preferida|favorita)|primera (?:opción|elección)|l[oa]s? mejor(?:es)?|el mejor|preferid[oa]s? (?:por|de)|de confianza|reconocid[oa]s? por|especialistas?|insuperables?|premium|a medida|referente|galardonad[oa]s?|recomendad[oa]s? por|excepcional(?:es)?)\b",
    "it": r"\b(?:leader|numero uno|n\.? ?1|prima scelta|scelta (?:numero|preferita|ideale|migliore)|(?:il|la|i|le) miglior\w*|di fiducia|rinomat[oaie]|riconosciut[oaie] per|specialist[aie]|su misura|eccellenza|punto di riferimento|premiat[oaie]|preferit[oaie] d\w+|eccezionali?|consigliat[oaie] da\w*)\b",
    "pt": r"\b(?:líder(?:es)?|número um|n\.?º ?1|(?:escolha|opção) (?:número|preferida|ideal|certa)|primeira escolha|(?:o|a|os|as) melhor(?:es)?|de confiança|reconhecid[oa]s? por|conhecid[oa]s? pel[oa]s?|especialistas?|imbatíve(?:l|is)|(?:à|sob) medida|referência|premiad[oa]s?|preferid[oa]s? (?:d\w+|pel\w+)|recomendad[oa]s? p\w+|excecional|excepcional)\b",
    "nl": r"\b(?:toonaangevend\w*|marktleider|nummer (?:één|een)|nr\. ?1|(?:eerste|beste|ideale|juiste) (?:keus|keuze|adres)|de beste|vertrouwde|bekend om|staat bekend|specialist\w*|op maat|bekroonde?|hoogwaardigste|ongeëvenaarde?|onovertroffen|aanbevolen door|geliefde?|populairste|premium)\b",
    "pl": r"\b(?:wiodąc\w+|lider\w*|numer(?:em)? jeden|nr 1|pierwsz\w+ wyb\w+|najleps\w+|zaufan\w+|cenion\w+|znan\w+ z|specjalist\w+|na miarę|niezawodn\w+|nagradzan\w+|najwyższ\w+ jakoś\w+|polecan\w+ przez|ulubion\w+|wyb(?:ór|orem) (?:numer|profesjonalistów)|renomowan\w+|premium)\b",
    "ru": r"\b(?:ведущ\w+|лидер\w*|номер один|№ ?1|перв\w+ выбор\w*|лучш\w+|надежн\w+|надёжн\w+|признанн\w+|известн\w+ сво\w+|под ключ|высочайш\w+|непревзойд\w+|выбор (?:номер|профессионалов)|рекоменд\w+ (?:специалист|профессионал)\w*|премиальн\w+|самы[йех] \w+)\b",
}  # fmt: skip
# Who said, did or was what, and when: what holds one of these tells news.
REPORTS = (
    r"\b(?:19|20)\d\d\b|@|"
    r"\b(?:said|says|told|according|announced|reported|wrote|argued|asked|he|she|his|her|they|was|were|had|did|would|could|might|police|court|minister|ministry|government|council|"
    r"parliament|mayor|watchdog|million|billion|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december|"
    r"sagt\w*|teilte|laut|erklärt\w*|berichtet\w*|wurden?|war|waren|hatten?|habe|sei|soll|sollen|polizei|gericht|behörd\w+|regierung|minister\w*|verbraucherzentrale|montags?|dienstags?|"
    r"mittwochs?|donnerstags?|freitags?|samstags?|sonntags?|januar|februar|märz|juni|juli|oktober|dezember|millionen|stadtrat|gemeinde|bürgermeister\w*|"
    r"selon|déclar\w+|annonc\w+|était|étaient|avait|serait|police|tribunal|ministre|ministère|gouvernement|mairie|maire|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|"
    r"février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|(?:a|ont) (?:été|dit|[a-zà-ÿ]+é)|"
    r"dijo|según|declaró|anunció|afirm\w+|fue|fueron|había|policía|gobierno|ministr[oa]|ministerio|ayuntamiento|alcald\w+|lunes|martes|miércoles|jueves|viernes|enero|febrero|marzo|"
    r"abril|mayo|junio|julio|septiembre|octubre|noviembre|diciembre|(?:ha|han) [a-zà-ÿ]+[dt]o|millones|"
    r"ha detto|secondo (?:il|la|i|le|gli)|era|erano|aveva|stat[oaie]|polizia|governo|comune|sindac\w+|tribunale|lunedì|martedì|mercoledì|giovedì|venerdì|gennaio|febbraio|aprile|maggio|"
    r"giugno|luglio|settembre|ottobre|dicembre|milioni|(?:ha|hanno) [a-zà-ÿ]+(?:to|so)|"
    r"disse|segundo (?:o|a|os|as)|foi|foram|tinha|polícia|câmara|prefeitura|presidente|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|janeiro|fevereiro|março|"
    r"maio|junho|julho|setembro|outubro|dezembro|milhões|"
    r"zei|zegt|volgens|werden?|hadden|politie|rechter|rechtbank|gemeenteraad|burgemeester|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|januari|februari|maart|mei|augustus|miljoen|"
    r"powiedzia\w+|według|był[aoyi]?|zosta[łl]\w*|policj\w+|sąd\w*|rząd\w*|minist\w+|burmistrz\w*|poniedziałek|wtorek|środę|czwartek|piątek|stycznia|lutego|marca|kwietnia|maja|czerwca|"
    r"lipca|sierpnia|września|października|listopada|grudnia|milion\w*|"
    r"сказал\w*|по словам|сообщ\w+|был[аио]?|заявил\w*|полици\w+|суда?|правительств\w+|министр\w*|министерств\w+|мэр\w*|власт\w+|понедельник|вторник|среду|четверг|пятницу|января|февраля|"
    r"марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|миллион\w*|он|она|они)\b"
)  # fmt: skip
LITERALS = (
    # offers
    "free ", "% off", "percent off", " code", "bonus", "no credit", "no obligation", "in minutes", "minutes,", "minutes and", "minutes.", "this week only", "today only", "% discount", "save up to",
    "kostenlos", "kostenfrei", "gratis", "unverbindlich", "rabatt", "gutschein", "sparen", "gratuit", "réduction", "remise", "devis", "offert", "descuento", "código",
    "presupuesto", "sconto", "codice", "preventivo", "grátis", "desconto", "orçamento", "korting", "offerte", "vrijblijvend", "bezpłatn", "darmow", "zniżk", "rabat", "wycen", "бесплатн", "скидк",
    "промокод", "бонус",
    # claims
    "premier", "number one", "number-one", "#1", "führende", "marktführer", "nummer eins", "erste wahl", "erste adresse", "leader d", "numéro un", "premier choix", "référence", "líder", "número uno",
    "número um", "primera opción", "numero uno", "prima scelta", "primeira escolha", "toonaangevend", "marktleider", "nummer één", "nummer een", "beste keu", "eerste keu", "wiodąc", "lider", "numer jeden",
    "pierwszy wybór", "ведущ", "номер один", "лидер", "первый выбор", "bekannt für", "réputé", "reconnu", "reconocid", "rinomat", "riconosciut", "reconhecid", "bekend om", "znan", "известн",
)  # fmt: skip
