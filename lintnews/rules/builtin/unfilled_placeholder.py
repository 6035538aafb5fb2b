"""A slot of a template or an order that nobody filled in, and filler text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.model import Block, Document
from ...span import Span
from ..codetalk import about_code
from ..define import marked, rule
from ..match import plain_text
from ..model import Hit, Selector, Sighting, Wording
from ..said import Said

# What is to be inserted, in brackets.
_INSERT = (
    r"(?:please )?(?:insert|add|enter|include|fill in|replace|put|place|paste|provide)\b(?: (?:a|an|the|your|any|some|more|relevant))?(?: [^\[\]{}<>\"]{1,80})?|"
    r"[^\[\]{}<>\"]{1,50} (?:goes here|to be (?:added|inserted|confirmed|filled in)|tbc|tbd|einfügen|einsetzen|ergänzen|eintragen|invoegen|toevoegen|invullen)|"
    r"(?:einfügen|insérer|insérez|ajouter|ajoutez|insertar|inserte|inserta|añadir|agregar|inserire|inserisci|aggiungere|inserir|insira|adicionar|wstaw|"
    r"wstawić|dodaj|вставить|вставьте|добавить|указать)\b(?: [^\[\]{}<>\"]{1,80})?"
)
# What a slot is called: a noun of the trade, owned or described by the template.
_SLOT = (
    r"(?:your|company|author(?:'s)?|spokesperson(?:'s)?|reporter(?:'s)?|journalist(?:'s)?|business|brand|product|event|city|client|customer|contact|writer(?:'s)?|"
    r"first|last|full|recipient(?:'s)?|publication|website|organi[sz]ation|expert(?:'s)?|person(?:'s)?|team|location|venue|job|university|school|hospital|agency|department|street|bank|country|region|state|source|quote|image|photo|link|article|"
    r"press|media|phone|email|hero|specific|relevant|start|end|current|today's|home|away|opposing|winning|losing|final|total|victim(?:'s)?|suspect(?:'s)?|candidate(?:'s)?|mayor(?:'s)?)"
    r"[ _](?:\w+[ _])?(?:name|title|quote|here|date|details?|position|address|number|website|url|link|time|source|caption|credit|placeholder|detail|location|"
    r"example|statistic|data|figure|amount|year|month|city|state|organi[sz]ation|company|product|headline|text|bio|handle|email|phone|score|team|age|percentage|"
    r"price|total|count|party|opponent|reason|result|role)s?(?:[ _]here)?|"
    r"(?:name|quote|title|date|link|url|location|amount|number|percentage|statement|position|comment|details?|description|caption) (?:of|from|by|to|about) "
    r"(?:the |a |an |your )?[\w' ]{3,50}|"
    r"name|recipient|opponent|score|percentage|venue|date|city|phone|url|state|address|city, state|date, time|name, title|month,? day,? year|day,? month,? year|company|xx+|x{2,} ?%|tbd|tktk|tk tk|spokesperson|placeholder(?: text)?|"
    r"(?:ihr|dein|firmen|autoren)[- ]?name|name (?:des|der|einer) [\w ]{3,40}|nom de (?:l'|la |votre )[\w ]{3,40}|votre nom|tu nombre|su nombre|nombre de (?:la|el|tu) [\w ]{3,40}|"
    r"il tuo nome|nome (?:dell'|della |del )[\w ]{3,40}|seu nome|nome da [\w ]{3,40}|uw naam|jouw naam|twoje imię|nazwa firmy|ваше имя|название компании"
)
_BRACKETS = rf"(?i)\[\[?(?:{_INSERT}|{_SLOT})[.:]?\]?\]|<(?:insert|your|company|author|add) [a-z ]{{3,60}}>|\{{(?:insert|your|company|author|add) [a-z ]{{3,60}}\}}"
# Other slots, in which capitals or an x stand for what is missing.
_BARE = (
    r"\[\[[A-Z][A-Z0-9_ ]{3,}\]\]|\[[A-Z]+_[A-Z_]+\]|\b(?:INSERT|YOUR|ENTER|ADD|REPLACE)_[A-Z_]{3,}\b|\b(?:URL|LINK|IMAGE|QUOTE|NAME|TEXT)_HERE\b|"
    r"[$€£]TK\b|\bTK (?:percent|per cent|million|billion|words|quote|caption|link|name)\b|[(\[]TK\b[^()\[\]]{0,40}[)\]]|"
    r"[(\[](?:[^()\[\]\"]{0,50}\W)?(?:(?:confirm|check|verify|clear) with (?:the )?(?:desk|editor|legal|lawyers?|source|author|reporter|newsroom|subs|news desk)|"
    r"(?:double-?check|fact-?check) (?:this|name|date|figure|spelling|quote)s?|needs? (?:a )?(?:quote|photo|fact-?check|source|link)|(?:subs|desk|editor): [^()\[\]]{3,60})[)\]]|"
    r"\b(?:DD|MM|dd|mm)[/.-](?:MM|DD|mm|dd)[/.-](?:YYYY|yyyy|YY|yy)\b|\b[Xx]{2}[/.][Xx]{2}[/.][Xx]{2,4}\b|\bX{3,} (?=people|euros?|dollars|pounds|percent|per cent|million|billion|homes|jobs|miles|km|kilomet|years|votes|points)|"
    r"\[(?:X{1,4}|\?{2,}|_{2,}) ?%?\]|<<[A-Za-z][A-Za-z _]{2,40}>>|"
    r"\((?:insert|add|place|put) (?:photo|image|picture|quote|link|chart|graph|map|video|embed|name|date|caption|table|source|figure)\b[^()]{0,60}\)|"
    r"\b(?:19|20)\d\d-(?:xx|XX)-(?:xx|XX)\b|(?<![\w.])(?:XX|xx)(?: percent\b|%)|\bTK ?TK\b|(?<=[$€£])X{2,}\b|[$€£]X{1,3} ?(?:m|bn|k|million|billion)\b|\b[Xx]{1,2} ?(?:%(?! )|% (?=of|last|this|in|on|more|since)|per cent\b)|_{2,} ?(?:per ?cent|%|people|years|euros|dollars|pounds)|\bTK (?=[a-z]+ (?:old|ago|people|of)\b)|"
    r"[(\[](?:CITY|City|STATE|State|DATELINE|Date|DATE|MONTH|Month|Day|DAY)(?:, ?(?:CITY|City|STATE|State|Date|DATE|Month|MONTH|COUNTRY|Country|Day|Year|YEAR))*[)\]]|\bCITY, ?(?:STATE|State|Country|COUNTRY)\b(?: ?\((?:DATE|Date)\))?|"
    r"[(\[](?:number|NUMBER|amount|AMOUNT|age|AGE|figure|FIGURE|NAME|TITLE|COMPANY|percent)[)\]]|\b(?:NAME|COMPANY|TITLE|DATE|FIRST|LAST|CITY|PRODUCT|CUSTOMER) (?:HERE|NAME)\b|\{(?:name|age|city|date|title|amount|number|company|team|score|first name|link|url)\}|"
    r"\[(?:LINK|link|hyperlink|HYPERLINK|embed|EMBED|chart|CHART|TEXT|HEADLINE|SUBHEAD|CAPTION|QUOTE)(?: (?:to|here|tweet|video|from|code)\b[^\]\[]{0,60}| TO [^\]\[]{2,50}| [A-Z]{3,12})?\]|\((?:link|links) (?:to [^()]{2,50} )?(?:here|tk|tbc)\)|"
    r"\bXX-year-old\b|\bXX(?= (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|\b(?:Mr|Mrs|Ms|Dr) \?{2,}|\b00[/.-]00[/.-]\d{2,4}\b|"
    r"\((?:amount|name|date|details?|figures?|time|venue|price|cost|number|age|title|location|address|names?|total|source|quote|times?|score) (?:TBC|TBA|TBD|TK|tbc|tba|tbd)\)|\b(?:MAYOR|CHIEF|OFFICIAL|SUSPECT|VICTIM|SPOKESPERSON|PLAYER|COACH|TEAM|SCHOOL|EVENT|PLACE|STREET|PERSON|SOURCE) NAME\b|"
    r"(?<=[a-z,] )_{2,4}(?=,? [a-z])|(?<=[$€£])_{2,}|\bXX\b(?= (?:said|says|told|added)\b)|\[?\bTK(?:TK)+\b\]?|\b(?:TKTK|tktk)\w*|"
    r"\((?:Date|DATE|City|CITY|Month|Day)\)(?= ?[-,:(])|\b(?:CITY|City|TOWN|Town), ?(?:STATE|State|Country|COUNTRY|ST)\b|"
    r"\b(?:page|p\.|pp\.|pg) (?:X{2,}|0{2,}|TK)\b|\((?:sp|spelling|name|age|source|date|title|who|check)\?\)|\((?:CQ|pic tk|pix tk|check spelling|sp\.? ok)\)"
)
# Whole blocks that only hold the place of what was to come.
_HELD = (
    r"(?:insert |add |enter |type |write |put )?(?:your |the |a |an |main |first |second |short |article |section |page |pull )?(?:caption|headline|sub-?head(?:ing|line)?|sub-?title|title|quote|text|photo|image|body text|"
    r"intro(?:duction)?|name|byline|description|paragraph|summary|content|copy|standfirst|teaser|lead|link|date|author)s? (?:text |copy )?(?:goes |to go |comes |to come |to follow )?(?:in )?(?:here|tk)\.?|"
    r"(?:insert|add|enter|type) (?:your |the |a |an )?(?:caption|headline|sub-?head(?:ing|line)?|sub-?title|title|quote|text|photo|image|body text|name|byline|description|summary|content|copy|standfirst)s?\.?|"
    r"(?:sample|dummy|placeholder|filler|test|example|default) (?:text|headline|title|content|caption|image|copy|post|article|paragraph|body)(?: (?:for|used|only|to be|will be|until|in) [^\"]{2,60})?\.?|"
    r"(?:insert|enter|type|paste) (?:the |your |a |an |some )?(?:story|article|lead|main|pull|body|author|reporter|photo|first|opening|section|video|name of|list of|relevant|second|closing)(?: \w{2,12}){0,3} here\.?|(?:article|story|lead|lede|opening|closing|first|second|third|final|intro(?:ductory)?|main|body) (?:body|paragraph|sentence|para|copy|text|section)(?: (?:goes here|to come|here|tk))\.?|"
    r"(?-i:TK) ?: ?.{2,80}|(?-i:[A-Z][a-z]{2,12} TK)|(?-i:TBC|TBA|TBD|X{4,}|TKTK|TK)\.?|(?:content|text|article|story|description|details|more content|full story|copy) (?:coming|to be added|to be updated|will be added) (?:soon|shortly|later|here)\.?|"
    r"(?:this is (?:a |an |some |the )?(?:sample|dummy|placeholder|filler|test|example) (?:text|headline|title|content|caption|copy|post|article|paragraph)\b.{0,80})|"
    r"(?:first ?name (?:last ?name|surname)|vorname nachname|prénom nom|nombre apellido|nome cognome|voornaam achternaam|imię nazwisko|имя фамилия)|"
    r"(?-i:TODO|FIXME) ?:.{2,160}|(?:text|copy|caption|quote|photo|headline|graphic|chart|map) (?:to come|to follow|tk|tbc)\.?|(?:hier )?(?:text|überschrift|titel|bildunterschrift) (?:hier )?(?:einfügen|einsetzen|eingeben|folgt)\.?|"
    r"(?:texte|titre|légende) (?:ici|à venir)\.?|(?:texto|título) (?:aquí|aqui)\.?|(?:testo|titolo) qui\.?|(?:tekst|titel) hier\.?"
)
_AROUND = " \t\n[]()*_."
# The words of the filler text that printers have used since the sixteenth century.
_LOREM = frozenset(
    "lorem ipsum dolor dolore dolores dolorem sit amet consectetur consectetuer consetetur adipiscing adipisicing adipisci elit elitr sed diam do eiusmod tempor "
    "incididunt ut labore et magna magnam aliqua aliquam aliquyam erat ad minim minima veniam quis nostrud exercitation exercitationem ullamco ullam laboris laboriosam "
    "nisi aliquip aliquid ex ea commodo commodi consequat consequatur consequuntur duis aute autem irure reprehenderit in voluptate voluptatem voluptatum voluptas velit "
    "esse cillum eu eum fugiat nulla pariatur excepteur sint occaecat cupidatat cupiditate non proident sunt culpa qui quia officia deserunt mollit mollitia anim animi id "
    "est laborum perspiciatis unde omnis iste natus error accusantium accusamus accusam doloremque laudantium totam rem aperiam eaque ipsa ipsam quae ab illo inventore "
    "veritatis quasi architecto beatae vitae dicta explicabo nemo enim aspernatur aut odit fugit magni eos ratione sequi nesciunt neque porro quisquam numquam eius modi "
    "tempora incidunt quaerat vel iure quam nihil molestiae illum quo at vero iusto odio dignissimos ducimus blanditiis praesentium deleniti atque corrupti quos quas "
    "molestias excepturi occaecati provident similique harum quidem rerum facilis expedita distinctio nam libero tempore cum soluta nobis eligendi optio cumque impedit "
    "minus quod maxime placeat facere possimus assumenda repellendus temporibus quibusdam officiis debitis necessitatibus saepe eveniet voluptates repudiandae recusandae "
    "itaque earum hic tenetur a sapiente delectus reiciendis voluptatibus maiores alias perferendis doloribus asperiores repellat nonumy eirmod invidunt voluptua justo duo "
    "ea rebum stet clita kasd gubergren no sea takimata sanctus vivamus vestibulum pellentesque habitant morbi tristique senectus netus malesuada fames ac turpis egestas "
    "curabitur mauris donec praesent nullam fusce integer maecenas suspendisse phasellus proin quisque etiam cras nunc tellus lacus lectus purus sem semper viverra "
    "vulputate ultrices ultricies tincidunt tortor urna venenatis volutpat feugiat faucibus euismod dapibus cursus congue condimentum bibendum auctor augue ante arcu "
    "interdum lacinia laoreet leo ligula lobortis luctus massa mattis metus mi mollis nec nibh nisl orci ornare pharetra placerat porta porttitor posuere pretium pulvinar "
    "rhoncus risus rutrum sagittis sapien scelerisque sodales sollicitudin suscipit tempus ullamcorper varius vehicula felis finibus fringilla gravida hendrerit iaculis "
    "imperdiet blandit convallis eleifend elementum eget efficitur dignissim dictum facilisis hac habitasse platea dictumst".split()
)


@rule(
    "machine/unfilled-placeholder",
    summary="A slot that nobody filled in, or filler text",
    message="“{match}” was never filled in",
    severity="error",
    since="0.1.0",
    repairs=True,
    where=Selector(blocks=("paragraph", "heading", "list-item", "quote", "caption", "cell", "term")),
    literals=(
        "[insert", "[[", "[please", "[add", "[enter", "[include", "[fill", "[your", "[company", "[home", "[away", "[opposing", "[winning", "[losing", "[final", "[total", "[victim", "[suspect", "[candidate", "[mayor", "[opponent", "[score", "dd/mm", "mm/dd", "dd.mm", "dd-mm", "mm-dd", "xx/xx", "xx.xx", "xxx", "[x", "[?", "[__", "<<", "(insert", "(add ", "(place ", "(put ", "$tk", "€tk", "£tk", "tk percent", "tk per", "tk million", "tk billion", "tk words", "tk quote", "tk caption", "tk link", "tk name", "(tk", "with desk", "with the desk", "with editor", "with the editor", "with legal", "with lawyer", "with source", "with the source", "with author", "with the author", "with reporter", "with the reporter", "with newsroom", "with the newsroom", "with subs", "news desk)", "news desk]", "check this", "check name", "check date", "check figure", "check spelling", "check quote", "needs quote", "need quote", "needs a", "needs photo", "needs fact", "needs source", "needs link", "(subs:", "[subs:", "(desk:", "[desk:", "(editor:", "[editor:", "[author", "[spokesperson", "[reporter", "[journalist", "[business", "[brand",
        "[product", "[event", "[city", "[client", "[customer", "[contact", "[writer", "[first", "[last", "[full", "[recipient", "[publication", "[university", "[school", "[hospital", "[agency", "[department", "[street", "[bank", "[country", "[region", "[state", "[address", "[website", "[organi", "[expert",
        "[person", "[team", "[location", "[venue", "[job", "[source", "[quote", "[image", "[photo", "[link", "[article", "[press", "[media", "[phone", "[email", "[hero",
        "[specific", "[relevant", "[start", "[end", "[current", "[today", "[name", "[title", "[date", "[url", "[amount", "[number", "[percent", "[statement", "[position",
        "[comment", "[detail", "[description", "[caption", "[month", "[day", "[xx", "[tbd", "[tk", "[placeholder", "here]", "[replace", "[put", "[place", "[paste", "[provide",
        "to be added]", "to be inserted]", "to be confirmed]", "tbc]", "tbd]", "einfügen", "einsetzen]", "ergänzen]", "eintragen]", "invoegen]", "toevoegen]", "invullen]",
        "[ins", "[ajout", "[añadir", "[agregar", "[aggiungere", "[adicionar", "[wstaw", "[dodaj", "[встав", "[добавить", "[указать", "<insert", "<your", "<company", "<author",
        "<add", "{insert", "{your", "{company", "{author", "{add", "[ihr", "[dein", "[firmen", "[autoren", "[nom ", "[votre", "[tu ", "[su ", "[il tuo", "[nome", "[nombre", "[seu", "[uw ", "[jouw",
        "[twoje", "[nazwa", "[ваше", "[название", "_name]", "_mascot", "insert_", "your_", "_here", "-xx-xx", "xx percent", "xx%", "tk tk", "tktk", "$xx", "€xx", "£xx", "$x", "€x", "£x", "x%", " x %", "xx per", " x per cent", "__ per", "__%", "__ p", "__ y", "__ e", "__ d", " tk ", "(city", "city, s", "city, c", "town, s", "town, c", "(state", "(date", "[date", "[day", "(day)", "(month", "(number)", "[number]", "(amount)", "(age)", "[age]", "(figure)", "(name)", "(title)", "(company)", "name here", "company name", "title here", "date here", "customer name", "product name", "first name", "last name", " __ ", "___ ", "$__", "€__", "£__", "xx-year", " xx j", " xx f", " xx m", " xx a", " xx s", " xx o", " xx n", " xx d", "mr ??", "mrs ??", "ms ??", "dr ??", "00/00", "00.00.", "00-00-", " tbc)", " tba)", " tbd)", " tk)", "mayor name", "chief name", "official name", "suspect name", "victim name", "spokesperson name", "player name", "coach name", "team name", "school name", "event name", "place name", "street name", "person name", "source name", " ___,", " __,", "xx said", "xx says", "xx told", "xx added", "xx will", "xx would", "xx has", "xx have", "xx had", "xx is", "xx was", "xx were", "xx and", "xx from", "xx of", "xx in", "{name}", "{age}", "{city}", "{date}", "{title}", "{amount}", "{number}", "{team}", "{score}", "{first name}", "{link}", "{url}", "[hyperlink", "[embed", "[chart", "[text", "[headline", "[subhead", "(link", "page xx", "page 00", "page tk", "p. xx", "p. 00", "pg xx", "(sp?)", "?)", "(cq)", "(pic tk", "(pix tk", "(check spelling",
        "ipsum", "veniam", "nostrud", "aute irure", "excepteur", "occaecat", "perspiciatis", "consectetu", "consetetur", "adipisc", "ullamco", "voluptat", "accusa", "vestibulum",
        "pellentesque", "curabitur", "dignissimos", "eiusmod", "nonumy", "vivamus", "maecenas", "phasellus", "suspendisse", "praesent", "deserunt", "laborum", "tincidunt", "lacus", "egestas", "vehicula", "tellus", "mauris", "ligula", "lectus", "tortor", "pharetra", "dapibus", "ornare", "sodales", "malesuada", "faucibus", "blandit",
    ),
    wordings=(Wording("held", _HELD),),
    tags=("machine",),
    why="""
“[Insert quote here]”, “[Company Name]”, “lorem ipsum”: the author or the machine meant to
fill the slot later. What belongs there only the editor knows; blocks of filler
text alone are deleted.

Brackets count when they hold an order to insert something or the name of a slot, not what
editors put into quotations (“[sic]”, “[name withheld]”). Filler text counts as a whole
sentence outside of quotation marks. Articles about placeholders and filler text stay clean.
""",
    examples=(
        marked(
            "brackets",
            "The mayor, ⟦[Full Name]⟧, spoke on ⟦[insert date]⟧ in ⟦[City, State]⟧.\n\n⟦[Insert quote from a member of the band here]⟧\n",
        ),
        marked(
            "datelines, figures, pages and doubts",
            "⟦CITY, State (DATE)⟧ - ⟦COMPANY NAME⟧ sold ⟦(number)⟧ horns, up ⟦XX per cent⟧, for ⟦£Xm⟧, see ⟦page 00⟧ and ⟦[LINK TO REPORT]⟧, said Una Far ⟦(spelling?)⟧.\n",
        ),
        marked(
            "names of slots and missing figures",
            "The ⟦[[WINNING_TEAM_MASCOT]]⟧ won, see ⟦INSERT_SOURCE_URL⟧, read on ⟦2025-xx-xx⟧. Rents rose by ⟦XX percent⟧.\n",
        ),
        marked(
            "single nouns, missing figures and notes to the desk",
            "Dear ⟦[Recipient]⟧, the game ended ⟦[home score]⟧ to ⟦[away score]⟧. The dairy cost ⟦$TK⟧ million ⟦(name to come, check with desk)⟧.\n",
        ),
        marked(
            "blanks and names without letters",
            "The dairy cost ⟦___⟧ crowns, ⟦XX⟧ said, and the roof needs ⟦__⟧ tiles.\n\n⟦Town, State⟧ - The vote was close.",
        ),
        marked(
            "blocks that hold a place",
            "⟦Your headline here⟧\n\n⟦Caption to come⟧\n\n⟦Sample text⟧\n\n⟦TODO: ask the mayor about the rent⟧\n\n⟦Vorname Nachname⟧\n\nThe fair is on ⟦DD/MM/YYYY⟧, and ⟦XXX⟧ people "
            "came ⟦(insert photo of the dairy)⟧.",
        ),
        marked(
            "filler text",
            "The vote was close.\n\n⟦Lorem ipsum dolor sit amet, consectetur adipiscing elit.⟧\n\n⟦Duis aute irure dolor in reprehenderit "
            "in voluptate velit esse cillum.⟧\n",
            fixed="The vote was close.\n",
        ),
        marked(
            "other languages",
            "Die Sprecherin ⟦[Name einfügen]⟧ sagte nichts. Le maire ⟦[insérer le nom]⟧ dort. El alcalde ⟦[insertar nombre]⟧ duerme.\n",
        ),
        marked(
            "brackets of editors, and quoted slots",
            "“[He] left [the dairy] in May [1931],” she said [sic]. [name withheld] [citation needed] [emphasis added] [laughs] See [here]. "
            "The page still said “[Company Name]” and “[Insert quote here]”. They voted on “Lorem ipsum dolor sit amet”. XX. Olympiad. The film, rated XX in 1971, is shown. "
            "Errare humanum est, and in vino veritas. [Image: the dairy] [Photo by Una Farr]",
        ),
    ),
)  # fmt: skip
def unfilled_placeholder(document: Document, sightings: Sequence[Sighting], said: Said) -> Iterator[Hit]:
    """Find the slots and the filler text."""
    slots: list[Hit] = []
    filler: list[Hit] = []
    literal = {sighting.block.index for sighting in sightings if sighting.clause < 0}
    for block in {sighting.block.index: sighting.block for sighting in sightings}.values():
        text = plain_text(document)[block.start : block.end]
        if said.whole("held", block, text.strip(_AROUND)) and not about_code(document):
            slots.append(Hit(block.span))
        elif block.index in literal:
            slots += [Hit(span.shift(block.start)) for span in _slots(document.block_text(block), text)]
            filler += _filler(document, block)
    # What an article is about is asked last: it takes longer than the rest.
    if slots and re.search(r"(?i)\bplaceholders?\b|\bmail merge\b|\bplatzhalter\b", document.text) is None:
        yield from slots
    if filler and not re.search(
        r"(?i)\b(?:filler|placeholder|dummy|nonsense) text\b|\bblindtext\b|\btypesett", document.text
    ):
        yield from filler


def _slots(raw: str, text: str) -> Iterator[Span]:
    bracketed = "[" in text or "<" in text or "{" in text
    for pattern in (_BRACKETS, _BARE) if bracketed else (_BARE,):
        for match in re.finditer(pattern, text):
            if not _quoted(raw, match.start(), match.end()) and text[match.end() : match.end() + 1] != "(":
                yield Span(*match.span())


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether a place stands in quotation marks, right around it or further off."""
    before = text[:start]
    if before.count("“") > before.count("”") or before.count('"') % 2 or before.count("«") > before.count("»"):
        return True
    return (
        text[start - 1 : start] in tuple("\"'“‘„«`")
        and start > 0
        and text[end : end + 2].lstrip(".,")[:1] in tuple("\"'”’“»`")
    )


def _filler(document: Document, block: Block) -> Iterator[Hit]:
    from ...document.sentences import sentences

    run: Span | None = None
    for span in (*sentences(document, block), None):
        words = re.findall(r"\w+", document.text[span.start : span.end].lower()) if span else []
        known = sum(word in _LOREM for word in words)
        if span and len(words) > 3 and known >= 0.8 * len(words) and plain_text(document)[span.start] not in "\"'":
            run = Span(run.start if run else span.start, span.end)
        elif run:
            yield Hit(run, repair="")
            run = None
