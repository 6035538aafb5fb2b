"""How a copyright, licence or no-reproduction line reads, as a whole sentence."""

from __future__ import annotations

_YEAR = r"(?:19|20)\d\d"
_COPIED = (
    r"(?:published|reproduced|republished|redistributed|copied|rewritten|broadcast|reprinted|distributed|transmitted|"
    r"reposted|retransmitted|duplicated|stored|archived|used or \w+|used (?=.*(?:permission|consent|licen[cs]e)))"
)
_COPYING = (
    r"(?:reproduction|republication|republishing|reprinting|reprint|redistribution|re-?use|copying|duplication|"
    r"distribution|reposting|use|rebroadcast|transmission|publication)"
)
_MATTER = r"(?:material|content|contents|article|story|report|text|publication|web ?site|site|page|work|post|copy|part)"

# A sentence that is one of these, from its first letter or sign to its last, is the line.
LINES = (
    # (c) year holder
    r"(?:(?:™|®) ?(?:&|and) ?)?(?:(?:all |entire |the |this )?(?:content|contents|text|story|photos?|video|web ?site|site|material|"
    r"article|report)s?(?:,? (?:and )?(?:design|photos|images))*(?: is| are|:)? )?(?:copyright(?:ed)?|©|\(c\))"
    r"(?: ?(?:copyright|©|\(c\)|@|\(с\)))?:?(?: by)? ?"
    + _YEAR
    + r"(?: ?[-/,&] ?(?:(?:19|20)?\d\d|present|today))*(?:(?:,| |\.|\||;|/|-|:).{0,180})?",
    # (c) holder year
    r"(?:copyright(?:ed)?|©|\(c\))(?: ?(?:copyright|©|\(c\)))?:?(?: by)? .{2,70}?,? "
    + _YEAR
    + r"(?: ?- ?(?:19|20)?\d\d)?(?: .{0,80})?",
    r"(?:copyright(?:ed)?|©|\(c\)|™).{0,100}\b(?:all|some) rights (?:are )?reserved\b.{0,120}",
    r".{0,20}\b" + _YEAR + r"\b.{2,100}\b(?:all|some) rights (?:are )?reserved\b.{0,120}",
    r"(?:© ?copyright|copyright ?(?:©|\(c\)))(?: by)? .{2,60}",
    r"(?:all|some|no) rights (?:are )?reserved(?:(?: by| worldwide| to|,| under| for|:| \(| \|).{0,100})?",
    r".{2,60}, all rights reserved",
    r"(?:copyright )?(?:©|\(c\)) ?dpa.{0,80}",
    # no reproduction
    r"(?:this|the|these|all|any|our)\b[\w ,'()/&-]{0,90}\b" + _MATTER + r"s?\b[\w ,'()/&-]{0,80}\b"
    r"(?:may not|must not|cannot|can not|shall not|should not|may)(?: be)?(?: (?:in any (?:form|way|manner),?|also|otherwise))? "
    + _COPIED
    + r"\b(?:(?<=\bnot be \w{4})|(?<=not be \w{9})|.{0,240}\b(?:without|permission|consent|or|prior|except|only)\b).{0,240}",
    r"(?:no|none) (?:part )?of (?:this|the|these|our)\b[\w ,'()/&-]{0,90}\b(?:may|can|must|should|shall) be "
    + _COPIED
    + r"\b.{0,240}",
    r"(?:any |the |all |full or partial )?(?:unauthori[sz]ed |unlicensed |further |commercial )?"
    + _COPYING
    + r"\b(?! the (?!material|content|article|text|story|site|website|whole|above|contents)).{0,160}\b(?:prohibited|forbidden|not permitted|not allowed|illegal|require[sd]? .{0,60}(?:permission|consent|licen[cs]e)|"
    r"without .{0,60}(?:permission|consent|authori[sz]ation|licen[cs]e))\b.{0,100}",
    r"(?:prior |express |written |you need |you must have )+permission\b.{0,40}\b(?:must be|is|has to be|needs to be|required|before|to)\b.{0,140}",
    r"(?:not for|do not|please do not) (?:"
    + _COPYING[3:-1]
    + r"|reproduce|copy|republish|distribute|repost|redistribute)\b.{0,100}",
    r"(?:re-?printed|republished|reproduced|re-?published|re-?posted) (?:here )?(?:with|by) (?:the )?(?:kind |express |written )?permission\b.{0,120}",
    r"(?:this|the) .{0,50}\b(?:is|are) (?:protected by|subject to) (?:\w+ )?(?:copyright|intellectual property)\b.{0,160}",
    # looser: a ban or a leave, and copying
    r"(?=.*\b(?:not|no|never|prohibited|forbidden|without|only with|permission|consent|approval|subject to)\b)(?=.*\b(?:reproduc\w+|republi\w+|"
    r"re-?print\w*|redistribut\w+|re-?use[ds]?|copying|copied|copy|duplicat\w+|rebroadcast|repost\w*)\b)(?=.*\b(?:this|our|any|all|these|part|"
    r"material|content|article|text|site|website|written|prior|whole|without)\b)(?=.*\b(?:permission|consent|approval|licen[cs]e|prohibited|"
    r"forbidden|may not|must not|do not|cannot|not permitted|not allowed|unauthori[sz]ed)\b).{12,210}",
    r"(?:this|the) .{0,40}\b(?:is|are|remains?) (?:copyright(?:ed)?(?: by| of)?|the (?:copyright|property) of|licensed (?:from|by)|owned by)\b.{2,160}",
    r"(?:all |the |this |our )?(?:content|contents|text|story|article|material|site|photos?)s?(?: and (?:photos|images|design))? (?:is |are )?(?:copyright|©) .{2,80}",
    r"permission (?:is|must be|has to be|needs to be)? ?(?:required|requested|sought|obtained|needed|necessary)\b.{0,120}",
    r"(?:reproduced|reprinted|published|used|carried) (?:here )?(?:by|under|with|through) (?:arrangement|agreement|licen[cs]e|permission|consent)\b.{0,100}",
    r".{2,50} (?:retains|reserves|holds|owns) (?:all |the |full |exclusive )+(?:copy)?rights?\b.{0,40}\b(?:this|these|article|content|material|text|story)\b.{0,60}",
    r"licen[sc]ed content from .{2,60}",
    r"(?:published|used|posted|shared|licensed|syndicated) (?:here )?(?:with|by|under) (?:the )?(?:kind |express |written |an? )?(?:permission|licen[cs]e|arrangement)\b.{0,120}",
    r".{2,50}(?:©|\(c\)) ?" + _YEAR + r"(?:\W.{0,120})?",
    r"(?:reuse|reproduction|copying|republication) (?:is )?(?:strictly )?(?:prohibited|forbidden)",
    r"(?:prohibida|reproducción|reproduction|riproduzione|reprodução) (?:(?:total|parcial|totale|partielle|parziale|o|e|et|ou|su|la|a) )*(?:reproducción|prohibida|interdite|vietata|proibida)\b.{0,100}",
    # licences and permissions
    r"(?:this (?:\w+ )?(?:article|work|text|story|content|post|report) (?:is |was )?)?(?:licensed|published|released|available|shared|distributed|republished) under "
    r"(?:an? |the )?(?:creative commons|cc[ -]by|cc0)\b.{0,120}",
    r"(?:to|for) (?:obtain |request |buy |all )?(?:reprints?|permissions?|reproduction|republication|licensing|syndication|re-?use|rights)(?:,? (?:and|or|&) (?:\w+ )?"
    r"(?:reprints?|permissions?|licensing|syndication|rights|re-?use|inquiries|enquiries|requests))*(?: (?:requests|inquiries|enquiries|queries|rights|information))?,? (?:please )?"
    r"(?:contact|e-?mail|write to|visit|see|go to|call|click|apply)\b.{0,120}",
    r"(?:contact|e-?mail|write to) .{3,80}\b(?:for|about|to (?:obtain|request)) (?:reprints?|permissions?|licensing|syndication|republication|reprint rights)\b.{0,80}",
    r"(?:order|request|buy|purchase|get) (?:a |an )?(?:reprints?|permissions?|republication rights)\b.{0,80}",
    r"(?:lizenziert|veröffentlicht|verfügbar) unter (?:einer |der )?(?:creative[- ]commons|cc)\b.{0,100}|(?:sous licence|publié sous licence|bajo (?:una )?licencia|con licenza|sotto licenza|"
    r"sob (?:a )?licença|onder (?:een )?licentie|na licencji|по лицензии|под лицензией) (?:creative commons|cc)\b.{0,100}",
    # licences by name, registered owners, the press that prints it, machines that may not learn from it
    r"(?:(?:the |our |this |all |unless (?:stated|noted|credited|marked) otherwise,? )*(?:text|content|contents|story|article|images?|photos?|material|data|work|website|report|map|graphics?)s?(?:,? (?:and |or |& )?\w+)? (?:is |are |may be )?(?:available |published |released |shared |reusable |licen[cs]ed )*(?:under|with|using|as|on|in)? ?(?:an? |the |our )?)"
    r"(?:cc[ -](?:by|0|zero)|creative[ -]commons|attribution[- ](?:\w+[- ]){0,3}(?:\d\.\d|international|licen[cs]e)|open government licen[cs]e|public domain dedication|gnu free documentation)\b.{0,160}",
    r"(?:text|content|contents|articles?|images?|photos?|material|data|work|story) (?:is |are |was )?(?:licen[cs]ed|available|released|shared|reusable|published) (?:under|for re-?use|for republication|on|to .{2,30} by)\b.{0,160}",
    r"(?:please |you (?:can|may|are free to|are welcome to) |feel free to )?(?:republish|re-?print|share|re-?use|copy|syndicate|download)(?: and \w+)? (?:our|this|these|any of our|the) (?:articles?|stories|story|content|work|journalism|reporting|texts?|piece|material|report)\b.{0,40}"
    r"\b(?:free|freely|online|in print|under|with (?:credit|attribution|permission)|as long as|provided|for (?:non-?commercial|personal)|without)\b.{0,140}",
    r"(?:®|™)[/ ,&]{0,3}(?:©|®|™|tm|\(c\))? ?" + _YEAR + r".{0,120}",
    r".{2,80}(?:®|™).{0,40}\b(?:is|are) (?:an? |the )?(?:registered |trade|service )+ ?(?:trade)?marks?\b.{0,140}",
    r"(?:published|printed|produced|owned|issued|edited and published|printed and published)(?:,? (?:and |& )?(?:published|printed|owned|edited|distributed|operated))* (?:weekly |daily |monthly |online |in \w+ )?(?:by|for|on behalf of) "
    r".{3,90}\b(?:ltd|limited|plc|inc|llc|llp|pvt|corp|company|co\.|group|media|press|publications?|publishers?|publishing|sons|newspapers|trust)\b.{0,160}",
    r"(?:(?:a |an |part of (?:the )?|member of (?:the )?|owned by (?:the )?|division of |subsidiary of |publication of )+)?.{3,50}\b(?:media|press|publishing|newspapers?|news|group)\b.{0,30}\b(?:is|are) (?:a )?(?:registered|incorporated) (?:in|at|as|with)\b.{0,140}",
    r"(?:registered (?:in|at|office|address|company|as|number|no)|company (?:registration|number|no|reg)|reg(?:istered)?\.? (?:no|office|charity)|vat (?:no|number|reg)|issn|rni (?:no|number|reg))\b ?.{2,140}",
    r"(?:no part|none|nothing) (?:of|on|in) .{0,120}\b(?:train\w*|artificial intelligence|machine learning|language models?|ai (?:systems?|models?|training|tools?))\b.{0,140}",
    r"(?:the )?(?:use|scraping|mining|harvesting|crawling|text and data mining|data mining|ingestion) of (?:this|our|the|any|these) (?:site|content|articles?|text|material|page|website)\b.{0,90}\b(?:train\w*|artificial intelligence|machine learning|language models?|ai (?:systems?|models?|training|tools?))\b.{0,140}",
    r"(?:© ?|\(c\) ?|copyright )[^.]{2,60}\. .{0,200}\b(?:licen[cs]e|permission|reserved|re-?use|republi\w+|reproduc\w+|syndicat\w+)\b.{0,60}",
    r"(?:any |all |no |for )?(?:re-?use|syndication|re-?publishing|re-?publication|republication|licen[cs]ing|reprints?)(?: (?:of .{2,60}|rights))?(?: (?:needs?|requires?|is|are|must|only|without|by|with|subject to|available|allowed|permitted|not|prohibited|please|via|through))+\b.{0,120}",
    r"(?:our |the )?(?:terms of (?:use|service)|terms (?:and|&) conditions|usage restrictions) (?:apply|may apply)\b.{0,60}",
    r"(?:no|not for|strictly no) (?:syndication|re-?use|republication|redistribution|reproduction|resale|commercial use|archive|re-?publishing|copying|broadcast)\b.{0,100}",
    r"(?:©|\(c\)) ?[a-z]{1,8} ?\d{2,4}|.{0,40}(?:©|\(c\)) ?[a-z]{2,8}\d{2}",
    # the right, its holder, leave and theft, in few words
    r"(?:crown|world|database|international) (?:copyright|rights?)\b(?: (?:©|and|reserved|protected|of|[\d-]).{0,100})?",
    r"copyright (?:notice|held|infringement will|in (?:this|the|all|our)|of (?:this|the|all) (?:article|text|page|site|content|work)|remains?|belongs|rests|owners?:|holders?:|protected|material|reserved|statement|policy|information|and disclaimer)\b.{0,120}",
    r"copyright, .{2,60}",
    r"(?:protected|covered) (?:by|under) (?:\w+ ){0,3}(?:copyright|dmca|intellectual property)\b.{0,120}|dmca.{0,60}|(?:please )?(?:do not|don't) (?:copy|steal|repost|republish|screenshot|scrape|plagiari[sz]e)\b.{0,80}",
    r"(?:distributed|syndicated|provided|supplied|delivered|licensed|published|powered) (?:exclusively )?(?:by|through|via) .{2,50}\b(?:content agency|news service|syndicate|syndication|content services?|media (?:inc|llc|ltd|limited)|newswire|press association|features|licensing)\b.{0,60}",
    r"rights (?:and|&) permissions?.{0,40}|(?:content |article )?(?:reprints?|republishing|republication|syndication|re-?use|licensing|usage) (?:guidelines|options|rules|policy|rights|permissions?|information|terms)\b.{0,60}",
    r"(?:for|see|read|view|click for|check|find) (?:our |the )?(?:re-?use|reprint|republishing|republication|syndication|licen[cs]ing|usage|copyright|content licen[cs]ing) (?:options?|guidelines|rules|terms|policy|information|rights|requests|notice|opportunities|enquiries|inquiries)\b.{0,80}",
    r"(?:do you |would you |if you )?(?:want|like|wish|looking|need|interested in) (?:to )?(?:re-?us\w+|republish\w*|re-?print\w*|syndicat\w+|licen[cs]\w+|us(?:e|ing)|shar\w+|reproduc\w+|quot\w+) (?:this|our|the|an?|any|some) (?:article|story|content|text|photo|image|work|piece|material|post|page|report|video)s?\b.{0,100}",
    r"to (?:licen[cs]e|reproduce|republish|re-?print|syndicate|re-?use) (?:this|our|the|any|an?) (?:article|story|content|text|photo|image|work|piece|material|post|page|report|video)s?\b.{2,100}",
    r"(?:the |all |this |our |any |these )?(?:[\w-]+ )?(?:content|contents|material|texts?|articles?|images?|photos?|photographs|pictures|graphics|stories|work|recipes?|designs?)(?:,? (?:and|or|&) (?:\w+ )?\w+)*(?: (?:here|on this (?:site|page|website)|above|published here))? (?:is|are|remains?) (?:the )?(?:exclusive |sole |intellectual |copyrighted )*(?:property of|copyright(?:ed)?\b).{0,140}",
    r"(?:never|not) to be (?:re)?(?:published|produced|printed|used|copied|posted|distributed|broadcast|sold)\b.{0,100}",
    r"(?:these |our |all |any |the )?(?:photos?|texts?|contents?|images?|articles?|material|stories|pictures|recipes)(?:,? (?:and|or|&) (?:\w+ )?\w+)* (?:may|can|must|should|shall)(?: only| not|not)*(?: be)? (?:be )?"
    + _COPIED
    + r"\b.{0,160}|(?:photos?|texts?|contents?|images?|articles?)(?:,? (?:and|or|&) \w+)* (?:may|can) ?not be used\b.{0,140}",
    r"(?:this|our|the) (?:article|story|text|piece|content|work|report|post) (?:may|can) (?:also )?(?:be )?(?:freely )?(?:republished|reprinted|reproduced|shared|re-?used|quoted)\b.{0,140}",
    r"(?:please )?(?:credit|attribute|link (?:back )?to|cite|acknowledge) .{2,60}\b(?:when|if|as (?:the|your|a) (?:source|author)|as source|back to)\b.{0,100}",
    r"(?:stealing|plagiari[sz]ing|lifting|reposting|scraping) (?:our|this|my|any|from) .{2,100}|if you (?:see|find|read|spot|are reading) this (?:article|story|text|post|content|page)? ?(?:on|at|anywhere|elsewhere|somewhere)\b.{2,140}",
    r"(?:the )?moral rights? (?:of .{2,60}|asserted|(?:has|have) been asserted)\b.{0,80}",
    r".{2,60}\b(?:is|are) (?:an? |the )?(?:registered |service )?trade ?marks? (?:of|owned by|belonging to) .{2,100}",
    r"permission to (?:reproduce|republish|use|copy|re-?print|quote|re-?use|photocopy)\b.{2,140}",
    r".{2,40} (?:©|\(c\)) all rights\b.{0,40}",
    # German, French, Spanish, Italian, Portuguese
    r"(?:©|\(c\))?.{0,60}\balle rechte (?:vorbehalten|liegen bei)\b.{0,160}",
    r"(?:die |jede |jegliche )?(?:vervielfältigung|nachdruck|weiterverbreitung|verbreitung|wiedergabe|weiterverwendung|übernahme)\b"
    r".{0,140}\b(?:genehmigung|verboten|untersagt|nicht gestattet|nicht erlaubt|zustimmung|einwilligung)\b.{0,80}",
    r"(?:©|\(c\))?.{0,60}\btous (?:les )?droits (?:de reproduction(?: et de représentation)? )?réservés\b.{0,120}",
    r"(?:toute )?(?:reproduction|rediffusion|republication)\b.{0,120}\b(?:interdite|sans (?:autorisation|accord))\b.{0,100}",
    r"(?:©|\(c\))?.{0,60}\b(?:todos los derechos|derechos) reservados\b.{0,120}",
    r"(?:queda )?(?:prohibida|se prohíbe) (?:la |su )?(?:reproducción|copia|difusión)\b.{0,160}",
    r"(?:©|\(c\))?.{0,60}\b(?:tutti i )?diritti (?:sono )?riservati\b.{0,120}",
    r"(?:©|\(c\))? ?riproduzione riservata.{0,60}",
    r"(?:è )?vietata la riproduzione\b.{0,120}",
    r"(?:©|\(c\))?.{0,60}\btodos os direitos reservados\b.{0,120}",
    r"(?:é )?proibida a reprodução\b.{0,140}",
    # Dutch, Polish, Russian, Chinese, Japanese
    r"(?:©|\(c\))?.{0,60}\b(?:alle rechten voorbehouden|auteursrecht voorbehouden)\b.{0,100}",
    r"(?:niets uit deze|overname van|het is niet toegestaan)\b.{0,160}\b(?:toestemming|toegestaan|verboden|overgenomen|gekopieerd)\b.{0,100}",
    r"(?:©|\(c\))?.{0,60}\bwszelkie prawa zastrzeżone\b.{0,120}",
    r"materiał chroniony prawem autorskim\b.{0,200}",
    r"(?:kopiowanie|rozpowszechnianie|przedruk)\b.{0,120}\b(?:zabronione|zabroniony|wymaga|bez zgody)\b.{0,100}",
    r"(?:©|\(c\))?.{0,60}\b(?:все права защищены|всі права захищені)\b.{0,120}",
    r"(?:при )?(?:полн\w+ или частичн\w+ )?(?:перепечатк\w+|использовани\w+ материалов|копировани\w+ материалов|цитировани\w+)\b.{0,200}"
    r"(?:ссылк|запрещен|запрещён|разрешен|согласи).{0,100}",
    r".{0,20}未[经經](?:授[权權]|许可|許可).{0,60}",
    r".{0,20}版[权權]所有.{0,60}",
    r".{0,20}無断(?:転載|複製).{0,30}",
)
