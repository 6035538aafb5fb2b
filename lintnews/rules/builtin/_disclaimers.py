"""How a disclaimer reads: its label, its clauses, and the sentences that go with them."""

from __future__ import annotations

LABELLED = (
    r"(?:(?:disclaimer|disclosure|legal notice|haftungsausschluss|avertissement|descargo de responsabilidad|avviso|aviso legal|"
    r"zastrzeżenie|дисклеймер)s?(?: ?[:.-] ?| (?=this|the))|(?:note:|notes:|notice:|notices:|hinweis:|hinweise:|note -|notice -) ?)"
)
LABEL = rf"[(\[*_ ]*(?:(?:[\w ]{{2,20}} & )?(?:\w+ )?{LABELLED})"
ADVICE = r"(?:investment|financial|medical|legal|professional|tax|trading|health|accounting|expert|betting|nutritional|dietary|psychological)"
THIS = r"\b(?:this|content|information|nothing|article|articles|site|website|material|page|post|blog|story|newsletter|opinions|views)\b"
# Whole sentences that are such a clause wherever they stand.
CLAUSES = (
    r"(?:the )?(?:writer|author|columnist|contributor|blogger)s?'?s? (?:views|opinions)(?: \w+){0,4}? (?:are|remain) (?:personal|(?:his|her|their) own|not\b)\b.{0,120}",
    r"(?:(?:the|all|any|these|his|her|their|my|our|reader) )?(?:[\w/&-]+,? (?:and |or |& )?){0,4}(?:views?|opinions?|statements?|ideas|"
    r"positions?|content|commentary|comments|column|article|beliefs|thoughts|perspectives|op-ed|texts?)\b.{0,200}"
    r"(?:\bnot|n't)\b(?: \w+){0,2}? ?(?:necessarily (?:\w+ )?(?:those|the (?:views?|opinions?|positions?)|reflect\w*|represent\w*|shared?|mirror|agree|coincide|that of|endorsed?|express|of)\b.{2,200}|(?:reflect|represent|those of|shared by|endorsed by|coincide with|mirror|"
    r"be attributed to|to be attributed)\b.{0,60}\b(?:views?|opinions?|positions?|polic(?:y|ies)|editor\w*|publisher|newspaper|site|"
    r"website|company|employer|organi[sz]ation|staff|of)\b.{0,160})",
    r"(?:the |all |any )?(?:views?|opinions?|thoughts)(?:,? (?:and|or|&) (?:\w+ )?(?:views|opinions|conclusions|recommendations))*"
    r"(?: (?:and \w+ )?(?:expressed|shared|stated|presented|contained|voiced|here|herein|in this \w+|by [\w .'&-]{2,60}|on this \w+|are)){1,5}"
    r",? (?:are|is|remain|belong)?(?: \w+){0,3}? ?(?:those of|the author's|the writer's|the authors'|his own|her own|their own|my own|mine|"
    r"our own|personal|to the author)\b.{0,160}",
    r"(?:the )?(?:views|opinions) (?:expressed )?(?:are )?personal",
    r"(?:all )?(?:opinions|views)(?: expressed)?(?: here)? (?:are )?(?:my|the author's|the writer's) (?:own|alone)",
    r"(?:the )?(?:author|authors|writer|columnist|contributor)s?\b.{0,40}\b(?:is|are) solely responsible\b.{0,160}",
    r"(?:this|the) (?:article|column|op-?ed|commentary|essay|piece|post|text) (?:only )?(?:represents?|reflects?|expresses|gives|contains)"
    r"(?: only| solely)? (?:the )?(?:personal |author's |own |writer's |private |views|opinions?)+\b.{0,160}",
    r"(?=.*"
    + THIS
    + r").{0,200}(?:\bnot|\bno|\bnor|\bnothing|\bnever|n't)\b.{0,120}\b"
    + ADVICE
    + r"(?:,? (?:and/or|or|and|nor)? ?(?:"
    + ADVICE
    + r"|other))* (?:advice|recommendations?|guidance|counsel|opinion)\b.{0,240}",
    r"(?:this is )?not (?:an? )?" + ADVICE + r"(?:,? (?:or|and)? ?" + ADVICE + r")* (?:advice|recommendation)",
    r"(?=.*"
    + THIS
    + r").{0,240}(?:\bnot|n't)\b.{0,60}\bsubstitute for\b.{0,100}\b(?:advice|diagnosis|treatment|consultation|judg)\w*.{0,160}",
    r"(?:the |this |all |any |our )?(?:[\w-]+ ){0,3}(?:information|content|article|material|post|story|page|website|site|blog|report|text|"
    r"guide|contents|video)s?\b.{0,160}\b(?:for|purely|strictly|solely)\b.{0,60}\b(?:information(?:al)?|knowledge|awareness|educational?|entertainment|reference|discussion|illustration)"
    r"\b(?:,? (?:and |or |& )?\w+)? (?:purposes?|use|only)\b.{0,200}",
    r"(?:for )(?:[\w, ]{0,30})?(?:informational|educational|entertainment|information)(?: and \w+)? purposes only",
    # looser, by the words that meet in them
    r"(?=.*\b(?:views?|opinions?|viewpoints?|commentary|statements)\b)(?=.*\b(?:authors?|author's|writers?|writer's|contributors?|contributor's|"
    r"columnists?|columnists'|guests?|expressed|publication|newspaper|publisher|editors|editorial)\b)(?=.*\b(?:their own|solely|alone|belongs?|"
    r"endorse[ds]?|personal|those of|not (?:that|those) of|responsib\w+|(?:do|does|may) not (?:\w+ )?(?:reflect|represent))\b)"
    r"(?=.*\b(?:this|above|here|not|own|solely|alone|entirely)\b).{20,260}",
    r"(?=.*"
    + THIS[:-4]
    + r"|above|here)\b)(?=.*\b(?:not|no|nothing|never|isn't|doesn't)\b|nothing)(?=.*\b(?:legal counsel|"
    r"recommendation to (?:buy|sell|invest)|recommendations? (?:of|for|to)|solicitation|offer to (?:buy|sell)|professional (?:guidance|help|care)|"
    r"constitutes? (?:an? )?(?:\w+ )?(?:advice|recommendation|endorsement|offer))\b).{20,300}",
    r"(?:the )?(?:publisher|editors?|author|site|website|we|our (?:team|site|staff)|this (?:site|website|publication)|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3})"
    r"(?: and .{3,40})? (?:do(?:es)? not|don't|cannot|can't|will not|accepts?|assumes?|takes?|bears?|makes?|gives?|is not|are not|disclaims?)\b.{0,60}"
    r"\b(?:responsib\w+|liab\w+|liable|warrant\w+|guarantees?|representations?|endorse)\b(?=.*\b(?:content|contents|article|information|"
    r"accuracy|accurate|material|opinions|views|statements|loss|losses|damages|errors|omissions|use of)\b).{0,240}",
    r"(?:ce texte|cet article|ce contenu|cette tribune|ces propos)\b.{0,20}\bn'engage\w*\b.{0,100}",
    r"las opiniones\b.{0,80}\bson (?:propias|personales|solo|exclusivas)\b.{0,100}",
    r"die redaktion (?:teilt|übernimmt|macht sich)\b.{0,60}\b(?:nicht|keine)\b.{0,120}",
    r"(?:guest |opinion |reader )?(?:columns?|op-eds?|letters|articles|posts|contributions|essays|commentaries|views|opinions)\b.{0,60}\b"
    r"(?:reflect|represent|express|belong to|are)\b.{0,20}\b(?:views?|opinions?|positions?|those|that)? ?(?:of|only)\b.{0,20}\b(?:their|the|its) (?:\w+ )?"
    r"(?:writers?|authors?|contributors?|signator\w+)\b.{0,100}",
    r"(?:all |the |any )?(?:information|content|material|data|everything)\b.{0,100}\b(?:as is|without (?:any )?(?:warrant\w+|guarantee\w*|liability)|"
    r"at your own risk|no guarantee)\b.{0,160}",
    # what a text is not meant to be, what reading it means, what may differ
    r"(?=.*"
    + THIS[:-4]
    + r"|here|column|guide|video|recipes?|advice)\b).{0,160}\b(?:not|never|nor|isn't|aren't|n't) (?:\w+ )?(?:meant|intended|designed|supposed|offered|provided|written|to be taken|to be used|a replacement|an alternative|equal|make (?:me|us))\b.{0,40}"
    r"\b(?:replace|replacement|substitute|alternative|diagnose|treat|cure|prevent|advise|advice|be relied|guidance|instruct\w*|legal|medical|professional|financial|care|lawyer|attorney|doctor|relationship|counsel|recommendation)\b.{0,200}",
    r"(?:by (?:reading|using|visiting|continuing|accessing|following|cooking)|(?:reading|using|following) (?:it|this|these|our|the))\b.{0,80}\b(?:you (?:agree|accept|acknowledge|assume|understand|do so)|(?:does|do)(?:n't| not) (?:make|create|form|establish|constitute)|at your own risk)\b.{0,240}",
    r"(?:your |individual |actual |the )?(?:results|experiences?|mileage|outcomes?|prices|returns)(?: \w+){0,3}? (?:may|might|can|will|could) (?:vary|differ|not be (?:typical|the same))\b.{0,120}",
    r"(?:some|all|certain|the) (?:names?|identifying details|details|details and names)\b.{0,40}\b(?:have|has) been (?:changed|altered|generated|invented|modified|withheld)\b.{0,120}",
    r"(?:[\w.&' -]{2,40} )(?:can't|cannot|can not|will not|won't|shall not|is not|are not) (?:be )?(?:held )?(?:responsible|liable|accountable)\b.{0,60}\b(?:for any|for the|loss|losses|damages?|errors?|omissions|injur\w+|reactions?|actions?|use of|accuracy|consequences|results?)\b.{0,200}",
    # German, French, Spanish
    r"(?:der|dieser|die|diese|das|namentlich|alle|leserkommentare|kommentare|gastbeiträge|beiträge)\b.{0,120}"
    r"\b(?:meinung|meinungen|ansicht|auffassung|haltung)(?:en)?\b.{0,100}\b(?:autor\w*|verfasser\w*|redaktion|herausgebers?|verlags?)\b.{0,160}",
    r".{0,120}\b(?:keine|nicht als)\b.{0,60}\b(?:anlage|rechts|finanz|steuer|anlage-)beratung\b.{0,160}",
    r"alle angaben (?:sind )?(?:ohne gewähr|ohne haftung).{0,60}",
    r"les (?:opinions|propos|avis|points de vue|idées) (?:exprimé|émis|tenu|contenu)\w*\b.{0,120}\b(?:n'engagent|ne reflètent|ne représentent|"
    r"sont ceux|sont celles|n'engage)\b.{0,160}",
    r"(?:ceci|cet article|ces informations|le contenu|ce contenu|les informations)\b.{0,100}\bne (?:constitue\w*|remplace\w*|saurai\w*)\b"
    r".{0,60}\b(?:conseil|avis|recommandation)\b.{0,160}",
    r"(?:las|los) (?:opiniones|ideas|puntos de vista|comentarios)\b.{0,120}\b(?:no (?:necesariamente )?(?:reflejan|representan|coinciden)|"
    r"son (?:de )?(?:exclusiva )?(?:responsabilidad|de sus autores|del autor|de exclusiva))\b.{0,160}",
    r"(?:este|esta|la|el|lo|esto)\b.{0,120}\bno constituye\w*\b.{0,60}\b(?:asesor\w+|consejo|recomendación)\b.{0,160}",
    # Italian, Portuguese, Dutch, Polish, Russian
    r"le opinioni (?:espresse|contenute|qui)\b.{0,200}",
    r"(?:quest[oa]|il|le|i)\b.{0,120}\bnon (?:costituisc\w+|rappresent\w+|sostituisc\w+)\b.{0,60}\b(?:consulenza|consiglio|consigli|parere|opinione)\b.{0,160}",
    r"as opiniões (?:expressas|emitidas|contidas|aqui)\b.{0,200}",
    r"(?:este|esta|o|a|as)\b.{0,120}\bnão (?:constitui|substitui|representa|reflete|refletem)\b.{0,80}\b(?:aconselhamento|recomendação|"
    r"consulta|opinião|consultoria)\b.{0,160}",
    r"de (?:meningen|opinies|standpunten|mening)\b.{0,100}\b(?:weerspiegelen|vertegenwoordigen|zijn die van|niet noodzakelijk)\b.{0,160}",
    r"(?:opinie|poglądy) (?:wyrażone|przedstawione|zawarte)\b.{0,200}",
    r"(?:artykuł|materiał|tekst|treści?|niniejsz\w+)\b.{0,100}\bnie (?:stanowi|jest|są|stanowią)\b.{0,40}\b(?:porad\w+|rekomendacj\w+|oferty)\b.{0,160}",
    r"(?:мнение|точка зрения|позиция)\b.{0,100}\b(?:может не совпадать|могут не совпадать|не обязательно|может не отражать)\b.{0,120}",
    r".{0,80}не является.{0,40}(?:инвестиционн|медицинск|финансов)\w* (?:рекомендаци|совет|консультаци)\w*.{0,80}",
)
# Sentences that belong to such a clause, and say little alone.
COMPANIONS = (
    r"(?:.{0,60}\b)?(?:consult|speak|talk|see|ask|contact)\b.{0,40}\b(?:doctor|physician|lawyer|attorney|advis[eo]r|professional|accountant|pharmacist|expert|gp)\b.{0,160}",
    r"(?:readers|you|investors|please|always|users|viewers|we|do|consult|seek|conduct)\b.{0,120}\b(?:own (?:research|due diligence|analysis|"
    r"judge?ment|risk)|(?:qualified|licensed|certified|professional|independent|registered|financial|medical|legal|tax|health ?care)\b"
    r".{0,40}\b(?:advis[eo]rs?|professionals?|advice|physicians?|doctors?|providers?|planner|attorney|lawyer|expert))\b.{0,240}",
    r".{2,140}\b(?:no|not|any|nor)\b.{0,60}\b(?:responsib\w+|liab\w+|warrant\w+|representations?|guarantees?)\b.{0,240}",
    r"(?:past performance|cryptocurrenc\w+|trading|investing|investments?)\b.{0,160}\b(?:risks?|guarantee|indicat\w+|volatil\w+)\b.{0,160}",
    r"any (?:action|reliance|decision)\b.{0,100}\b(?:own risk|your own|responsibility)\b.{0,120}",
)
